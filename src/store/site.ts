import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Called by whatever changes something public, in its transaction: pages made before are then looked at again. */
export async function raiseGeneration(db: Kysely<Schema>): Promise<void> {
  await db.updateTable('site').set({ generation: sql`generation + 1` }).execute();
}
