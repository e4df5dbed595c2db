// Decisions that were taken and are not yet in force. The key is the contribution: of two moderators one decides.
import { type Kysely, sql } from 'kysely';
import type { ContributionId, Decision, Lane } from '#domain/contribution.ts';
import type { AccountId } from '#domain/text.ts';
import { conditionsOf, type QueueSelection, rowIn, tablesOf } from './queue.ts';
import type { Schema } from './schema.ts';

/** What all of a batch have together. */
export interface DecisionTaken {
  readonly decision: Decision;
  readonly ground: string;
  readonly reason: string | null;
  readonly reply: string | null;
  readonly decidedBy: AccountId | null;
  readonly batch: string;
  readonly decidedAt: string;
  readonly inForceAt: string;
}

export interface PendingDecision extends DecisionTaken {
  readonly contributionId: ContributionId;
  readonly revision: number;
  readonly hash: string;
}

/** Takes them out of their lanes too. The caller has looked, in this transaction, that each waits and has this hash. */
export async function insertPending(
  db: Kysely<Schema>,
  {
    taken,
    items,
  }: {
    readonly taken: DecisionTaken;
    readonly items: readonly {
      readonly id: ContributionId;
      readonly revision: number;
      readonly hash: string;
      readonly lane: Lane | null;
    }[];
  },
): Promise<void> {
  for (let from = 0; from < items.length; from += ROWS_A_STATEMENT) {
    const rows = items.slice(from, from + ROWS_A_STATEMENT).map(({ id, revision, hash, lane }) => ({
      contribution_id: id,
      revision,
      hash,
      lane,
      ...columnsOf(taken),
    }));
    await db.insertInto('pending_decision').values(rows).execute();
    await leaveLanes(
      db,
      rows.map(({ contribution_id }) => contribution_id),
    );
  }
}

/**
 * The same for what a selection holds, from a row on and up to another, so many at a time: the caller goes on from the last row.
 * What was changed since the decision is not what it was about.
 */
export async function insertPendingSelection(
  db: Kysely<Schema>,
  {
    taken,
    selection,
    after,
    upTo,
    limit,
  }: {
    readonly taken: DecisionTaken;
    readonly selection: QueueSelection;
    readonly after: number;
    readonly upTo: number;
    readonly limit: number;
  },
): Promise<{ readonly count: number; readonly lastRow: number }> {
  const { decision, ground, reason, reply, decidedBy, batch, decidedAt, inForceAt } = taken;
  const row = rowIn(selection);
  const { rows } = await sql<{ id: string }>`
    insert into pending_decision (contribution_id, revision, hash, lane, decision, ground, reason, reply, decided_by,
      batch, decided_at, in_force_at)
    select c.id, c.revision, r.hash, c.lane, ${decision}, ${ground}, ${reason}, ${reply}, ${decidedBy}, ${batch},
      ${decidedAt}, ${inForceAt}
    from ${tablesOf(selection)}
      join contribution_revision r on r.contribution_id = c.id and r.revision = c.revision
    where ${conditionsOf(selection)} and ${row} > ${after} and ${row} <= ${upTo} and c.changed_at <= ${decidedAt}
    order by ${row} limit ${limit}
    returning contribution_id as id`.execute(db);
  const left = await leaveLanes(
    db,
    rows.map(({ id }) => id),
  );
  return { count: rows.length, lastRow: Math.max(after, ...left) };
}

/** Gives their rows. */
async function leaveLanes(db: Kysely<Schema>, ids: readonly string[]): Promise<readonly number[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .updateTable('contribution')
    .set({ lane: null, leased_by: null, leased_until: null })
    .where('id', 'in', [...ids])
    .returning('row')
    .execute();
  return rows.map(({ row }) => row);
}

/** Those whose time has come, the earliest first; then those of selections, which may be very many. */
export async function listDuePending(
  db: Kysely<Schema>,
  { at, limit }: { readonly at: string; readonly limit: number },
): Promise<readonly PendingDecision[]> {
  const pending = db.selectFrom('pending_decision').selectAll();
  const own = pending.where('in_force_at', '<=', at).orderBy('in_force_at').orderBy(sql`rowid`);
  const rows = await own.limit(limit).execute();
  const selection = rows.length < limit ? await dueSelection(db, at) : undefined;
  if (!selection) return rows.map(pendingOf);
  const of = pending.where('batch', '=', selection.batch).limit(limit - rows.length);
  return [...rows, ...(await of.execute())].map(pendingOf);
}

export async function isPendingDue(db: Kysely<Schema>, at: string): Promise<boolean> {
  const due = db.selectFrom('pending_decision').select('batch').where('in_force_at', '<=', at).limit(1);
  return (await due.executeTakeFirst()) !== undefined || (await dueSelection(db, at)) !== undefined;
}

const dueSelection = (db: Kysely<Schema>, at: string) =>
  db
    .selectFrom('pending_selection')
    .select('batch')
    .where('in_force_at', '<=', at)
    .orderBy('in_force_at')
    .limit(1)
    .executeTakeFirst();

export async function isPending(db: Kysely<Schema>, id: ContributionId): Promise<boolean> {
  const row = await db
    .selectFrom('pending_decision')
    .select('batch')
    .where('contribution_id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

export async function deletePending(db: Kysely<Schema>, ids: readonly ContributionId[]): Promise<void> {
  if (ids.length > 0)
    await db
      .deleteFrom('pending_decision')
      .where('contribution_id', 'in', [...ids])
      .execute();
}

/** Some of what is left of a batch; gives how many decisions were undone. */
export async function undoPending(
  db: Kysely<Schema>,
  { batch, limit }: { readonly batch: string; readonly limit: number },
): Promise<number> {
  const some = await db
    .selectFrom('pending_decision')
    .select('contribution_id')
    .where('batch', '=', batch)
    .limit(limit)
    .execute();
  if (some.length === 0) return 0;
  const ids = some.map(({ contribution_id }) => contribution_id as ContributionId);
  await dropPending(db, ids);
  return ids.length;
}

/** Puts what they were about back into the lanes it waited in, unless nobody waits for it any more. */
export async function dropPending(db: Kysely<Schema>, ids: readonly ContributionId[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update contribution set lane = p.lane from pending_decision p
    where p.contribution_id in (${sql.join([...ids])}) and p.contribution_id = contribution.id and p.lane is not null
      and contribution.lane is null and contribution.state not in ('withdrawn', 'erased')`.execute(db);
  await deletePending(db, ids);
}

function columnsOf({ decision, ground, reason, reply, decidedBy, batch, decidedAt, inForceAt }: DecisionTaken) {
  const times = { decided_at: decidedAt, in_force_at: inForceAt };
  return { decision, ground, reason, reply, decided_by: decidedBy, batch, ...times };
}

function pendingOf(row: {
  readonly contribution_id: string;
  readonly revision: number;
  readonly hash: string;
  readonly decision: string;
  readonly ground: string;
  readonly reason: string | null;
  readonly reply: string | null;
  readonly decided_by: string | null;
  readonly batch: string;
  readonly decided_at: string;
  readonly in_force_at: string;
}): PendingDecision {
  return {
    contributionId: row.contribution_id as ContributionId,
    revision: row.revision,
    hash: row.hash,
    decision: row.decision as Decision,
    ground: row.ground,
    reason: row.reason,
    reply: row.reply,
    decidedBy: row.decided_by as AccountId | null,
    batch: row.batch,
    decidedAt: row.decided_at,
    inForceAt: row.in_force_at,
  };
}

/** SQLite takes 32,766 values a statement. */
const ROWS_A_STATEMENT = 500;
