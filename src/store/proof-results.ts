import type { Kysely } from 'kysely';
import type { TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

/** What proofing said of a draft, if it was asked of the same bytes with the same knowledge; else null. */
export async function findProofResult(
  db: Kysely<Schema>,
  { textId, key }: { readonly textId: TextId; readonly key: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('proof_result')
    .select('findings')
    .where('text_id', '=', textId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.findings ?? null;
}

/** In place of what was said before. */
export async function writeProofResult(
  db: Kysely<Schema>,
  { textId, key, findings }: { readonly textId: TextId; readonly key: string; readonly findings: string },
): Promise<void> {
  await db
    .insertInto('proof_result')
    .values({ text_id: textId, key, findings })
    .onConflict((conflict) => conflict.column('text_id').doUpdateSet({ key, findings }))
    .execute();
}
