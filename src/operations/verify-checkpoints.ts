// Every head a log ever signed, and the links that hold them together.
import { prefixOf } from '#record/checkpoint.ts';
import { isCheckpointLink } from '#record/checkpoint-link.ts';
import type { VerifierKey } from '#record/signed-note.ts';
import type { Audit } from '#store/audit.ts';
import type { StoredLog } from '#store/leaves.ts';
import type { ReportFault } from './verify-fault.ts';
import { rowOf } from './verify-row.ts';
import { type ComputedTree, checkHead } from './verify-tree.ts';

interface Signed {
  readonly audit: Audit;
  readonly log: StoredLog;
  readonly tree: ComputedTree;
  readonly keys: readonly VerifierKey[];
}

/** How many leaves the last of them covers. */
export function checkCheckpoints({ audit, log, tree, keys }: Signed, report: ReportFault): number {
  const addressOf = (size: number) => `/${prefixOf(log.origin)}/checkpoint (${size})`;
  const checkpoints = rowOf(audit.checkpoints(log.number), 'checkpoint', report) ?? [];
  const links = new Map(
    (rowOf(audit.checkpointLinks(log.number), 'checkpoint_link', report) ?? []).map(({ size, note }) => [size, note]),
  );
  let previous: string | null = null;
  for (const { size, root, note, signedAt } of checkpoints) {
    const address = addressOf(size);
    const head = checkHead({ note, address, origin: log.origin, keys, tree }, report);
    if (head && (head.size !== size || Buffer.compare(head.root, root) !== 0)) report('checkpoint-root', address);
    const link = links.get(size);
    links.delete(size);
    if (link === undefined || !isCheckpointLink(link, { log, previous, note, signedAt }, keys))
      report('checkpoint-link', address);
    previous = note;
  }
  for (const size of links.keys()) report('checkpoint-gone', addressOf(size));
  return checkpoints.at(-1)?.size ?? 0;
}
