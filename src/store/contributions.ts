import { type Kysely, sql, type Updateable } from 'kysely';
import type { ContributionId, ContributionState, Lane, Place } from '#domain/contribution.ts';
import type { BlockId, TextId } from '#domain/text.ts';
import { insertRow } from './insert-row.ts';
import type { Schema } from './schema.ts';

/** What is kept of a contribution but for its words, which its revisions hold. */
export interface StoredContribution extends Place {
  readonly row: number;
  readonly id: ContributionId;
  /** The contribution its thread began with: its own id, if it began one. */
  readonly threadId: ContributionId;
  readonly state: ContributionState;
  /** Null: waits for nobody. */
  readonly lane: Lane | null;
  /** The newest. */
  readonly revision: number;
  readonly shownRevision: number | null;
  readonly score: number;
  readonly groupKey: string | null;
  /** Keyed mark of where it came from, for its day; null once that is forgotten. */
  readonly sender: string | null;
  readonly day: string;
  readonly email: string | null;
  readonly emailConfirmedAt: string | null;
  readonly notify: boolean;
  /** Of its first revision: what decisions name in the record. */
  readonly leaf: number;
  readonly log: number;
  readonly receivedAt: string;
  readonly changedAt: string;
}

type New = Omit<StoredContribution, 'row' | 'state' | 'shownRevision' | 'emailConfirmedAt' | 'changedAt'>;

/** Begins waiting, as every one does; gives its row. */
export async function insertContribution(
  db: Kysely<Schema>,
  contribution: New & {
    readonly receiptHash: string | null;
    readonly ticketHash: string | null;
    /** Where it came here later than it was written: what expires counts from then. */
    readonly changedAt?: string;
  },
): Promise<number> {
  const row = await insertRow(db, 'contribution', {
    id: contribution.id,
    text_id: contribution.textId,
    number: contribution.number,
    block_id: contribution.blockId,
    quote: contribution.quote,
    parent_id: contribution.parentId,
    thread_id: contribution.threadId,
    state: 'waiting',
    lane: contribution.lane,
    revision: contribution.revision,
    score: contribution.score,
    group_key: contribution.groupKey,
    sender: contribution.sender,
    day: contribution.day,
    email: contribution.email,
    notify: contribution.notify ? 1 : 0,
    receipt_hash: contribution.receiptHash,
    ticket: contribution.ticketHash,
    leaf: contribution.leaf,
    log: contribution.log,
    received_at: contribution.receivedAt,
    changed_at: contribution.changedAt ?? contribution.receivedAt,
  });
  return row!;
}

export async function findContribution(
  db: Kysely<Schema>,
  by: { readonly id: string } | { readonly receiptHash: string },
): Promise<StoredContribution | null> {
  const rows = db.selectFrom('contribution').selectAll();
  const found = 'id' in by ? rows.where('id', '=', by.id) : rows.where('receipt_hash', '=', by.receiptHash);
  const row = await found.executeTakeFirst();
  return row ? contributionOf(row) : null;
}

export type ContributionChange = Partial<
  Pick<
    StoredContribution,
    | 'state'
    | 'lane'
    | 'revision'
    | 'shownRevision'
    | 'score'
    | 'groupKey'
    | 'quote'
    | 'sender'
    | 'email'
    | 'emailConfirmedAt'
    | 'notify'
    | 'changedAt'
  >
>;

/** A change of state needs its entry in the log of decisions first: the database asks for it. */
export async function changeContribution(
  db: Kysely<Schema>,
  { id, ...change }: ContributionChange & { readonly id: ContributionId },
): Promise<void> {
  await db.updateTable('contribution').set(columnsOf(change)).where('id', '=', id).execute();
}

/** Nobody looks at it any more. */
export async function endLease(db: Kysely<Schema>, id: ContributionId): Promise<void> {
  await db.updateTable('contribution').set({ leased_by: null, leased_until: null }).where('id', '=', id).execute();
}

/** Of one state, last changed before; the longest ago first. */
export async function listContributionsChangedBefore(
  db: Kysely<Schema>,
  { state, before, limit }: { readonly state: ContributionState; readonly before: string; readonly limit: number },
): Promise<readonly ContributionId[]> {
  const rows = await db
    .selectFrom('contribution')
    .select('id')
    .where('state', '=', state)
    .where('changed_at', '<', before)
    .orderBy('changed_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id as ContributionId);
}

/** Under which something was erased since. */
export async function listTextsErasedFrom(db: Kysely<Schema>, since: string): Promise<readonly TextId[]> {
  const rows = await db
    .selectFrom('contribution')
    .select('text_id')
    .distinct()
    .where('state', '=', 'erased')
    .where('changed_at', '>=', since)
    .execute();
  return rows.map(({ text_id }) => text_id as TextId);
}

/** Waiting in a lane, unchanged since before. Looks at the first of the lane only, which came first: a long lane is not read to its end. */
export async function listWaitingSince(
  db: Kysely<Schema>,
  { lane, before, limit }: { readonly lane: Lane; readonly before: string; readonly limit: number },
): Promise<readonly ContributionId[]> {
  const rows = await db
    .selectFrom('contribution')
    .select(['id', 'changed_at'])
    .where('lane', '=', lane)
    .where('state', '=', 'waiting')
    .orderBy('row')
    .limit(limit)
    .execute();
  return rows.filter((row) => row.changed_at < before).map(({ id }) => id as ContributionId);
}

/** Addresses nobody confirmed, and those that nothing more will be written to. */
export async function forgetAddresses(
  db: Kysely<Schema>,
  { unconfirmedBefore, unwantedBefore }: { readonly unconfirmedBefore: string; readonly unwantedBefore: string },
): Promise<void> {
  const forget = () =>
    db.updateTable('contribution').set({ email: null, email_confirmed_at: null }).where('email', 'is not', null);
  await forget().where('received_at', '<', unconfirmedBefore).where('email_confirmed_at', 'is', null).execute();
  await forget()
    .where('changed_at', '<', unwantedBefore)
    .where('notify', '=', sql.lit(0))
    .where('state', '!=', 'waiting')
    .execute();
}

/** Some of the marks older than a day; how many there were. */
export async function forgetSenders(
  db: Kysely<Schema>,
  { before, limit }: { readonly before: string; readonly limit: number },
): Promise<number> {
  const old = db
    .selectFrom('contribution')
    .select('row')
    .where('sender', 'is not', null)
    .where('day', '<', before)
    .limit(limit);
  const { numUpdatedRows } = await db
    .updateTable('contribution')
    .set({ sender: null })
    .where('row', 'in', old)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The latest of a group of near duplicates: their bodies, newest revisions. */
export async function listGroupBodies(
  db: Kysely<Schema>,
  { groupKey, limit }: { readonly groupKey: string; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('contribution as c')
    .innerJoin('contribution_revision as r', (join) =>
      join.onRef('r.contribution_id', '=', 'c.id').onRef('r.revision', '=', 'c.revision'),
    )
    .select('r.body')
    .where('c.group_key', '=', groupKey)
    .orderBy('c.row', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ body }) => body);
}

function columnsOf({ state, lane, revision, score, quote, sender, email, ...rest }: ContributionChange) {
  const { shownRevision, groupKey, emailConfirmedAt, notify, changedAt } = rest;
  const columns: Updateable<Schema['contribution']> = { state, lane, revision, score, quote, sender, email };
  const renamed = {
    shown_revision: shownRevision,
    group_key: groupKey,
    email_confirmed_at: emailConfirmedAt,
    notify: notify === undefined ? undefined : notify ? 1 : 0,
    changed_at: changedAt,
  };
  return { ...columns, ...renamed };
}

type Row = Awaited<ReturnType<ReturnType<typeof everything>['execute']>>[number];
const everything = (db: Kysely<Schema>) => db.selectFrom('contribution').selectAll();

/** For whoever reads rows of this table: the queue does. */
export function contributionOf(row: Row): StoredContribution {
  return {
    row: row.row,
    id: row.id as ContributionId,
    textId: row.text_id as TextId,
    number: row.number,
    blockId: row.block_id as BlockId | null,
    quote: row.quote,
    parentId: row.parent_id as ContributionId | null,
    threadId: row.thread_id as ContributionId,
    state: row.state as ContributionState,
    lane: row.lane as Lane | null,
    revision: row.revision,
    shownRevision: row.shown_revision,
    score: row.score,
    groupKey: row.group_key,
    sender: row.sender,
    day: row.day,
    email: row.email,
    emailConfirmedAt: row.email_confirmed_at,
    notify: row.notify === 1,
    leaf: row.leaf,
    log: row.log,
    receivedAt: row.received_at,
    changedAt: row.changed_at,
  };
}
