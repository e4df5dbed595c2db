import type { Kysely } from 'kysely';
import type { AccessKind } from '#domain/access.ts';
import type { AccountId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export interface StoredAccessToken {
  readonly id: string;
  readonly kind: AccessKind;
  readonly accountId: AccountId;
  readonly label: string;
  readonly createdAt: string;
  /** The day; null before the first use. */
  readonly lastUsedOn: string | null;
}

export async function insertAccessToken(
  db: Kysely<Schema>,
  {
    id,
    kind,
    accountId,
    label,
    createdAt,
    tokenHash,
  }: Omit<StoredAccessToken, 'lastUsedOn'> & { readonly tokenHash: string },
): Promise<void> {
  await db
    .insertInto('access_token')
    .values({
      id,
      kind,
      account_id: accountId,
      label,
      created_at: createdAt,
      token_hash: tokenHash,
      last_used_on: null,
    })
    .execute();
}

export async function findAccessToken(
  db: Kysely<Schema>,
  { tokenHash, kind }: { readonly tokenHash: string; readonly kind: AccessKind },
): Promise<StoredAccessToken | null> {
  const row = await tokens(db).where('token_hash', '=', tokenHash).where('kind', '=', kind).executeTakeFirst();
  return (row as StoredAccessToken | undefined) ?? null;
}

export async function listAccessTokens(
  db: Kysely<Schema>,
  accountId: AccountId,
): Promise<readonly StoredAccessToken[]> {
  return (await tokens(db)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()) as StoredAccessToken[];
}

export async function markAccessToken(
  db: Kysely<Schema>,
  { id, day }: { readonly id: string; readonly day: string },
): Promise<void> {
  await db.updateTable('access_token').set({ last_used_on: day }).where('id', '=', id).execute();
}

/** Only one's own. False when there was none. */
export async function deleteAccessToken(
  db: Kysely<Schema>,
  { id, accountId }: { readonly id: string; readonly accountId: AccountId },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('access_token')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

function tokens(db: Kysely<Schema>) {
  return db
    .selectFrom('access_token')
    .select([
      'id',
      'kind',
      'account_id as accountId',
      'label',
      'created_at as createdAt',
      'last_used_on as lastUsedOn',
    ]);
}
