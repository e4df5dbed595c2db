import type { Kysely } from 'kysely';
import type { Slug, TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

/** The text a slug leads to, now or formerly: it never leads to another. */
export async function findSlugOwner(db: Kysely<Schema>, slug: string): Promise<TextId | null> {
  const row = await db.selectFrom('slug').select('text_id').where('slug', '=', slug).executeTakeFirst();
  return (row?.text_id as TextId | undefined) ?? null;
}

/** A slug the text had before is its own still. */
export async function insertSlug(
  db: Kysely<Schema>,
  { slug, textId, createdAt }: { readonly slug: Slug; readonly textId: TextId; readonly createdAt: string },
): Promise<void> {
  await db
    .insertInto('slug')
    .values({ slug, text_id: textId, created_at: createdAt })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute();
}

/** Every slug these texts ever had. */
export async function listSlugs(db: Kysely<Schema>, textIds: readonly TextId[]): Promise<readonly Slug[]> {
  if (textIds.length === 0) return [];
  const rows = await db.selectFrom('slug').select('slug').where('text_id', 'in', textIds).execute();
  return rows.map(({ slug }) => slug as Slug);
}
