// What waits for a moderator, in the order it is worked through: the one place that says what a filter of the queue means.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ContributionId, ContributionState, Lane } from '#domain/contribution.ts';
import type { BlockId, TextId } from '#domain/text.ts';
import { expressionOf } from './engines/sqlite-search.ts';
import type { Schema } from './schema.ts';

export interface QueueSelection {
  readonly lane: 'main' | 'spam';
  readonly textId?: TextId;
  readonly sender?: string;
  readonly group?: string;
  readonly query?: string;
  readonly leastScore?: number;
  readonly mostScore?: number;
  readonly order: 'oldest' | 'newest' | 'score';
  /** Instead of what waits in the lane: what stands in that state, the last changed first. */
  readonly state?: ContributionState;
}

export interface QueueRow {
  readonly row: number;
  readonly id: ContributionId;
  readonly textId: TextId;
  readonly number: number;
  readonly blockId: BlockId | null;
  readonly quote: string | null;
  readonly parentId: ContributionId | null;
  readonly threadId: ContributionId;
  readonly state: ContributionState;
  readonly lane: Lane | null;
  readonly revision: number;
  readonly shownRevision: number | null;
  readonly score: number;
  readonly groupKey: string | null;
  readonly sender: string | null;
  readonly day: string;
  readonly receivedAt: string;
  readonly changedAt: string;
  readonly leasedBy: string | null;
  readonly leasedUntil: string | null;
  /** 1: decided, and not yet in force. */
  readonly pending: 0 | 1;
  /** Of the newest revision, as all that follows. */
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
  readonly hash: string;
  readonly signals: string;
}

/** Where a page of the queue ends: the row, and what the order goes by before it. */
export interface QueueCursor {
  readonly row: number;
  readonly key: string | number | null;
}

/** `after` stands in the same order: the page that follows it. */
export async function listQueueRows(
  db: Kysely<Schema>,
  selection: QueueSelection,
  { after, limit }: { readonly after: QueueCursor | null; readonly limit: number },
): Promise<readonly QueueRow[]> {
  const order = orderOf(selection);
  const { rows } = await sql<QueueRow>`
    select ${COLUMNS} from ${tablesOf(selection)}
      join contribution_revision r on r.contribution_id = c.id and r.revision = c.revision
    where ${conditionsOf(selection)} ${after ? sql`and ${order.after(after)}` : sql``}
    order by ${order.by} limit ${limit}`.execute(db);
  return rows;
}

export async function findQueueRow(db: Kysely<Schema>, id: ContributionId): Promise<QueueRow | null> {
  const { rows } = await sql<QueueRow>`
    select ${COLUMNS} from contribution c
      join contribution_revision r on r.contribution_id = c.id and r.revision = c.revision
    where c.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** What `QueueCursor.key` is of this row in this order. */
export function cursorOf(selection: QueueSelection, row: QueueRow): QueueCursor {
  return { row: row.row, key: orderOf(selection).keyOf(row) };
}

/** The tables a selection is looked up in: `c` is the contribution. The words' index first, so that it is walked in the order of rows. */
export function tablesOf({ query }: QueueSelection): RawBuilder<unknown> {
  return query
    ? sql`contribution_search cross join contribution c on c.row = contribution_search.rowid`
    : sql`contribution c`;
}

/** The row as it stands in what is walked in its order. */
export function rowIn({ query }: QueueSelection): RawBuilder<unknown> {
  return query ? sql`contribution_search.rowid` : sql`c.row`;
}

export function conditionsOf(selection: QueueSelection): RawBuilder<unknown> {
  const { lane, state, textId, sender, group, query, leastScore, mostScore } = selection;
  const conditions = [
    state ? sql`c.state = ${state}` : sql`c.lane = ${lane}`,
    textId && sql`c.text_id = ${textId}`,
    sender && sql`c.sender = ${sender}`,
    group && sql`c.group_key = ${group}`,
    query && sql`contribution_search match ${expressionOf(query, { beginnings: true }) ?? NOTHING}`,
    leastScore !== undefined && sql`c.score >= ${leastScore}`,
    mostScore !== undefined && sql`c.score <= ${mostScore}`,
  ].filter((condition) => condition !== undefined && condition !== false && condition !== '');
  return sql.join(conditions, sql` and `);
}

/** A phrase that no words are: what was typed holds nothing to look for. */
const NOTHING = '"\u{10FFFD}"';

interface Order {
  readonly by: RawBuilder<unknown>;
  readonly after: (cursor: QueueCursor) => RawBuilder<unknown>;
  readonly keyOf: (row: QueueRow) => QueueCursor['key'];
}

/** Each has an index of its own. What is looked for by words comes by age, as the index of words stands; by score, when the score is asked for. */
function orderOf({ order, state, query, leastScore, mostScore, textId }: QueueSelection): Order {
  if (query) return order === 'oldest' && !state ? OLDEST_FOUND : NEWEST_FOUND;
  if (state) return textId ? NEWEST : LAST_CHANGED;
  if (order === 'score' || leastScore !== undefined || mostScore !== undefined) return SCORE;
  return order === 'oldest' ? OLDEST : NEWEST;
}

const byRow = (row: RawBuilder<unknown>, direction: 'asc' | 'desc'): Order => ({
  by: direction === 'asc' ? row : sql`${row} desc`,
  after: (cursor) => (direction === 'asc' ? sql`${row} > ${cursor.row}` : sql`${row} < ${cursor.row}`),
  keyOf: () => null,
});
const OLDEST = byRow(sql`c.row`, 'asc');
const NEWEST = byRow(sql`c.row`, 'desc');
const OLDEST_FOUND = byRow(sql`contribution_search.rowid`, 'asc');
const NEWEST_FOUND = byRow(sql`contribution_search.rowid`, 'desc');
const SCORE: Order = {
  by: sql`c.score desc, c.row desc`,
  after: ({ key, row }) => sql`(c.score, c.row) < (${key}, ${row})`,
  keyOf: ({ score }) => score,
};
const LAST_CHANGED: Order = {
  by: sql`c.changed_at desc, c.row desc`,
  after: ({ key, row }) => sql`(c.changed_at, c.row) < (${key}, ${row})`,
  keyOf: ({ changedAt }) => changedAt,
};

const COLUMNS = sql`c.row, c.id, c.text_id as "textId", c.number, c.block_id as "blockId", c.quote, c.parent_id as "parentId",
  c.thread_id as "threadId", c.state, c.lane, c.revision, c.shown_revision as "shownRevision", c.score,
  c.group_key as "groupKey", c.sender, c.day, c.received_at as "receivedAt", c.changed_at as "changedAt",
  c.leased_by as "leasedBy", c.leased_until as "leasedUntil",
  exists (select 1 from pending_decision p where p.contribution_id = c.id) as pending, r.name, r.subject, r.body, r.hash, r.signals`;
