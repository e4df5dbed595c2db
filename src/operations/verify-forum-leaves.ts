// Every leaf about a contribution has its row, or is known to have none any more.
import type { Leaf } from '#record/leaf.ts';
import type { AuditedContribution, AuditedDecision, AuditedWords } from '#store/audit-forum.ts';
import { leafAddress } from './verify-acts.ts';
import type { ReportFault } from './verify-fault.ts';
import type { ParsedLeaves } from './verify-tree.ts';

interface Rows {
  readonly logs: ReadonlyMap<number, ParsedLeaves>;
  readonly contributions: readonly AuditedContribution[];
  readonly words: readonly AuditedWords[];
  readonly decisions: readonly AuditedDecision[];
}

/**
 * A log before the last one is of the past: what stands was received again into the last. What was lost before a record was gone on
 * with is named by a leaf of its own, and nothing is expected of it, nor of decisions on the same bytes.
 */
export function checkLeafRows({ logs, contributions, words, decisions }: Rows, report: ReportFault): void {
  const logOf = new Map(contributions.map(({ id, log }) => [id, log]));
  const received = new Set(words.map(({ contributionId, leaf }) => `${logOf.get(contributionId)} ${leaf}`));
  const decided = new Set(decisions.map(({ log, leaf }) => `${log} ${leaf}`));
  const last = Math.max(0, ...logs.keys());
  for (const [log, all] of logs) {
    const lost = lostIn(all);
    const lostBytes = new Set([...lost].map((index) => commitmentIn(all[index])));
    for (const [index, leaf] of all.entries()) {
      const isDecision = leaf?.kind === 'contribution.decide' || leaf?.kind === 'contribution.erase';
      if (!isDecision || decided.has(`${log} ${index}`)) continue;
      const isOfLost =
        lost.has(leaf.contribution) || (leaf.kind === 'contribution.decide' && lostBytes.has(leaf.commitment));
      if (!isOfLost) report('decision-gone', leafAddress(index));
    }
    if (log !== last) continue;
    checkReceipts(
      { all, lost, received: (index) => received.has(`${log} ${index}`), erased: erasedIn(contributions, log) },
      report,
    );
  }
}

/** Erased ones keep how many revisions they had and which leaf was the first; the leaves of the others cannot be told apart. */
function checkReceipts(
  {
    all,
    lost,
    received,
    erased,
  }: {
    readonly all: ParsedLeaves;
    readonly lost: ReadonlySet<number>;
    readonly received: (index: number) => boolean;
    readonly erased: readonly AuditedContribution[];
  },
  report: ReportFault,
): void {
  const first = new Set(erased.map(({ leaf }) => leaf));
  const unknown = all.flatMap((leaf, index) =>
    leaf?.kind === 'contribution.receive' && !received(index) && !lost.has(index) && !first.has(index) ? [index] : [],
  );
  const laterRevisions = erased.reduce((total, { revision }) => total + revision - 1, 0);
  if (unknown.length !== laterRevisions) for (const index of unknown) report('contribution-gone', leafAddress(index));
}

const erasedIn = (contributions: readonly AuditedContribution[], log: number) =>
  contributions.filter((one) => one.state === 'erased' && one.log === log);

function lostIn(all: ParsedLeaves): ReadonlySet<number> {
  return new Set(
    all.flatMap((leaf) => (leaf?.kind === 'contribution.erase' && leaf.ground === 'lost' ? [leaf.contribution] : [])),
  );
}

const commitmentIn = (leaf: Leaf | null | undefined) =>
  leaf?.kind === 'contribution.receive' ? leaf.commitment : null;
