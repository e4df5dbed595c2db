// Signs the record: the head of what is committed, after asking whether it still holds what was signed before.
import { type TreeHead, writeCheckpoint } from '#record/checkpoint.ts';
import { rootHash } from '#record/hash-tree.ts';
import { findLastCheckpoint, type StoredCheckpoint } from '#store/checkpoints.ts';
import { countLeaves, findLog, hasShownLeaf, type StoredLog } from '#store/leaves.ts';
import { raiseGeneration } from '#store/site.ts';
import type { Store } from '#store/store.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { logKeys } from './record-keys.ts';
import { keepCheckpoint } from './record-link.ts';
import { rangeReader } from './record-nodes.ts';
import { releaseCheckpoint } from './record-release.ts';

/**
 * A checkpoint of every leaf that is not under one yet; null when there is none such. It is committed before anybody can see it, and
 * only one that extends the one before: a record that contradicts its own signature is frozen, not signed.
 */
export async function signRecord(context: Context): Promise<StoredCheckpoint | null> {
  const { store } = context;
  if (store.frozen() || !(await hasUnsigned(store.reader))) return null;
  const signed = await store.write((transaction) => sign(context, transaction));
  if (signed) releaseCheckpoint(context, signed);
  return signed;
}

async function hasUnsigned(db: Store['reader']): Promise<boolean> {
  const log = await findLog(db);
  if (!log) return false;
  const last = await findLastCheckpoint(db, log.number);
  return (last?.size ?? 0) !== (await countLeaves(db, log.number));
}

async function sign(context: Context, transaction: Store['reader']): Promise<StoredCheckpoint | null> {
  const log = await findLog(transaction);
  if (!log) return null;
  const [last, size] = [await findLastCheckpoint(transaction, log.number), await countLeaves(transaction, log.number)];
  if (last?.size === size) return null;
  if (last && !(await extendsHead(transaction, { log, size, head: { origin: log.origin, ...last } })))
    return refuse(context, 'broken');
  const { signers } = await logKeys(context, transaction, log);
  if (signers.length === 0) return refuse(context, 'keyless');
  const root = await rootOf(transaction, { log, size });
  const note = writeCheckpoint({ origin: log.origin, size, root }, signers);
  const checkpoint = { log: log.number, size, root, note, signedAt: moment(context) };
  await keepCheckpoint(transaction, { log, checkpoint, signers });
  // The pages of what it covers now name it.
  if (await hasShownLeaf(transaction, { log: log.number, start: last?.size ?? 0 })) await raiseGeneration(transaction);
  return checkpoint;
}

function refuse({ store, log }: Context, fault: 'broken' | 'keyless'): null {
  store.freeze(fault);
  log.fatal({ fault }, 'the record cannot be signed: nothing can be changed any more');
  return null;
}

/** True when the tree of `size` leaves begins with the tree that was signed. */
export async function extendsHead(
  db: Store['reader'],
  { log, size, head }: { readonly log: StoredLog; readonly size: number; readonly head: TreeHead },
): Promise<boolean> {
  if (head.size > size) return false;
  return Buffer.compare(await rootOf(db, { log, size: head.size }), head.root) === 0;
}

export async function rootOf(
  db: Store['reader'],
  { log, size }: { readonly log: StoredLog; readonly size: number },
): Promise<Uint8Array> {
  const read = await rangeReader(db, { log: log.number, ranges: [{ start: 0, end: size }] });
  return rootHash(size, read);
}
