// The log of decisions: it refers to nobody and nothing changes it. Counted as it grows, so that the register never reads it whole.
import { type Kysely, sql } from 'kysely';
import type { ContributionId, Decision } from '#domain/contribution.ts';
import type { AccountId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export interface StoredDecision {
  readonly contributionId: ContributionId;
  readonly revision: number;
  readonly decision: Decision;
  readonly ground: string;
  /** What the contributor is told; kept apart, since it may be erased. */
  readonly reason: string | null;
  /** Null: nobody with an account. */
  readonly decidedBy: AccountId | null;
  readonly batch: string;
  /** Null where nobody read it. */
  readonly waitedSeconds: number | null;
  readonly leaf: number;
  readonly log: number;
  readonly at: string;
}

/** Its leaf must stand in the record already, and the state of the contribution changes after it. */
export async function insertDecision(db: Kysely<Schema>, decided: StoredDecision): Promise<void> {
  const { id } = await db
    .insertInto('decision')
    .values({
      contribution_id: decided.contributionId,
      revision: decided.revision,
      decision: decided.decision,
      ground: decided.ground,
      decided_by: decided.decidedBy,
      batch: decided.batch,
      waited_seconds: decided.waitedSeconds,
      leaf: decided.leaf,
      log: decided.log,
      at: decided.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (decided.reason !== null)
    await db.insertInto('decision_reason').values({ decision_id: id, reason: decided.reason }).execute();
  await countDecision(db, decided);
}

async function countDecision(db: Kysely<Schema>, { decision, ground, at }: StoredDecision): Promise<void> {
  await db
    .insertInto('decision_count')
    .values({ month: at.slice(0, 7), decision, ground, decisions: 1 })
    .onConflict((conflict) =>
      conflict.columns(['month', 'decision', 'ground']).doUpdateSet({ decisions: sql`decision_count.decisions + 1` }),
    )
    .execute();
}

/** Oldest first. */
export async function listDecisions(
  db: Kysely<Schema>,
  contributionId: ContributionId,
): Promise<readonly StoredDecision[]> {
  const rows = await db
    .selectFrom('decision')
    .leftJoin('decision_reason', 'decision_id', 'id')
    .selectAll('decision')
    .select('reason')
    .where('contribution_id', '=', contributionId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    contributionId,
    revision: row.revision,
    decision: row.decision as Decision,
    ground: row.ground,
    reason: row.reason,
    decidedBy: row.decided_by as AccountId | null,
    batch: row.batch,
    waitedSeconds: row.waited_seconds,
    leaf: row.leaf,
    log: row.log,
    at: row.at,
  }));
}

export interface DecisionCount {
  /** `2026-11` */
  readonly month: string;
  readonly decision: Decision;
  readonly ground: string;
  readonly decisions: number;
}

/** Oldest month first. */
export async function listDecisionCounts(db: Kysely<Schema>): Promise<readonly DecisionCount[]> {
  const rows = await db
    .selectFrom('decision_count')
    .selectAll()
    .orderBy('month')
    .orderBy('decision')
    .orderBy('ground')
    .execute();
  return rows.map((row) => ({ ...row, decision: row.decision as Decision }));
}

/** The middle of what people waited for in that month; null when nobody did. Reads one index, the month's half of it. */
export async function medianWait(db: Kysely<Schema>, month: string): Promise<number | null> {
  return middleOf(waits(db).where(sql<string>`substr(at, 1, 7)`, '=', month));
}

/** The middle of all, for which every month's middle would say nothing. */
export async function medianWaitOfAll(db: Kysely<Schema>): Promise<number | null> {
  return middleOf(waits(db));
}

const waits = (db: Kysely<Schema>) => db.selectFrom('decision').where('waited_seconds', 'is not', null);

async function middleOf(decisions: ReturnType<typeof waits>): Promise<number | null> {
  const { count } = await decisions.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  if (count === 0) return null;
  const middle = await decisions
    .select('waited_seconds as seconds')
    .orderBy('waited_seconds')
    .limit(1)
    .offset(Math.floor((count - 1) / 2))
    .executeTakeFirst();
  return middle?.seconds ?? null;
}
