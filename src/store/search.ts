import type { Kysely } from 'kysely';
import type { Page, TextEntry } from '#domain/entry.ts';
import {
  countDocuments,
  deleteDocument,
  expressionOf,
  findDocuments,
  insertDocument,
  MATCH_END,
  MATCH_START,
  type SearchDocument,
} from './engines/sqlite-search.ts';
import { listEntriesByRow, type Window } from './lists.ts';
import type { Schema } from './schema.ts';

/** Text with what was looked for told apart, as data: how it is shown is for the page. */
export interface Marked {
  readonly text: string;
  readonly isMatch: boolean;
}

export interface FoundText extends TextEntry {
  readonly markedTitle: readonly Marked[];
  readonly snippet: readonly Marked[];
}

/** In place of what the index held of that text. */
export async function indexText(db: Kysely<Schema>, document: SearchDocument): Promise<void> {
  await deleteDocument(db, document.row);
  await insertDocument(db, document);
}

export async function unindexText(db: Kysely<Schema>, row: number): Promise<void> {
  await deleteDocument(db, row);
}

/** Weighing a text costs some 5 µs. Words that stand in more texts than this tell little, so the newest come first. */
const MOST_RANKED = 5000;

/** Words as typed; when no text has them all, words that begin so. */
export async function findByWords(
  db: Kysely<Schema>,
  { query, offset, limit }: Window & { readonly query: string },
): Promise<Page<FoundText>> {
  for (const beginnings of [false, true]) {
    const expression = expressionOf(query, { beginnings });
    if (expression === null) break;
    const total = await countDocuments(db, expression);
    if (total === 0) continue;
    const hits = await findDocuments(db, { expression, order: total > MOST_RANKED ? 'newest' : 'best', offset, limit });
    const entries = await listEntriesByRow(
      db,
      hits.map(({ row }) => row),
    );
    const items = hits.flatMap(({ row, title, snippet }) => {
      const entry = entries.get(row);
      return entry ? [{ ...entry, markedTitle: markedOf(title), snippet: markedOf(snippet) }] : [];
    });
    return { items, total };
  }
  return { items: [], total: 0 };
}

/** `a ␂match␃ b` → three pieces. */
function markedOf(text: string): readonly Marked[] {
  return text
    .split(MATCH_START)
    .flatMap((piece, index) => {
      const [match, rest] = index === 0 ? ['', piece] : piece.split(MATCH_END, 2);
      return [
        { text: match ?? '', isMatch: true },
        { text: rest ?? '', isMatch: false },
      ];
    })
    .filter(({ text: words }) => words !== '');
}
