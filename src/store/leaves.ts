import { type Kysely, sql } from 'kysely';
import type { TextId } from '#domain/text.ts';
import { insertRow } from './insert-row.ts';
import type { Schema } from './schema.ts';

/** One log after another, when the one before could not be continued; the last is the one that is written. */
export interface StoredLog {
  readonly number: number;
  readonly origin: string;
  /** Of the key it began with. */
  readonly verifierKey: string;
  readonly startedAt: string;
}

export interface StoredLeaf {
  readonly index: number;
  readonly kind: string;
  readonly at: string;
  readonly textId: TextId | null;
  readonly revision: number | null;
  readonly hash: Uint8Array;
  readonly bytes: Uint8Array;
}

export async function findLog(db: Kysely<Schema>): Promise<StoredLog | null> {
  const row = await db
    .selectFrom('log')
    .select(['number', 'origin', 'verifier_key as verifierKey', 'started_at as startedAt'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The oldest first. */
export async function listLogs(db: Kysely<Schema>): Promise<readonly StoredLog[]> {
  return await db
    .selectFrom('log')
    .select(['number', 'origin', 'verifier_key as verifierKey', 'started_at as startedAt'])
    .orderBy('number')
    .execute();
}

export async function insertLog(db: Kysely<Schema>, log: StoredLog): Promise<void> {
  const { number, origin, verifierKey, startedAt } = log;
  await db.insertInto('log').values({ number, origin, verifier_key: verifierKey, started_at: startedAt }).execute();
}

export async function countLeaves(db: Kysely<Schema>, log: number): Promise<number> {
  const last = await db
    .selectFrom('leaf')
    .select('index')
    .where('log', '=', log)
    .orderBy('index', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? 0 : last.index + 1;
}

/** Where the next leaf goes; null while there is no log. */
export async function findNextLeaf(
  db: Kysely<Schema>,
): Promise<{ readonly log: number; readonly index: number } | null> {
  const row = await db
    .selectFrom('log')
    .select((of) => [
      'number as log',
      of
        .selectFrom('leaf')
        .select((leaf) => leaf.fn.max('index').as('last'))
        .whereRef('leaf.log', '=', 'log.number')
        .as('last'),
    ])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { log: row.log, index: row.last === null ? 0 : row.last + 1 } : null;
}

/** `detail` is what the kind is counted by: a ground, a decision, or nothing. */
export async function insertLeaf(
  db: Kysely<Schema>,
  { log, leaf, detail }: { readonly log: number; readonly leaf: StoredLeaf; readonly detail: string },
): Promise<void> {
  const { index, kind, at, textId, revision, hash, bytes } = leaf;
  const stored = { hash: Buffer.from(hash), bytes: Buffer.from(bytes) };
  await insertRow(db, 'leaf', { log, index, kind, at, text_id: textId, revision, ...stored });
  await db
    .insertInto('leaf_count')
    .values({ log, month: at.slice(0, 7), kind, detail, leaves: 1 })
    .onConflict((conflict) =>
      conflict.columns(['log', 'month', 'kind', 'detail']).doUpdateSet({ leaves: sql`leaf_count.leaves + 1` }),
    )
    .execute();
}

/** From `start` up to but without `end`. */
export async function listLeafBytes(
  db: Kysely<Schema>,
  { log, start, end }: { readonly log: number; readonly start: number; readonly end: number },
): Promise<readonly Uint8Array[]> {
  const rows = await db
    .selectFrom('leaf')
    .select('bytes')
    .where('log', '=', log)
    .where('index', '>=', start)
    .where('index', '<', end)
    .orderBy('index')
    .execute();
  return rows.map(({ bytes }) => bytes);
}

export async function listKeyRotations(db: Kysely<Schema>, log: number): Promise<readonly Uint8Array[]> {
  const rows = await db
    .selectFrom('leaf')
    .select('bytes')
    .where('log', '=', log)
    .where('kind', '=', sql.lit('key.rotate'))
    .orderBy('index')
    .execute();
  return rows.map(({ bytes }) => bytes);
}

/** The leaf that first published a revision. */
export async function findPublishLeaf(
  db: Kysely<Schema>,
  { log, textId, number }: { readonly log: number; readonly textId: TextId; readonly number: number },
): Promise<{ readonly index: number; readonly bytes: Uint8Array } | null> {
  const row = await db
    .selectFrom('leaf')
    .select(['index', 'bytes'])
    .where('log', '=', log)
    .where('text_id', '=', textId)
    .where('kind', '=', 'revision.publish')
    .where('revision', '=', number)
    .orderBy('index')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** True when one of the leaves from `start` on is about what pages show: a text, or the key. */
export async function hasShownLeaf(
  db: Kysely<Schema>,
  { log, start }: { readonly log: number; readonly start: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('leaf')
    .select('index')
    .where('log', '=', log)
    .where('index', '>=', start)
    .where((leaf) => leaf.or([leaf('text_id', 'is not', null), leaf('kind', '=', sql.lit('key.rotate'))]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface Act {
  readonly index: number;
  readonly kind: string;
  readonly at: string;
  readonly bytes: Uint8Array;
  /** Of the text it is about, as that is called now. Null for what is not about a text. */
  readonly slug: string | null;
  readonly title: string | null;
  readonly isWithdrawn: boolean;
}

/** Latest first. */
export async function listActs(
  db: Kysely<Schema>,
  { log, limit }: { readonly log: number; readonly limit: number },
): Promise<readonly Act[]> {
  const rows = await db
    .selectFrom('leaf')
    .leftJoin('text', 'text.id', 'leaf.text_id')
    .select(['index', 'kind', 'at', 'bytes', 'slug', 'title', 'withdrawn_at'])
    .where('log', '=', log)
    .orderBy('index', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ withdrawn_at, ...row }) => ({ ...row, isWithdrawn: withdrawn_at !== null }));
}

export interface LeafCount {
  /** `2026-11` */
  readonly month: string;
  readonly kind: string;
  readonly detail: string;
  readonly leaves: number;
}

/** Oldest month first. */
export async function listLeafCounts(db: Kysely<Schema>, log: number): Promise<readonly LeafCount[]> {
  return await db
    .selectFrom('leaf_count')
    .select(['month', 'kind', 'detail', 'leaves'])
    .where('log', '=', log)
    .orderBy('month')
    .orderBy('kind')
    .orderBy('detail')
    .execute();
}
