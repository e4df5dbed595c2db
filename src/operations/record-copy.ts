// A record as a mirror or a site has it, when it goes on from ours: signed by our keys, beginning with our leaves, holding the head
// that was kept.
import { parseTreeHead, prefixOf, type TreeHead } from '#record/checkpoint.ts';
import { readLeaf } from '#record/leaf.ts';
import { parseVerifierKey } from '#record/signed-note.ts';
import type { StoredLog } from '#store/leaves.ts';
import type { Context } from './context.ts';
import { savedNote } from './record-guard.ts';
import type { ReadFile } from './site-copy.ts';
import { bytesOf, readLeaves } from './verify-copy.ts';
import type { VerifyOptions } from './verify-fault.ts';
import { checkHead, computeTree } from './verify-tree.ts';

interface Asked {
  readonly read: ReadFile;
  readonly log: StoredLog;
  /** Every leaf of ours. */
  readonly ours: readonly Uint8Array[];
}

export interface RecordCopy {
  readonly note: string;
  readonly head: TreeHead;
  readonly leaves: readonly Uint8Array[];
}

/** Null, and each reason reported, when it does not. */
export async function readRecordCopy(
  { settings }: Pick<Context, 'settings'>,
  { read, log, ours }: Asked,
  options: VerifyOptions,
): Promise<RecordCopy | null> {
  const { report } = options;
  const prefix = prefixOf(log.origin);
  const address = `/${prefix}/checkpoint`;
  const note = Buffer.from(bytesOf(await read(`${prefix}/checkpoint`)) ?? '').toString();
  const size = parseTreeHead(note)?.size;
  if (size === undefined) {
    report('checkpoint-missing', address);
    return null;
  }
  const leaves = await readLeaves(read, { prefix, size }, options);
  const tree = computeTree(leaves);
  const rotated = leaves.map(readLeaf).flatMap((leaf) => (leaf?.kind === 'key.rotate' ? [leaf.key] : []));
  const keys = [log.verifierKey, ...rotated].flatMap((key) => parseVerifierKey(key) ?? []);
  const check = { origin: log.origin, keys, tree };
  const head = checkHead({ ...check, note, address }, report);
  const saved = savedNote(settings);
  const holdsSaved = !saved || checkHead({ ...check, note: saved.note, address: saved.path }, report) !== null;
  const strays = ours.findIndex((bytes, at) => !leaves[at] || Buffer.compare(bytes, leaves[at]) !== 0);
  if (strays >= 0) report('past-changed', `/${prefix} #${strays}`, strays + 1);
  return head && holdsSaved && strays < 0 ? { note, head, leaves } : null;
}
