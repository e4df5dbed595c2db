import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

export async function findMisprintKey(db: Kysely<Schema>, day: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('misprint_key').select('key').where('day', '=', day).executeTakeFirst();
  return row?.key ?? null;
}

/** The key of a day, unless another process made it first; whatever is older than `forget` is forgotten, marks with their keys. */
export async function insertMisprintKey(
  db: Kysely<Schema>,
  { day, key, forget }: { readonly day: string; readonly key: Uint8Array; readonly forget: string },
): Promise<void> {
  await db
    .insertInto('misprint_key')
    .values({ day, key })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute();
  await forgetMisprintKeys(db, forget);
}

/** Keys of days before this one, and the marks made with them. */
export async function forgetMisprintKeys(db: Kysely<Schema>, before: string): Promise<void> {
  await db.deleteFrom('misprint_key').where('day', '<', before).execute();
  await db
    .updateTable('misprint')
    .set({ mark: null })
    .where('day', '<', before)
    .where('mark', 'is not', null)
    .execute();
}
