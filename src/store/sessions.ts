import type { Kysely } from 'kysely';
import type { Role } from '#domain/account.ts';
import type { AccountId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export interface StoredSession {
  readonly accountId: AccountId;
  readonly name: string;
  readonly role: Role;
  readonly formToken: string;
  readonly expiresAt: string;
}

export async function insertSession(
  db: Kysely<Schema>,
  session: {
    readonly tokenHash: string;
    readonly accountId: AccountId;
    readonly formToken: string;
    readonly createdAt: string;
    readonly expiresAt: string;
  },
): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', session.createdAt).execute();
  await db
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      account_id: session.accountId,
      form_token: session.formToken,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** With the account as it is now: a role taken away or an account disabled counts at once. */
export async function findStoredSession(
  db: Kysely<Schema>,
  { tokenHash, now }: { readonly tokenHash: string; readonly now: string },
): Promise<StoredSession | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select([
      'account.id as accountId',
      'account.name',
      'account.role',
      'form_token as formToken',
      'expires_at as expiresAt',
    ])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return (row as StoredSession | undefined) ?? null;
}

export async function extendSession(
  db: Kysely<Schema>,
  { tokenHash, expiresAt }: { readonly tokenHash: string; readonly expiresAt: string },
) {
  await db.updateTable('session').set({ expires_at: expiresAt }).where('token_hash', '=', tokenHash).execute();
}

export async function deleteSession(db: Kysely<Schema>, { tokenHash }: { readonly tokenHash: string }): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

export async function deleteSessionsOf(
  db: Kysely<Schema>,
  { accountId, except }: { readonly accountId: AccountId; readonly except: string | null },
) {
  await db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('token_hash', '<>', except ?? '')
    .execute();
}
