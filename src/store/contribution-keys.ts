// The keys of the commitments, apart from what they commit to: erasing deletes both, and no proof can be made of guessed words.
import type { Kysely } from 'kysely';
import type { ContributionId } from '#domain/contribution.ts';
import { insertRow } from './insert-row.ts';
import type { Schema } from './schema.ts';

export async function insertContributionKey(
  db: Kysely<Schema>,
  { contributionId, key }: { readonly contributionId: ContributionId; readonly key: Uint8Array },
): Promise<void> {
  await insertRow(db, 'contribution_key', { contribution_id: contributionId, key });
}

/** Null once it was erased. */
export async function findContributionKey(
  db: Kysely<Schema>,
  contributionId: ContributionId,
): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('contribution_key')
    .select('key')
    .where('contribution_id', '=', contributionId)
    .executeTakeFirst();
  return row?.key ?? null;
}

export async function deleteContributionKey(db: Kysely<Schema>, contributionId: ContributionId): Promise<void> {
  await db.deleteFrom('contribution_key').where('contribution_id', '=', contributionId).execute();
}
