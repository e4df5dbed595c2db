import type { Kysely } from 'kysely';
import type { ContributionId, Words } from '#domain/contribution.ts';
import { insertRow } from './insert-row.ts';
import type { Schema } from './schema.ts';

/** What a contributor wrote, at one time: never changed, only followed or erased. */
export interface StoredContributionRevision extends Words {
  readonly contributionId: ContributionId;
  /** From 1. */
  readonly revision: number;
  /** SHA-256 of the payload, in hex. */
  readonly hash: string;
  readonly leaf: number;
  /** What triage saw, as JSON; the queue reads it. */
  readonly signals: string;
  readonly receivedAt: string;
}

export async function insertContributionRevision(
  db: Kysely<Schema>,
  { contributionId, receivedAt, ...rest }: StoredContributionRevision,
): Promise<void> {
  await insertRow(db, 'contribution_revision', { contribution_id: contributionId, received_at: receivedAt, ...rest });
}

export async function findContributionRevision(
  db: Kysely<Schema>,
  { contributionId, revision }: { readonly contributionId: ContributionId; readonly revision: number },
): Promise<StoredContributionRevision | null> {
  const row = await db
    .selectFrom('contribution_revision')
    .selectAll()
    .where('contribution_id', '=', contributionId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return row ? revisionOf(row) : null;
}

/** Oldest first. */
export async function listContributionRevisions(
  db: Kysely<Schema>,
  contributionId: ContributionId,
): Promise<readonly StoredContributionRevision[]> {
  const rows = await db
    .selectFrom('contribution_revision')
    .selectAll()
    .where('contribution_id', '=', contributionId)
    .orderBy('revision')
    .execute();
  return rows.map(revisionOf);
}

export async function deleteContributionRevisions(db: Kysely<Schema>, contributionId: ContributionId): Promise<void> {
  await db.deleteFrom('contribution_revision').where('contribution_id', '=', contributionId).execute();
}

type Row = Awaited<ReturnType<ReturnType<typeof everything>['execute']>>[number];
const everything = (db: Kysely<Schema>) => db.selectFrom('contribution_revision').selectAll();

function revisionOf({ contribution_id, received_at, ...rest }: Row): StoredContributionRevision {
  return { contributionId: contribution_id as ContributionId, receivedAt: received_at, ...rest };
}
