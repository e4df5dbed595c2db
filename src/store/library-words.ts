// Words of the published texts that no dictionary has: which text has which, and how many have each. Derived from the sources.
import { type Kysely, sql } from 'kysely';
import type { TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export interface CountedWord {
  readonly written: string;
  readonly texts: number;
}

/** The words of a text are to be counted anew: it was published, or is no longer. */
export async function askWordCount(db: Kysely<Schema>, textId: TextId): Promise<void> {
  await db
    .insertInto('text_words')
    .values({ text_id: textId, due: 1, words: '[]' })
    .onConflict((conflict) => conflict.column('text_id').doUpdateSet({ due: 1 }))
    .execute();
}

export async function listDueTexts(db: Kysely<Schema>, limit: number): Promise<readonly TextId[]> {
  const rows = await db.selectFrom('text_words').select('text_id').where('due', '=', 1).limit(limit).execute();
  return rows.map((row) => row.text_id as TextId);
}

/** As last counted. */
export async function findTextWords(db: Kysely<Schema>, textId: TextId): Promise<readonly string[]> {
  const row = await db.selectFrom('text_words').select('words').where('text_id', '=', textId).executeTakeFirst();
  return row ? (JSON.parse(row.words) as string[]) : [];
}

/** Puts a text's words in place of those it had; none: it is counted no more. In one order, so that two who write at once never wait for each other. */
export async function writeTextWords(
  db: Kysely<Schema>,
  { textId, words }: { readonly textId: TextId; readonly words: readonly string[] },
): Promise<void> {
  const [before, now] = [byKey(await findTextWords(db, textId)), byKey(words)];
  const gone = [...before.keys()].filter((key) => !now.has(key)).sort();
  const come = [...now].filter(([key]) => !before.has(key)).sort(([one], [other]) => (one < other ? -1 : 1));
  if (gone.length > 0) {
    await db.updateTable('library_word').set({ texts: sql<number>`texts - 1` }).where('word', 'in', gone).execute();
    await db.deleteFrom('library_word').where('texts', '<=', 0).execute();
  }
  if (come.length > 0)
    await db
      .insertInto('library_word')
      .values(come.map(([word, written]) => ({ word, written, texts: 1 })))
      .onConflict((conflict) => conflict.column('word').doUpdateSet({ texts: sql<number>`library_word.texts + 1` }))
      .execute();
  await db
    .updateTable('text_words')
    .set({ due: 0, words: JSON.stringify(words) })
    .where('text_id', '=', textId)
    .execute();
}

/** What at least so many texts have, the most widespread first. */
export async function listLibraryWords(
  db: Kysely<Schema>,
  { fewest, limit }: { readonly fewest: number; readonly limit: number },
): Promise<readonly CountedWord[]> {
  return db
    .selectFrom('library_word')
    .select(['written', 'texts'])
    .where('texts', '>=', fewest)
    .orderBy('texts', 'desc')
    .orderBy('word')
    .limit(limit)
    .execute();
}

const byKey = (words: readonly string[]) => new Map(words.map((written) => [wordKey(written), written]));

export const wordKey = (written: string) => written.toLowerCase();
