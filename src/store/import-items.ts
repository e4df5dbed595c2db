import type { Kysely } from 'kysely';
import type { TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export async function findImportItem(db: Kysely<Schema>, key: string): Promise<TextId | null> {
  const row = await db.selectFrom('import_item').select('text_id').where('key', '=', key).executeTakeFirst();
  return (row?.text_id as TextId | undefined) ?? null;
}

export async function insertImportItem(
  db: Kysely<Schema>,
  { key, textId, importedAt }: { readonly key: string; readonly textId: TextId; readonly importedAt: string },
): Promise<void> {
  await db.insertInto('import_item').values({ key, text_id: textId, imported_at: importedAt }).execute();
}
