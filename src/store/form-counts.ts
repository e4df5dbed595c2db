// How often something was asked for, for every process at once.
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

export interface FormCount {
  /** The beginning of a minute, an hour or a day: `2026-11-22T18:00`. */
  readonly window: string;
  readonly key: string;
}

export async function findFormCount(db: Kysely<Schema>, { window, key }: FormCount): Promise<number> {
  const row = await db
    .selectFrom('form_count')
    .select('count')
    .where('window', '=', window)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.count ?? 0;
}

/** One more of each; how many there are now, by key. */
export async function raiseFormCounts(
  db: Kysely<Schema>,
  asked: readonly FormCount[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .insertInto('form_count')
    .values(asked.map(({ window, key }) => ({ window, key, count: 1 })))
    .onConflict((conflict) => conflict.columns(['window', 'key']).doUpdateSet({ count: sql`form_count.count + 1` }))
    .returning(['key', 'count'])
    .execute();
  return new Map(rows.map(({ key, count }) => [key, count]));
}

/** One more; gives how many there are now. */
export async function raiseFormCount(db: Kysely<Schema>, { window, key }: FormCount): Promise<number> {
  const { count } = await db
    .insertInto('form_count')
    .values({ window, key, count: 1 })
    .onConflict((conflict) => conflict.columns(['window', 'key']).doUpdateSet({ count: sql`form_count.count + 1` }))
    .returning('count')
    .executeTakeFirstOrThrow();
  return count;
}

export async function forgetFormCounts(db: Kysely<Schema>, { before }: { readonly before: string }): Promise<void> {
  await db.deleteFrom('form_count').where('window', '<', before).execute();
}
