// Checks what is kept of contributions against the record: each kept revision's bytes against the commitment in its leaf, each entry
// in the log of decisions against its leaf, each state against its decisions, and everything shown against what was validated.
import { createHash } from 'node:crypto';
import { type ContributionId, payloadOf } from '#domain/contribution.ts';
import type { BlockId, TextId } from '#domain/text.ts';
import { COMMITMENT_KEY_BYTES, commit } from '#record/commitment.ts';
import type { Leaf } from '#record/leaf.ts';
import type { Audit } from '#store/audit.ts';
import type { AuditedContribution, AuditedDecision, AuditedShown, AuditedWords } from '#store/audit-forum.ts';
import { leafAddress } from './verify-acts.ts';
import type { FaultKind, ReportFault } from './verify-fault.ts';
import { checkLeafRows } from './verify-forum-leaves.ts';
import { rowOf } from './verify-row.ts';
import { standingAfter } from './verify-standing.ts';
import type { ParsedLeaves } from './verify-tree.ts';

interface Forum {
  readonly audit: Audit;
  /** Every log's leaves, by its number. */
  readonly logs: ReadonlyMap<number, ParsedLeaves>;
  readonly addressOf: (contribution: { readonly id: string; readonly textId: string }) => string;
}

export type LeafAt = (log: number, index: number) => Leaf | null;

/** A contribution and all that is kept of it. */
interface Kept {
  readonly contribution: AuditedContribution;
  readonly words: readonly AuditedWords[];
  readonly decisions: readonly AuditedDecision[];
  readonly shown: AuditedShown | undefined;
}

/** Gives how many revisions of contributions were compared with their commitments. */
export function checkForum({ audit, logs, addressOf }: Forum, report: ReportFault): number {
  const leafAt: LeafAt = (log, index) => logs.get(log)?.[index] ?? null;
  const contributions = rowOf(audit.forum.contributions(), 'contribution', report) ?? [];
  const words = rowOf(audit.forum.words(), 'contribution_revision', report) ?? [];
  const decisions = rowOf(audit.forum.decisions(), 'decision', report) ?? [];
  const shown = rowOf(audit.forum.shown(), 'shown_contribution', report) ?? [];
  const wordsOf = Map.groupBy(words, ({ contributionId }) => contributionId);
  const decisionsOf = Map.groupBy(decisions, ({ contributionId }) => contributionId);
  const shownOf = new Map(shown.map((one) => [one.id, one]));
  for (const contribution of contributions) {
    const { id } = contribution;
    const kept = {
      contribution,
      words: wordsOf.get(id) ?? [],
      decisions: decisionsOf.get(id) ?? [],
      shown: shownOf.get(id),
    };
    checkKept(kept, leafAt, (kind, detail) => report(kind, addressOf(contribution), detail));
  }
  const known = new Set(contributions.map(({ id }) => id));
  for (const { id, textId } of shown) if (!known.has(id)) report('contribution-shown', addressOf({ id, textId }));
  for (const id of wordsOf.keys()) if (!known.has(id)) report('contribution-gone', `contribution ${id}`);
  for (const { id, contributionId, leaf } of decisions)
    if (!known.has(contributionId)) report('decision', `contribution ${contributionId} (${leafAddress(leaf)})`, id);
  for (const [at, { id, contributionId, log, leaf }] of decisions.entries()) {
    const before = decisions[at - 1];
    const follows = !before || before.log < log || (before.log === log && before.leaf < leaf);
    if (!follows) report('decision', `contribution ${contributionId} (${leafAddress(leaf)})`, id);
  }
  checkLeafRows({ logs, contributions, words, decisions }, report);
  return words.length;
}

type Fault = (kind: FaultKind, detail?: string | number) => void;

function checkKept(kept: Kept, leafAt: LeafAt, fault: Fault): void {
  const { contribution, words, decisions, shown } = kept;
  for (const one of words) if (!isReceived(contribution, one, leafAt)) fault('contribution', one.revision);
  for (const one of decisions) if (!isDecided(kept, one, leafAt)) fault('decision', one.id);
  const { state, shownRevision } = standingAfter(decisions);
  if (state !== contribution.state || shownRevision !== contribution.shownRevision)
    fault('contribution-state', contribution.state);
  const numbers = words.map(({ revision }) => revision);
  const expected = state === 'erased' ? 0 : contribution.revision;
  if (numbers.length !== expected || numbers.some((number, at) => number !== at + 1)) fault('contribution-gone');
  if (leafAt(contribution.log, contribution.leaf)?.kind !== 'contribution.receive') fault('contribution', 1);
  if (contribution.remains > 0) fault('contribution-remains');
  const validated = words.find(({ revision }) => revision === shownRevision);
  if (shownRevision === null ? shown : !shown || !validated || !isSame(shown, { ...contribution, ...validated }))
    fault('contribution-shown');
}

/** Its bytes are those the leaf was made for. */
function isReceived(contribution: AuditedContribution, words: AuditedWords, leafAt: LeafAt): boolean {
  const leaf = leafAt(contribution.log, words.leaf);
  const payload = payloadIn(contribution, words);
  const isFirst = words.revision !== 1 || words.leaf === contribution.leaf;
  return (
    isFirst &&
    leaf?.kind === 'contribution.receive' &&
    words.hash === createHash('sha256').update(payload).digest('hex') &&
    leaf.commitment === commitmentOf(contribution, payload)
  );
}

/** The entry says what its leaf says; as long as the words are kept, of those words. */
function isDecided({ contribution, words }: Kept, decision: AuditedDecision, leafAt: LeafAt): boolean {
  const leaf = leafAt(decision.log, decision.leaf);
  if (leaf?.kind !== 'contribution.decide' && leaf?.kind !== 'contribution.erase') return false;
  const said = leaf.kind === 'contribution.erase' ? 'erase' : leaf.decision;
  const isOfIt = decision.log !== contribution.log || leaf.contribution === contribution.leaf;
  const isThen = decision.at.slice(0, 16) === leaf.at.slice(0, 16);
  if (said !== decision.decision || leaf.ground !== decision.ground || !isOfIt || !isThen) return false;
  const decided = words.find(({ revision }) => revision === decision.revision);
  if (leaf.kind === 'contribution.erase') return decision.revision === contribution.revision;
  // Of what was erased nothing is left to compare with.
  if (!decided) return contribution.state === 'erased';
  return leaf.commitment === commitmentOf(contribution, payloadIn(contribution, decided));
}

const commitmentOf = ({ key }: AuditedContribution, payload: Uint8Array) =>
  key?.length === COMMITMENT_KEY_BYTES ? commit(key, payload) : null;

function payloadIn({ textId, blockId, quote, parentId }: AuditedContribution, { name, subject, body }: AuditedWords) {
  const place = {
    textId: textId as TextId,
    blockId: blockId as BlockId | null,
    parentId: parentId as ContributionId | null,
  };
  return payloadOf({ ...place, quote, name, subject, body });
}

const SHOWN_FIELDS = ['textId', 'blockId', 'quote', 'parentId', 'revision', 'name', 'subject', 'body'] as const;

const isSame = (shown: AuditedShown, validated: Omit<AuditedShown, 'id'>) =>
  SHOWN_FIELDS.every((field) => shown[field] === validated[field]);
