import { type Kysely, sql } from 'kysely';
import type { TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export type RuleCounts = ReadonlyMap<string, number>;

/** What proofing asks of a text now, in place of what it asked before. */
export async function writeProofCounts(
  db: Kysely<Schema>,
  { textId, counts }: { readonly textId: TextId; readonly counts: RuleCounts },
): Promise<void> {
  await db.deleteFrom('proof_count').where('text_id', '=', textId).execute();
  const rows = [...counts].map(([rule, findings]) => ({ text_id: textId, rule, findings }));
  if (rows.length > 0) await db.insertInto('proof_count').values(rows).execute();
}

export interface RuleFigures {
  readonly rule: string;
  /** Of every text as it was last proofed, stets among them. */
  readonly findings: number;
  readonly accepted: number;
  readonly stet: number;
}

export async function sumProofFigures(db: Kysely<Schema>): Promise<readonly RuleFigures[]> {
  const rows = await db
    .selectFrom('proof_count')
    .select([
      'rule',
      sql<number>`sum(findings)`.as('findings'),
      sql<number>`0`.as('accepted'),
      sql<number>`0`.as('stet'),
    ])
    .groupBy('rule')
    .unionAll(
      db
        .selectFrom('draft_change')
        .select([
          'rule',
          sql<number>`0`.as('findings'),
          sql<number>`count(*)`.as('accepted'),
          sql<number>`0`.as('stet'),
        ])
        .groupBy('rule'),
    )
    .unionAll(
      db
        .selectFrom('stet_answer')
        .select([
          'rule',
          sql<number>`0`.as('findings'),
          sql<number>`0`.as('accepted'),
          sql<number>`count(*)`.as('stet'),
        ])
        .groupBy('rule'),
    )
    .execute();
  return [...Map.groupBy(rows, ({ rule }) => rule)].map(([rule, parts]) => ({
    rule,
    findings: total(parts, 'findings'),
    accepted: total(parts, 'accepted'),
    stet: total(parts, 'stet'),
  }));
}

const total = <K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K) =>
  rows.reduce((sum, row) => sum + row[key], 0);

export interface MonthFigures {
  /** `2026-11`. */
  readonly month: string;
  readonly accepted: number;
  readonly stet: number;
}

/** Answers a month, oldest first. */
export async function sumProofMonths(
  db: Kysely<Schema>,
  { since }: { readonly since: string },
): Promise<readonly MonthFigures[]> {
  const monthsOf = (table: 'draft_change' | 'stet_answer') =>
    db
      .selectFrom(table)
      .select([sql<string>`substr(created_at, 1, 7)`.as('month'), sql<number>`count(*)`.as('count')])
      .where('created_at', '>=', since)
      .groupBy('month')
      .execute();
  const [accepted, stet] = [await monthsOf('draft_change'), await monthsOf('stet_answer')];
  const months = [...new Set([...accepted, ...stet].map(({ month }) => month))].sort();
  const of = (rows: typeof accepted, month: string) => rows.find((row) => row.month === month)?.count ?? 0;
  return months.map((month) => ({ month, accepted: of(accepted, month), stet: of(stet, month) }));
}
