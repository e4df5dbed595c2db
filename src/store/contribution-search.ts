// Desk only: no public read comes here. The document's number is the contribution's row.
import { type Kysely, sql } from 'kysely';
import type { Words } from '#domain/contribution.ts';
import type { Schema } from './schema.ts';

/** In place of what stood there for that row. */
export async function indexContribution(
  db: Kysely<Schema>,
  { row, isNew, words }: { readonly row: number; readonly isNew: boolean; readonly words: Words },
): Promise<void> {
  if (!isNew) await dropFromIndex(db, row);
  const text = [words.name, words.subject ?? '', words.body].join('\n');
  await sql`insert into contribution_search (rowid, words) values (${row}, ${text})`.execute(db);
}

export async function dropFromIndex(db: Kysely<Schema>, row: number): Promise<void> {
  await sql`delete from contribution_search where rowid = ${row}`.execute(db);
}
