// What proves a revision: its files, their manifest, the leaf that names it, and the leaf's place under a signed head.
import type { TextId } from '#domain/text.ts';
import { hashRange, inclusionRanges } from '#record/hash-tree.ts';
import { writeTlogProof } from '#record/tlog-proof.ts';
import { findCheckpointOf } from '#store/checkpoints.ts';
import { findLog, findPublishLeaf } from '#store/leaves.ts';
import { findRecordedFiles } from '#store/recorded-files.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { manifestOf, RECORDED_FILES, type RecordedFileName } from '../record-manifest.ts';
import { rangeReader } from '../record-nodes.ts';

interface RevisionName {
  readonly textId: TextId;
  readonly number: number;
}

/** The first checkpoint a revision is under: it never changes, so it may stand on the page. */
export interface RevisionCheckpoint {
  readonly origin: string;
  readonly index: number;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly note: string;
  readonly signedAt: string;
}

/** Null until it is signed, a second or so after the publication. */
export async function findRevisionCheckpoint(
  { store }: Pick<Context, 'store'>,
  { textId, number }: RevisionName,
): Promise<RevisionCheckpoint | null> {
  const log = await findLog(store.reader);
  const leaf = log && (await findPublishLeaf(store.reader, { log: log.number, textId, number }));
  const found = leaf && (await findCheckpointOf(store.reader, { log: log.number, index: leaf.index }));
  if (!found) return null;
  const { size, root, note, signedAt } = found;
  return { origin: log.origin, index: leaf.index, size, root: Buffer.from(root).toString('base64'), note, signedAt };
}

/** The revision's C2SP tlog-proof; its extra data is the leaf itself. Null until it is signed. */
export async function readProof(context: Context, { textId, number }: RevisionName): Promise<string | null> {
  authorise(context, 'public');
  const { reader } = context.store;
  const log = await findLog(reader);
  const leaf = log && (await findPublishLeaf(reader, { log: log.number, textId, number }));
  const checkpoint = leaf && (await findCheckpointOf(reader, { log: log.number, index: leaf.index }));
  if (!checkpoint) return null;
  const ranges = inclusionRanges(leaf.index, checkpoint.size);
  const read = await rangeReader(reader, { log: log.number, ranges });
  const hashes = ranges.map((range) => hashRange(range, read));
  return writeTlogProof({ index: leaf.index, extra: leaf.bytes, hashes, checkpoint: checkpoint.note });
}

/** `manifest.txt` or one of the files it names, exactly as they were when the leaf was made. */
export async function readRecordedFile(
  context: Context,
  { textId, number, name }: RevisionName & { readonly name: RecordedFileName | 'manifest.txt' },
): Promise<string | null> {
  authorise(context, 'public');
  const files = await findRecordedFiles(context.store.reader, { textId, number });
  if (!files) return null;
  return name === 'manifest.txt' ? (files.manifest ?? manifestOf(files).manifest) : files[RECORDED_FILES[name]];
}
