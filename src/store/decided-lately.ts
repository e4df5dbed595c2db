import type { Kysely } from 'kysely';
import type { Words } from '#domain/contribution.ts';
import type { Schema } from './schema.ts';

/** What a person decided on, with its words as they were read; of what was erased nothing is left. */
export interface Decided extends Words {
  readonly quote: string | null;
  readonly decision: string;
  readonly ground: string;
}

/** The last ones decided by somebody who read them, but for the newest `skip`. Decisions by mode or import are none of these. */
export async function listDecidedLately(
  db: Kysely<Schema>,
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Promise<readonly Decided[]> {
  return await db
    .selectFrom('decision as d')
    .innerJoin('contribution as c', 'c.id', 'd.contribution_id')
    .innerJoin('contribution_revision as r', (join) =>
      join.onRef('r.contribution_id', '=', 'd.contribution_id').onRef('r.revision', '=', 'd.revision'),
    )
    .select(['r.name', 'r.subject', 'r.body', 'c.quote', 'd.decision', 'd.ground'])
    .where('d.waited_seconds', 'is not', null)
    .where('d.decision', 'in', ['validate', 'refuse', 'spam'])
    .orderBy('d.id', 'desc')
    .offset(skip)
    .limit(limit)
    .execute();
}
