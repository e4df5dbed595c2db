import type { Kysely } from 'kysely';
import type { AccountId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

/** The words the site knows besides its dictionaries'. */
export async function listLexicon(db: Kysely<Schema>): Promise<readonly string[]> {
  const rows = await db.selectFrom('lexicon_word').select('word').orderBy('word').execute();
  return rows.map((row) => row.word);
}

export async function insertWords(
  db: Kysely<Schema>,
  { words, by, at }: { readonly words: readonly string[]; readonly by: AccountId | null; readonly at: string },
): Promise<void> {
  for (const word of words)
    await db
      .insertInto('lexicon_word')
      .values({ word, created_by: by, created_at: at })
      .onConflict((conflict) => conflict.column('word').doNothing())
      .execute();
}

export async function deleteWord(db: Kysely<Schema>, word: string): Promise<void> {
  await db.deleteFrom('lexicon_word').where('word', '=', word).execute();
}
