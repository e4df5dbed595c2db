import type { Kysely } from 'kysely';
import type { ContentsLine } from '#domain/entry.ts';
import type { Metadata } from '#domain/metadata.ts';
import type { AccountId, IdentifiedBlock, IdentifiedNote, Revision, TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

/** A revision with what is derived from it and stored. */
export interface StoredRevision extends Revision {
  readonly bodyHtml: string;
  readonly contents: readonly ContentsLine[];
  readonly plainText: string;
  readonly excerpt: string;
}

/** A revision as the history names it. */
export interface RevisionLine {
  readonly number: number;
  readonly publishedAt: string;
  readonly reason: string | null;
  readonly words: number;
}

export async function insertRevision(
  db: Kysely<Schema>,
  {
    revision,
    publishedBy,
    manifest,
  }: { readonly revision: StoredRevision; readonly publishedBy: AccountId | null; readonly manifest: string },
): Promise<void> {
  await db
    .insertInto('revision')
    .values({
      text_id: revision.textId,
      number: revision.number,
      published_at: revision.publishedAt,
      published_by: publishedBy,
      words: revision.words,
      reason: revision.reason,
      excerpt: revision.excerpt,
      metadata: JSON.stringify(revision.metadata),
      contents: JSON.stringify(revision.contents),
      source: revision.source,
      body_html: revision.bodyHtml,
      plain_text: revision.plainText,
      blocks: JSON.stringify(revision.blocks),
      notes: JSON.stringify(revision.notes),
      manifest,
    })
    .execute();
}

export async function findRevision(
  db: Kysely<Schema>,
  { textId, number }: { readonly textId: TextId; readonly number: number },
): Promise<StoredRevision | null> {
  const row = await db
    .selectFrom('revision')
    .selectAll()
    .where('text_id', '=', textId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return null;
  return {
    textId,
    number,
    source: row.source,
    metadata: JSON.parse(row.metadata),
    blocks: JSON.parse(row.blocks),
    notes: JSON.parse(row.notes),
    words: row.words,
    reason: row.reason,
    publishedAt: row.published_at,
    bodyHtml: row.body_html,
    contents: JSON.parse(row.contents),
    plainText: row.plain_text,
    excerpt: row.excerpt,
  };
}

/** What the page of a revision shows: its blocks and source stay where they are. */
export async function findRevisionPage(
  db: Kysely<Schema>,
  { textId, number }: { readonly textId: TextId; readonly number: number },
): Promise<RevisionPage | null> {
  const row = await db
    .selectFrom('revision')
    .select(['metadata', 'body_html', 'contents', 'words', 'reason', 'published_at', 'excerpt'])
    .where('text_id', '=', textId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return null;
  return {
    metadata: JSON.parse(row.metadata),
    bodyHtml: row.body_html,
    contents: JSON.parse(row.contents),
    words: row.words,
    reason: row.reason,
    publishedAt: row.published_at,
    excerpt: row.excerpt,
  };
}

export interface RevisionPage {
  readonly metadata: Metadata;
  readonly bodyHtml: string;
  readonly contents: readonly ContentsLine[];
  readonly words: number;
  readonly reason: string | null;
  readonly publishedAt: string;
  readonly excerpt: string;
}

export async function findRevisionIds(
  db: Kysely<Schema>,
  { textId, number }: { readonly textId: TextId; readonly number: number },
): Promise<{ readonly blocks: readonly IdentifiedBlock[]; readonly notes: readonly IdentifiedNote[] }> {
  const row = await db
    .selectFrom('revision')
    .select(['blocks', 'notes'])
    .where('text_id', '=', textId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? { blocks: JSON.parse(row.blocks), notes: JSON.parse(row.notes) } : { blocks: [], notes: [] };
}

/** Oldest first. */
export async function listRevisions(db: Kysely<Schema>, textId: TextId): Promise<readonly RevisionLine[]> {
  return await db
    .selectFrom('revision')
    .select(['number', 'published_at as publishedAt', 'reason', 'words'])
    .where('text_id', '=', textId)
    .orderBy('number')
    .execute();
}

/** SQLite takes 32,766 values a statement. */
const ROWS_A_STATEMENT = 5000;

export async function insertRemovedBlocks(
  db: Kysely<Schema>,
  {
    textId,
    lastNumber,
    blocks,
  }: { readonly textId: TextId; readonly lastNumber: number; readonly blocks: readonly IdentifiedBlock[] },
): Promise<void> {
  for (let from = 0; from < blocks.length; from += ROWS_A_STATEMENT) {
    const rows = blocks.slice(from, from + ROWS_A_STATEMENT);
    await db
      .insertInto('removed_block')
      .values(rows.map(({ id, kind }) => ({ text_id: textId, block_id: id, last_number: lastNumber, kind })))
      .onConflict((conflict) =>
        conflict
          .columns(['text_id', 'block_id'])
          .doUpdateSet((eb) => ({ last_number: eb.ref('excluded.last_number') })),
      )
      .execute();
  }
}

export async function findRemovedBlock(
  db: Kysely<Schema>,
  { textId, blockId }: { readonly textId: TextId; readonly blockId: string },
): Promise<{ readonly lastNumber: number } | null> {
  const row = await db
    .selectFrom('removed_block')
    .select('last_number as lastNumber')
    .where('text_id', '=', textId)
    .where('block_id', '=', blockId)
    .executeTakeFirst();
  return row ?? null;
}
