// How much waits, and what is known of one sender or group. Counting stops where a larger number would tell nothing more.
import { type Kysely, sql } from 'kysely';
import type { ContributionState } from '#domain/contribution.ts';
import type { Schema } from './schema.ts';

/** Of one sender or group no more are counted: it stands for “a thousand or more”. */
export const MOST_COUNTED = 1000;

/** Of a whole lane. */
const MOST_OF_A_LANE = 10_000;

export async function countLanes(db: Kysely<Schema>): Promise<{ readonly main: number; readonly spam: number }> {
  const waiting = (lane: 'main' | 'spam') => sql`select count(*) from
    (select 1 from contribution where lane = ${sql.lit(lane)} limit ${sql.lit(MOST_OF_A_LANE)})`;
  const { rows } = await sql<{
    main: number;
    spam: number;
  }>`select (${waiting('main')}) as main, (${waiting('spam')}) as spam`.execute(db);
  return rows[0]!;
}

/** Those of one mark, or near to each other in their words, that wait. */
export async function countAlike(
  db: Kysely<Schema>,
  of: { readonly sender: string } | { readonly group: string },
): Promise<number> {
  const alike = 'sender' in of ? sql`sender = ${of.sender}` : sql`group_key = ${of.group}`;
  const waiting = (lane: 'main' | 'spam') => sql`select count(*) from
    (select 1 from contribution where lane = ${sql.lit(lane)} and ${alike} limit ${sql.lit(MOST_COUNTED)})`;
  const { rows } = await sql<{ count: number }>`select (${waiting('main')}) + (${waiting('spam')}) as count`.execute(
    db,
  );
  return Math.min(MOST_COUNTED, rows[0]!.count);
}

/** What became of the others of a mark, which lasts a day. */
export async function countSenderStates(
  db: Kysely<Schema>,
  { day, sender }: { readonly day: string; readonly sender: string },
): Promise<ReadonlyMap<ContributionState, number>> {
  const { rows } = await sql<{ state: ContributionState; count: number }>`
    select state, count(*) as count from
      (select state from contribution where day = ${day} and sender = ${sender} limit ${sql.lit(MOST_COUNTED)})
    group by state`.execute(db);
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** The last row there is: what a decision on “all of these” reaches, and nothing that came after the look. */
export async function lastRow(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ row: number | null }>`select max(row) as row from contribution`.execute(db);
  return rows[0]?.row ?? 0;
}
