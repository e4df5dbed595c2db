import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

export interface StoredCheckpoint {
  readonly log: number;
  readonly size: number;
  readonly root: Uint8Array;
  /** As it was signed, and as it is served. */
  readonly note: string;
  readonly signedAt: string;
}

export async function insertCheckpoint(db: Kysely<Schema>, checkpoint: StoredCheckpoint): Promise<void> {
  const { log, size, root, note, signedAt } = checkpoint;
  await db
    .insertInto('checkpoint')
    .values({ log, size, root: Buffer.from(root), note, signed_at: signedAt })
    .execute();
}

export async function findLastCheckpoint(db: Kysely<Schema>, log: number): Promise<StoredCheckpoint | null> {
  const row = await checkpoints(db, log).orderBy('size', 'desc').limit(1).executeTakeFirst();
  return row ?? null;
}

/** The first one that a leaf is in. */
export async function findCheckpointOf(
  db: Kysely<Schema>,
  { log, index }: { readonly log: number; readonly index: number },
): Promise<StoredCheckpoint | null> {
  const row = await checkpoints(db, log).where('size', '>', index).orderBy('size').limit(1).executeTakeFirst();
  return row ?? null;
}

/** Latest first. */
export async function listCheckpoints(
  db: Kysely<Schema>,
  { log, limit }: { readonly log: number; readonly limit: number },
): Promise<readonly StoredCheckpoint[]> {
  return await checkpoints(db, log).orderBy('size', 'desc').limit(limit).execute();
}

function checkpoints(db: Kysely<Schema>, log: number) {
  return db
    .selectFrom('checkpoint')
    .select(['log', 'size', 'root', 'note', 'signed_at as signedAt'])
    .where('log', '=', log);
}
