import type { Kysely } from 'kysely';
import type { Role } from '#domain/account.ts';
import type { AccountId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export interface StoredInvitation {
  readonly role: Role;
  readonly expiresAt: string;
}

export async function insertInvitation(
  db: Kysely<Schema>,
  invitation: {
    readonly tokenHash: string;
    readonly role: Role;
    readonly createdBy: AccountId | null;
    readonly createdAt: string;
    readonly expiresAt: string;
  },
): Promise<void> {
  await db.deleteFrom('invitation').where('expires_at', '<=', invitation.createdAt).execute();
  await db
    .insertInto('invitation')
    .values({
      token_hash: invitation.tokenHash,
      role: invitation.role,
      created_by: invitation.createdBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
    })
    .execute();
}

export async function findStoredInvitation(
  db: Kysely<Schema>,
  { tokenHash, now }: { readonly tokenHash: string; readonly now: string },
): Promise<StoredInvitation | null> {
  const row = await db
    .selectFrom('invitation')
    .select(['role', 'expires_at as expiresAt'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return (row as StoredInvitation | undefined) ?? null;
}

export async function deleteInvitation(
  db: Kysely<Schema>,
  { tokenHash }: { readonly tokenHash: string },
): Promise<void> {
  await db.deleteFrom('invitation').where('token_hash', '=', tokenHash).execute();
}

/** Links the command line printed and nobody followed: a new one replaces them. */
export async function deleteOperatorInvitations(db: Kysely<Schema>): Promise<void> {
  await db.deleteFrom('invitation').where('created_by', 'is', null).execute();
}
