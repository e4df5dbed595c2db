import type { Kysely } from 'kysely';
import type { MisprintState } from '#domain/misprint.ts';
import type { AccountId, TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export interface StoredMisprint {
  readonly id: string;
  readonly textId: TextId;
  /** The revision it was read in. */
  readonly number: number;
  readonly blockId: string | null;
  readonly words: string;
  readonly instead: string;
  /** Of the reader, to be credited. */
  readonly name: string | null;
  readonly state: MisprintState;
  readonly at: string;
}

/** Sent twice with one ticket it is stored once. */
export async function insertMisprint(
  db: Kysely<Schema>,
  { textId, blockId, at, ...report }: StoredMisprint & { readonly ticket: string; day: string; mark: string },
): Promise<void> {
  await db
    .insertInto('misprint')
    .values({ text_id: textId, block_id: blockId, created_at: at, ...report })
    .onConflict((conflict) => conflict.column('ticket').doNothing())
    .execute();
}

export async function findMisprint(db: Kysely<Schema>, id: string): Promise<StoredMisprint | null> {
  return misprintOf(await misprints(db).where('id', '=', id).executeTakeFirst());
}

/** Waiting: the oldest first. Decided: the newest. */
export async function listStoredMisprints(
  db: Kysely<Schema>,
  { state, limit, offset }: { readonly state: MisprintState; readonly limit: number; readonly offset: number },
): Promise<readonly StoredMisprint[]> {
  const rows = await misprints(db)
    .where('state', '=', state)
    .orderBy('created_at', state === 'waiting' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => misprintOf(row)!);
}

/** Only while it waits: of two editors one decides. */
export async function decideStoredMisprint(
  db: Kysely<Schema>,
  { id, state, by, at }: { id: string; state: MisprintState; by: AccountId | null; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('misprint')
    .set({ state, decided_by: by, decided_at: at })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What was decided waits again; false when it is not in that state any more. */
export async function reopenMisprint(
  db: Kysely<Schema>,
  { id, state }: { readonly id: string; readonly state: MisprintState },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('misprint')
    .set({ state: 'waiting', decided_by: null, decided_at: null })
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function countMisprints(
  db: Kysely<Schema>,
  of: { readonly day: string; readonly mark: string } | { readonly state: MisprintState },
): Promise<number> {
  const rows = db.selectFrom('misprint').select((select) => select.fn.countAll<number>().as('count'));
  const { count } = await ('state' in of
    ? rows.where('state', '=', of.state)
    : rows.where('day', '=', of.day).where('mark', '=', of.mark)
  ).executeTakeFirstOrThrow();
  return count;
}

function misprints(db: Kysely<Schema>) {
  return db
    .selectFrom('misprint')
    .select(['id', 'text_id', 'number', 'block_id', 'words', 'instead', 'name', 'state', 'created_at as at']);
}

type Row = Awaited<ReturnType<ReturnType<typeof misprints>['execute']>>[number];

function misprintOf(row: Row | undefined): StoredMisprint | null {
  if (!row) return null;
  const { text_id, block_id, state, ...rest } = row;
  return { ...rest, textId: text_id as TextId, blockId: block_id, state: state as MisprintState };
}
