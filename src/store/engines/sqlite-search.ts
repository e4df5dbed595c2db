import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** What stands around a match in what FTS5 answers: control characters, which no indexed text may hold. */
export const MATCH_START = '\u0002';
export const MATCH_END = '\u0003';
const SNIPPET_WORDS = 36;

export interface SearchDocument {
  readonly row: number;
  readonly title: string;
  readonly authors: string;
  readonly body: string;
}

export interface SearchHit {
  readonly row: number;
  readonly title: string;
  readonly snippet: string;
}

export async function insertDocument(db: Kysely<Schema>, { row, ...fields }: SearchDocument): Promise<void> {
  const [title, authors, body] = [fields.title, fields.authors, fields.body].map(withoutMarks);
  await sql`insert into search (rowid, title, authors, body) values (${row}, ${title}, ${authors}, ${body})`.execute(
    db,
  );
}

export async function deleteDocument(db: Kysely<Schema>, row: number): Promise<void> {
  await sql`delete from search where rowid = ${row}`.execute(db);
}

/** FTS5 puts the rows in order before it makes a snippet, so only what is shown costs one. */
export async function findDocuments(
  db: Kysely<Schema>,
  {
    expression,
    order,
    offset,
    limit,
  }: {
    readonly expression: string;
    readonly order: 'best' | 'newest';
    readonly offset: number;
    readonly limit: number;
  },
): Promise<readonly SearchHit[]> {
  const inOrder = order === 'best' ? sql`rank` : sql`rowid desc`;
  const { rows } = await sql<SearchHit>`
    select rowid as row,
      highlight(search, 0, ${MATCH_START}, ${MATCH_END}) as title,
      snippet(search, 2, ${MATCH_START}, ${MATCH_END}, '…', ${SNIPPET_WORDS}) as snippet
    from search where search match ${expression} order by ${inOrder} limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

export async function countDocuments(db: Kysely<Schema>, expression: string): Promise<number> {
  const { rows } = await sql<{
    total: number;
  }>`select count(*) as total from search where search match ${expression}`.execute(db);
  return rows[0]?.total ?? 0;
}

/** Every word and "phrase" must occur; null when nothing that can be looked for was typed. Quoted, so no operator of FTS5 is reached. */
export function expressionOf(query: string, { beginnings }: { readonly beginnings: boolean }): string | null {
  const parts = [...query.matchAll(/"([^"]*)"|[^\s"]+/g)]
    .map(([whole, phrase]) => ({ words: withoutMarks(phrase ?? whole), isPhrase: phrase !== undefined }))
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words))
    .slice(0, MOST_WORDS);
  if (parts.length === 0) return null;
  return parts.map(({ words, isPhrase }) => `"${words}"${beginnings && !isPhrase ? '*' : ''}`).join(' ');
}

const MOST_WORDS = 24;

function withoutMarks(text: string): string {
  return text.replace(/[\0\u0002\u0003]/g, ' ');
}
