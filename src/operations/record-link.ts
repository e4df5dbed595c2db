// Checkpoints as they are kept: each with the link to the one before it.
import { writeCheckpointLink } from '#record/checkpoint-link.ts';
import type { SignerKey } from '#record/signed-note.ts';
import {
  findCheckpointBefore,
  insertCheckpoint,
  insertCheckpointLink,
  isFirstCheckpointLinked,
  listUnlinkedCheckpoints,
  type StoredCheckpoint,
} from '#store/checkpoints.ts';
import { listLogs, type StoredLog } from '#store/leaves.ts';
import type { Store } from '#store/store.ts';
import type { Context } from './context.ts';
import { logKeys } from './record-keys.ts';

interface Kept {
  readonly log: StoredLog;
  readonly checkpoint: StoredCheckpoint;
  readonly signers: readonly SignerKey[];
}

/** In the transaction of whoever signed it. */
export async function keepCheckpoint(transaction: Store['reader'], kept: Kept): Promise<void> {
  await insertCheckpoint(transaction, kept.checkpoint);
  await link(transaction, kept);
}

const LINKS_A_TRANSACTION = 500;

/** Checkpoints from before there were links get theirs, the last first: as long as the first has none, there is something to do. */
export async function linkOlderCheckpoints(context: Context): Promise<void> {
  const { store } = context;
  for (const log of await listLogs(store.reader)) {
    const { signers } = await logKeys(context, store.reader, log);
    if (signers.length === 0) continue;
    while (!(await isFirstCheckpointLinked(store.reader, log.number)))
      await store.write(async (transaction) => {
        const unlinked = await listUnlinkedCheckpoints(transaction, { log: log.number, limit: LINKS_A_TRANSACTION });
        for (const checkpoint of unlinked) await link(transaction, { log, checkpoint, signers });
      });
  }
}

async function link(transaction: Store['reader'], { log, checkpoint, signers }: Kept): Promise<void> {
  const { size, note, signedAt } = checkpoint;
  const before = await findCheckpointBefore(transaction, { log: log.number, size });
  const signed = writeCheckpointLink({ log, previous: before?.note ?? null, note, signedAt }, signers);
  await insertCheckpointLink(transaction, { log: log.number, size, note: signed });
}
