// Which leaves the kept revisions of contributions were received with: moved together when a log is begun anew.
import type { Kysely } from 'kysely';
import type { ContributionId } from '#domain/contribution.ts';
import type { Schema } from './schema.ts';

export interface ReceivedRevision {
  readonly contributionId: ContributionId;
  readonly revision: number;
  readonly log: number;
  readonly leaf: number;
}

/** In the order they were received. */
export async function listReceivedRevisions(db: Kysely<Schema>): Promise<readonly ReceivedRevision[]> {
  const rows = await db
    .selectFrom('contribution_revision as r')
    .innerJoin('contribution as c', 'c.id', 'r.contribution_id')
    .select(['r.contribution_id', 'r.revision', 'c.log', 'r.leaf'])
    .orderBy('c.log')
    .orderBy('r.leaf')
    .execute();
  return rows.map(({ contribution_id, ...row }) => ({ ...row, contributionId: contribution_id as ContributionId }));
}

export async function updateReceivedRevision(
  db: Kysely<Schema>,
  { contributionId, revision, log, leaf }: ReceivedRevision,
): Promise<void> {
  await db
    .updateTable('contribution_revision')
    .set({ leaf })
    .where('contribution_id', '=', contributionId)
    .where('revision', '=', revision)
    .execute();
  if (revision > 1) return;
  await db.updateTable('contribution').set({ leaf, log }).where('id', '=', contributionId).execute();
}

export async function findContributionByLeaf(
  db: Kysely<Schema>,
  { log, leaf }: { readonly log: number; readonly leaf: number },
): Promise<ContributionId | null> {
  const row = await db
    .selectFrom('contribution')
    .select('id')
    .where('log', '=', log)
    .where('leaf', '=', leaf)
    .executeTakeFirst();
  return (row?.id as ContributionId | undefined) ?? null;
}
