// The record as anybody may read it: what is signed, and nothing that is not.
import type { Slug, TextId } from '#domain/text.ts';
import { prefixOf } from '#record/checkpoint.ts';
import { type Leaf, readLeaf } from '#record/leaf.ts';
import { parseTilePath, tileExists } from '#record/tile.ts';
import { findLastCheckpoint, listCheckpoints, type StoredCheckpoint } from '#store/checkpoints.ts';
import {
  type Act,
  findLog,
  type LeafCount,
  listActs,
  listLeafCounts,
  listLogs,
  type StoredLog,
} from '#store/leaves.ts';
import type { Store } from '#store/store.ts';
import { findText } from '#store/texts.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { logKeys } from '../record-keys.ts';
import { tileBytes } from '../record-release.ts';

export interface RecordHead {
  readonly origin: string;
  /** Where it lies under the site: `log`, or `log/2` for one begun anew. */
  readonly prefix: string;
  /** Every key the log ever named, the oldest first. */
  readonly verifierKeys: readonly string[];
  readonly checkpoint: SignedHead;
}

export interface SignedHead {
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly note: string;
  readonly signedAt: string;
}

/** What an act of the record says, and the text it is about as that is called now. */
export interface RecordedAct {
  readonly index: number;
  readonly leaf: Leaf;
  readonly slug: string | null;
  readonly title: string | null;
}

/** Null before the first checkpoint. */
export async function readRecordHead(context: Context): Promise<RecordHead | null> {
  authorise(context, 'public');
  const log = await findLog(context.store.reader);
  return log && headOf(context, log);
}

/** Every log there ever was, the oldest first: the last goes on, those before ended in what its first leaf quotes. */
export async function listRecordHeads(context: Context): Promise<readonly RecordHead[]> {
  authorise(context, 'public');
  const heads = [];
  for (const log of await listLogs(context.store.reader)) heads.push(await headOf(context, log));
  return heads.filter((head) => head !== null);
}

async function headOf(context: Context, log: StoredLog): Promise<RecordHead | null> {
  const { reader } = context.store;
  const last = await findLastCheckpoint(reader, log.number);
  if (!last) return null;
  const { verifierKeys } = await logKeys(context, reader, log);
  return { origin: log.origin, prefix: prefixOf(log.origin), verifierKeys, checkpoint: signedHead(last) };
}

/** The log that is served under a prefix (`log`, `log/2`). */
async function findLogAt(db: Store['reader'], prefix: string): Promise<StoredLog | null> {
  return (await listLogs(db)).find(({ origin }) => prefixOf(origin) === prefix) ?? null;
}

/** The last signed note of the log under a prefix. */
export async function readCheckpointAt(
  context: Context,
  { prefix }: { readonly prefix: string },
): Promise<string | null> {
  authorise(context, 'public');
  const { reader } = context.store;
  const log = await findLogAt(reader, prefix);
  return (log && (await findLastCheckpoint(reader, log.number)))?.note ?? null;
}

/** A tile or a bundle of entries by its path (`tile/0/000.p/5`), of what is signed already. */
export async function readTile(
  context: Context,
  { prefix, path }: { readonly prefix: string; readonly path: string },
): Promise<Uint8Array | null> {
  authorise(context, 'public');
  const { reader } = context.store;
  const [tile, log] = [parseTilePath(path), await findLogAt(reader, prefix)];
  const last = log && (await findLastCheckpoint(reader, log.number));
  return tile && last && tileExists(tile, last.size) ? tileBytes(reader, { log: log.number, tile }) : null;
}

export interface RecordOverview {
  readonly head: RecordHead;
  /** Oldest month first. */
  readonly counts: readonly LeafCount[];
  /** Latest first. */
  readonly acts: readonly RecordedAct[];
}

export async function readRecord(
  context: Context,
  { acts: limit }: { readonly acts: number },
): Promise<RecordOverview | null> {
  const head = await readRecordHead(context);
  const log = await findLog(context.store.reader);
  if (!head || !log) return null;
  const counts = await listLeafCounts(context.store.reader, log.number);
  return { head, counts, acts: await signedActs(context, { log: log.number, limit, size: head.checkpoint.size }) };
}

export interface RecordFeed {
  /** Where the log lies under the site. */
  readonly prefix: string;
  readonly acts: readonly RecordedAct[];
  readonly checkpoints: readonly SignedHead[];
}

/** The latest checkpoints and the latest acts under them. */
export async function readRecordFeed(context: Context, { limit }: { readonly limit: number }): Promise<RecordFeed> {
  const head = await readRecordHead(context);
  const log = await findLog(context.store.reader);
  if (!head || !log) return { prefix: 'log', acts: [], checkpoints: [] };
  const checkpoints = await listCheckpoints(context.store.reader, { log: log.number, limit });
  const acts = await signedActs(context, { log: log.number, limit, size: head.checkpoint.size });
  return { prefix: head.prefix, acts, checkpoints: checkpoints.map(signedHead) };
}

/** Where the text is that a leaf names by its id; null for one that was never published. */
export async function findSlugOf(context: Context, { textId }: { readonly textId: string }): Promise<Slug | null> {
  authorise(context, 'public');
  return (await findText(context.store.reader, textId as TextId))?.slug ?? null;
}

async function signedActs(
  { store }: Context,
  { log, limit, size }: { readonly log: number; readonly limit: number; readonly size: number },
): Promise<readonly RecordedAct[]> {
  const acts = await listActs(store.reader, { log, limit });
  return acts.filter(({ index }) => index < size).flatMap(recordedAct);
}

function recordedAct({ index, bytes, slug, title, isWithdrawn }: Act): readonly RecordedAct[] {
  const leaf = readLeaf(bytes);
  // What is withdrawn is not named any more; its address still says that it was there.
  return leaf ? [{ index, leaf, slug, title: isWithdrawn ? null : title }] : [];
}

const signedHead = ({ size, root, note, signedAt }: StoredCheckpoint): SignedHead => ({
  size,
  root: Buffer.from(root).toString('base64'),
  note,
  signedAt,
});
