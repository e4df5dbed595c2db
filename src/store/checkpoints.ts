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

export async function insertCheckpointLink(
  db: Kysely<Schema>,
  link: { readonly log: number; readonly size: number; readonly note: string },
): Promise<void> {
  await db.insertInto('checkpoint_link').values(link).execute();
}

/** Whether the first checkpoint is linked: those from before there were links get theirs from the last to the first. */
export async function isFirstCheckpointLinked(db: Kysely<Schema>, log: number): Promise<boolean> {
  const first = await checkpoints(db, log).orderBy('size').limit(1).executeTakeFirst();
  if (!first) return true;
  const link = await db
    .selectFrom('checkpoint_link')
    .select('size')
    .where('log', '=', log)
    .where('size', '=', first.size)
    .executeTakeFirst();
  return link !== undefined;
}

/** Latest first. */
export async function listUnlinkedCheckpoints(
  db: Kysely<Schema>,
  { log, limit }: { readonly log: number; readonly limit: number },
): Promise<readonly StoredCheckpoint[]> {
  return await checkpoints(db, log)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('checkpoint_link')
            .select('checkpoint_link.size')
            .whereRef('checkpoint_link.log', '=', 'checkpoint.log')
            .whereRef('checkpoint_link.size', '=', 'checkpoint.size'),
        ),
      ),
    )
    .orderBy('size', 'desc')
    .limit(limit)
    .execute();
}

/** The largest one smaller than that. */
export async function findCheckpointBefore(
  db: Kysely<Schema>,
  { log, size }: { readonly log: number; readonly size: number },
): Promise<StoredCheckpoint | null> {
  const row = await checkpoints(db, log).where('size', '<', size).orderBy('size', 'desc').limit(1).executeTakeFirst();
  return row ?? null;
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
