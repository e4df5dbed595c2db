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
  await db.deleteFrom('misprint_key').where('day', '<', forget).execute();
  await db
    .updateTable('misprint')
    .set({ mark: null })
    .where('day', '<', forget)
    .where('mark', 'is not', null)
    .execute();
}
