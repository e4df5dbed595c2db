// What the public sees of the forum, and all that public reads may ask: validated words, copied here when their decision comes
// in force. The database itself refuses any others.
import { type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { ContributionId, Place, Words } from '#domain/contribution.ts';
import type { BlockId, TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export interface StoredShown extends Words, Place {
  /** Of the contribution. */
  readonly row: number;
  readonly id: ContributionId;
  readonly threadId: ContributionId;
  readonly revision: number;
  readonly receivedAt: string;
  readonly validatedAt: string;
  /** An administrator answers for the site. */
  readonly byPress: boolean;
}

/** From now on these words are what is seen of it. */
export async function showContribution(db: Kysely<Schema>, shown: StoredShown): Promise<void> {
  const words = {
    revision: shown.revision,
    name: shown.name,
    subject: shown.subject,
    body: shown.body,
    quote: shown.quote,
    block_id: shown.blockId,
    number: shown.number,
    validated_at: shown.validatedAt,
    by_press: shown.byPress ? 1 : 0,
  };
  const { numUpdatedRows } = await db
    .updateTable('shown_contribution')
    .set(words)
    .where('id', '=', shown.id)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  await db
    .insertInto('shown_contribution')
    .values({
      row: shown.row,
      id: shown.id,
      text_id: shown.textId,
      thread_id: shown.threadId,
      parent_id: shown.parentId,
      received_at: shown.receivedAt,
      ...words,
    })
    .execute();
  await countIntoThread(db, shown);
}

/** True when it was seen until now. */
export async function hideContribution(db: Kysely<Schema>, id: ContributionId): Promise<boolean> {
  const gone = await db.deleteFrom('shown_contribution').where('id', '=', id).returning('thread_id').executeTakeFirst();
  if (!gone) return false;
  await db.updateTable('shown_thread').set({ shown: sql`shown - 1` }).where('thread_id', '=', gone.thread_id).execute();
  await db.deleteFrom('shown_thread').where('thread_id', '=', gone.thread_id).where('shown', '<=', 0).execute();
  return true;
}

async function countIntoThread(db: Kysely<Schema>, { threadId, textId }: StoredShown): Promise<void> {
  await db
    .insertInto('shown_thread')
    .values((from) => ({
      thread_id: threadId,
      text_id: textId,
      row: from.selectFrom('contribution').select('row').where('id', '=', threadId).$asScalar().$notNull(),
      shown: 1,
    }))
    .onConflict((conflict) => conflict.column('thread_id').doUpdateSet({ shown: sql`shown_thread.shown + 1` }))
    .execute();
}

export interface ShownThread {
  readonly threadId: ContributionId;
  readonly shown: number;
}

/** In the order their first contributions were received. */
export async function listShownThreads(
  db: Kysely<Schema>,
  { textId, offset, limit }: { readonly textId: TextId; readonly offset: number; readonly limit: number },
): Promise<readonly ShownThread[]> {
  const page = db
    .selectFrom('shown_thread')
    .select(['row'])
    .where('text_id', '=', textId)
    .orderBy('row')
    .limit(limit)
    .offset(offset);
  const rows = await db
    .selectFrom('shown_thread')
    .select(['thread_id', 'shown'])
    .where('text_id', '=', textId)
    .where('row', 'in', page)
    .orderBy('row')
    .execute();
  return rows.map(({ thread_id, shown }) => ({ threadId: thread_id as ContributionId, shown }));
}

export async function findShownThread(db: Kysely<Schema>, threadId: ContributionId): Promise<ShownThread | null> {
  const row = await db.selectFrom('shown_thread').select('shown').where('thread_id', '=', threadId).executeTakeFirst();
  return row ? { threadId, shown: row.shown } : null;
}

export async function countForum(
  db: Kysely<Schema>,
  textId: TextId,
): Promise<{ readonly total: number; readonly threads: number }> {
  const { total, threads } = await db
    .selectFrom('shown_thread')
    .select((of) => [of.fn.countAll<number>().as('threads'), of.fn.sum<number | null>('shown').as('total')])
    .where('text_id', '=', textId)
    .executeTakeFirstOrThrow();
  return { total: total ?? 0, threads };
}

/** How many stand by each block. */
export async function countShownByBlock(
  db: Kysely<Schema>,
  textId: TextId,
): Promise<readonly { readonly blockId: BlockId; readonly count: number }[]> {
  const rows = await db
    .selectFrom('shown_contribution')
    .select((of) => ['block_id', of.fn.countAll<number>().as('count')])
    .where('text_id', '=', textId)
    .where('block_id', 'is not', null)
    .groupBy('block_id')
    .execute();
  return rows.map(({ block_id, count }) => ({ blockId: block_id as BlockId, count }));
}

/** Words of a block, as read in one revision, that contributions are about. */
export interface ShownQuote {
  readonly blockId: BlockId;
  readonly quote: string;
  readonly number: number;
}

/** Those read in revisions before one, with how many are about them; of some blocks or of all. */
export async function listShownQuotes(
  db: Kysely<Schema>,
  of: {
    readonly textId: TextId;
    readonly before: number;
    readonly blockIds?: readonly BlockId[];
    readonly limit: number;
  },
): Promise<readonly (ShownQuote & { readonly count: number })[]> {
  let quotes = db
    .selectFrom('shown_contribution')
    .select((from) => ['block_id', 'quote', 'number', from.fn.countAll<number>().as('count')])
    .where('text_id', '=', of.textId)
    .where('block_id', 'is not', null)
    .where('quote', 'is not', null)
    .where('number', '<', of.before)
    .groupBy(['block_id', 'quote', 'number'])
    .limit(of.limit);
  if (of.blockIds) quotes = quotes.where('block_id', 'in', of.blockIds);
  const rows = await quotes.execute();
  return rows.map(({ block_id, quote, ...rest }) => ({ blockId: block_id as BlockId, quote: quote!, ...rest }));
}

export interface ShownOfBlocks {
  readonly textId: TextId;
  readonly blockIds: readonly BlockId[];
  /** Words that are listed by other blocks than those they were written on, and which of them by these. */
  readonly moved: readonly ShownQuote[];
  readonly came: readonly ShownQuote[];
}

/** The threads begun at some blocks, in the order received. */
export async function listShownOfBlocks(
  db: Kysely<Schema>,
  of: ShownOfBlocks & { readonly offset: number; readonly limit: number },
): Promise<readonly ContributionId[]> {
  const ofText = db.selectFrom('shown_contribution').select(['row', 'thread_id']).where('text_id', '=', of.textId);
  let placed = ofText.where('block_id', 'in', of.blockIds);
  if (of.moved.length > 0) placed = placed.where(sql<SqlBool>`${isAbout(of.moved)} is not true`);
  // Two ordered lists are merged; an "or" would have all of both sorted first.
  if (of.came.length > 0) {
    // Said though it follows: the index of quoted words holds nothing else.
    const came = ofText.where('block_id', 'is not', null).where('quote', 'is not', null);
    placed = placed.unionAll(came.where(isAbout(of.came)));
  }
  const rows = await placed.orderBy('row').limit(of.limit).offset(of.offset).execute();
  return rows.map(({ thread_id }) => thread_id as ContributionId);
}

function isAbout(quotes: readonly ShownQuote[]) {
  const values = quotes.map(({ blockId, quote, number }) => sql`(${blockId}, ${quote}, ${number})`);
  return sql<SqlBool>`(block_id, quote, number) in (values ${sql.join(values)})`;
}

/** In the order received. */
export async function listShownOfThread(
  db: Kysely<Schema>,
  { threadId, offset, limit }: { readonly threadId: ContributionId; readonly offset: number; readonly limit: number },
): Promise<readonly StoredShown[]> {
  const rows = await shown(db).where('thread_id', '=', threadId).orderBy('row').limit(limit).offset(offset).execute();
  return rows.map(shownOf);
}

export async function findShown(db: Kysely<Schema>, id: string): Promise<StoredShown | null> {
  const row = await shown(db).where('id', '=', id).executeTakeFirst();
  return row ? shownOf(row) : null;
}

export async function findShownNames(
  db: Kysely<Schema>,
  ids: readonly ContributionId[],
): Promise<ReadonlyMap<ContributionId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('shown_contribution').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id as ContributionId, name]));
}

/** Newest first, of one text or of every text that can be read; `before` is where the last list ended. */
export async function listNewestShown(
  db: Kysely<Schema>,
  {
    textId,
    before,
    limit,
  }: {
    readonly textId: TextId | null;
    readonly before: { readonly validatedAt: string; readonly row: number } | null;
    readonly limit: number;
  },
): Promise<readonly StoredShown[]> {
  let rows = shown(db).orderBy('validated_at', 'desc').orderBy('row', 'desc').limit(limit);
  if (textId !== null) rows = rows.where('text_id', '=', textId);
  // Asked of each in turn: as a list of texts it would have all of them sorted first.
  else rows = rows.where((of) => of.exists(readableText(of)));
  if (before !== null)
    rows = rows.where((of) => of(of.refTuple('validated_at', 'row'), '<', of.tuple(before.validatedAt, before.row)));
  return (await rows.execute()).map(shownOf);
}

/** How many of a thread were received before this one: where it stands in it. */
export async function countShownBefore(db: Kysely<Schema>, { threadId, row }: StoredShown): Promise<number> {
  const { count } = await db
    .selectFrom('shown_contribution')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('thread_id', '=', threadId)
    .where('row', '<', row)
    .executeTakeFirstOrThrow();
  return count;
}

const readableText = (of: ExpressionBuilder<Schema, 'shown_contribution'>) =>
  of
    .selectFrom('text')
    .select('id')
    .whereRef('text.id', '=', 'shown_contribution.text_id')
    .where('withdrawn_at', 'is', null);

const shown = (db: Kysely<Schema>) => db.selectFrom('shown_contribution').selectAll();

type Row = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number];

function shownOf(row: Row): StoredShown {
  return {
    row: row.row,
    id: row.id as ContributionId,
    textId: row.text_id as TextId,
    number: row.number,
    blockId: row.block_id as BlockId | null,
    quote: row.quote,
    parentId: row.parent_id as ContributionId | null,
    threadId: row.thread_id as ContributionId,
    revision: row.revision,
    name: row.name,
    subject: row.subject,
    body: row.body,
    receivedAt: row.received_at,
    validatedAt: row.validated_at,
    byPress: row.by_press === 1,
  };
}
