import type { Kysely } from 'kysely';
import type { RefusalGround } from '#domain/ground.ts';
import type { Schema } from './schema.ts';

/** In the order they were put; empty until somebody changed the list a site begins with. */
export async function listStoredGrounds(db: Kysely<Schema>): Promise<readonly RefusalGround[]> {
  return await db.selectFrom('refusal_ground').select(['code', 'label', 'reason']).orderBy('position').execute();
}

export async function replaceGrounds(db: Kysely<Schema>, grounds: readonly RefusalGround[]): Promise<void> {
  await db.deleteFrom('refusal_ground').execute();
  const rows = grounds.map(({ code, label, reason }, position) => ({ code, label, reason, position }));
  await db.insertInto('refusal_ground').values(rows).execute();
}
