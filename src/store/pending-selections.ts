// Decisions on all that a filter holds. Each is one row and the pending decisions that carry its batch: these have no time of
// their own, but come into force with the row, and are all undone with it.
import { type Kysely, sql } from 'kysely';
import type { AccountId } from '#domain/text.ts';
import { type DecisionTaken, insertPendingSelection, undoPending } from './pending-decisions.ts';
import { conditionsOf, type QueueSelection, rowIn, tablesOf } from './queue.ts';
import type { Schema } from './schema.ts';

export interface PendingSelection {
  readonly batch: string;
  readonly step: 'taking' | 'taken' | 'undoing';
  /** How many are pending. */
  readonly taken: number;
  /** Rows of contributions: where it began, how far it is, where it ends. */
  readonly fromRow: number;
  readonly afterRow: number;
  readonly upTo: number;
  /** Null until all of it is taken. */
  readonly inForceAt: string | null;
}

/** Later than any time: what is taken comes into force with the selection's own row. */
const WITH_THE_SELECTION = '9999-12-31T23:59:59Z';

export async function insertSelection(
  db: Kysely<Schema>,
  {
    taken,
    selection,
    upTo,
  }: {
    readonly taken: Omit<DecisionTaken, 'reply' | 'inForceAt'>;
    readonly selection: QueueSelection;
    readonly upTo: number;
  },
): Promise<void> {
  const { decision, ground, reason, batch, decidedBy, decidedAt } = taken;
  const from = await firstRow(db, { selection, upTo });
  const rows = { from_row: from - 1, after_row: from - 1, up_to: upTo, taken: 0 };
  const decided = { decision, ground, reason, decided_by: decidedBy, decided_at: decidedAt, in_force_at: null };
  await db
    .insertInto('pending_selection')
    .values({ batch, filter: JSON.stringify(selection), step: 'taking', ...rows, ...decided })
    .execute();
}

/** After the last one where there is none. */
async function firstRow(
  db: Kysely<Schema>,
  { selection, upTo }: { readonly selection: QueueSelection; readonly upTo: number },
): Promise<number> {
  const row = rowIn(selection);
  const { rows } = await sql<{ row: number }>`select ${row} as row from ${tablesOf(selection)}
    where ${conditionsOf(selection)} and ${row} <= ${upTo} order by ${row} limit 1`.execute(db);
  return rows[0]?.row ?? upTo + 1;
}

/** Takes the next ones; true when there are none left to take, and `inForceAt` is when all of it comes into force. */
export async function takeSome(
  db: Kysely<Schema>,
  { batch, limit, inForceAt }: { readonly batch: string; readonly limit: number; readonly inForceAt: string },
): Promise<boolean> {
  const row = await db.selectFrom('pending_selection').selectAll().where('batch', '=', batch).executeTakeFirst();
  if (row?.step !== 'taking') return true;
  const some = await insertPendingSelection(db, {
    taken: {
      decision: row.decision as DecisionTaken['decision'],
      ground: row.ground,
      reason: row.reason,
      reply: null,
      decidedBy: row.decided_by as AccountId | null,
      batch,
      decidedAt: row.decided_at,
      inForceAt: WITH_THE_SELECTION,
    },
    selection: JSON.parse(row.filter) as QueueSelection,
    after: row.after_row,
    upTo: row.up_to,
    limit,
  });
  const isLast = some.count < limit;
  const change = isLast ? { step: 'taken', in_force_at: inForceAt } : {};
  await db
    .updateTable('pending_selection')
    .set({ after_row: isLast ? row.up_to : some.lastRow, taken: row.taken + some.count, ...change })
    .where('batch', '=', batch)
    .execute();
  return isLast;
}

/** From here on nothing of it comes into force. False when there is no such selection. */
export async function beginUndoing(db: Kysely<Schema>, batch: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('pending_selection')
    .set({ step: 'undoing', in_force_at: null })
    .where('batch', '=', batch)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Puts some back; gives how many. With the last its row is gone. */
export async function undoSome(
  db: Kysely<Schema>,
  { batch, limit }: { readonly batch: string; readonly limit: number },
): Promise<number> {
  const undone = await undoPending(db, { batch, limit });
  if (undone < limit) await db.deleteFrom('pending_selection').where('batch', '=', batch).execute();
  else
    await db
      .updateTable('pending_selection')
      .set({ taken: sql`max(0, taken - ${undone})` })
      .where('batch', '=', batch)
      .execute();
  return undone;
}

export async function findSelection(db: Kysely<Schema>, batch: string): Promise<PendingSelection | null> {
  const row = await db.selectFrom('pending_selection').selectAll().where('batch', '=', batch).executeTakeFirst();
  if (!row) return null;
  const rows = { fromRow: row.from_row, afterRow: row.after_row, upTo: row.up_to };
  return { batch, step: row.step as PendingSelection['step'], taken: row.taken, ...rows, inForceAt: row.in_force_at };
}

/** Those that were interrupted, or are too many for one request. */
export async function listUnfinished(
  db: Kysely<Schema>,
): Promise<readonly { readonly batch: string; readonly step: 'taking' | 'undoing' }[]> {
  const rows = await db
    .selectFrom('pending_selection')
    .select(['batch', 'step'])
    .where('step', '<>', 'taken')
    .orderBy('decided_at')
    .execute();
  return rows.map(({ batch, step }) => ({ batch, step: step as 'taking' | 'undoing' }));
}

/** The row goes when all of it is in force. */
export async function forgetEnacted(db: Kysely<Schema>, at: string): Promise<void> {
  await sql`delete from pending_selection where in_force_at <= ${at}
    and not exists (select 1 from pending_decision p where p.batch = pending_selection.batch)`.execute(db);
}
