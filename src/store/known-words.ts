import { join } from 'node:path';
import { kyselyOver, openReader } from './engines/sqlite-connection.ts';
import { listLexicon } from './lexicon-words.ts';
import { type CountedWord, listLibraryWords } from './library-words.ts';
import { DATABASE_FILE } from './store.ts';

/** In fewer texts a word is no evidence; beyond so many words, none is needed. */
export const WIDESPREAD = { fewest: 2, limit: 20_000 };

/** What the library of a data folder knows of words, read beside whatever serves it; throws what SQLite says where there is none, or of an older press. */
export async function readKnownWords({
  dataFolder,
}: {
  readonly dataFolder: string;
}): Promise<{ readonly lexicon: readonly string[]; readonly library: readonly CountedWord[] }> {
  const db = kyselyOver(openReader(join(dataFolder, DATABASE_FILE)));
  try {
    return { lexicon: await listLexicon(db), library: await listLibraryWords(db, WIDESPREAD) };
  } finally {
    await db.destroy();
  }
}
