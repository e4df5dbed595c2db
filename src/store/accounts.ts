import type { Kysely } from 'kysely';
import type { Role } from '#domain/account.ts';
import type { AccountId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export interface StoredAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  readonly createdAt: string;
  readonly disabledAt: string | null;
}

/** Two names that read alike are one name. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

export async function findAccountByName(db: Kysely<Schema>, name: string): Promise<StoredAccount | null> {
  const row = await accounts(db).where('name_key', '=', nameKey(name)).executeTakeFirst();
  return (row as StoredAccount | undefined) ?? null;
}

export async function findAccount(db: Kysely<Schema>, id: AccountId): Promise<StoredAccount | null> {
  const row = await accounts(db).where('id', '=', id).executeTakeFirst();
  return (row as StoredAccount | undefined) ?? null;
}

export async function listStoredAccounts(db: Kysely<Schema>): Promise<readonly StoredAccount[]> {
  return (await accounts(db).orderBy('name_key').execute()) as StoredAccount[];
}

export async function insertAccount(db: Kysely<Schema>, account: Omit<StoredAccount, 'disabledAt'>): Promise<void> {
  const { id, name, role, password, createdAt } = account;
  await db
    .insertInto('account')
    .values({ id, name, name_key: nameKey(name), role, password, created_at: createdAt, disabled_at: null })
    .execute();
}

export async function updateAccount(
  db: Kysely<Schema>,
  {
    id,
    ...change
  }: { readonly id: AccountId; readonly role?: Role; readonly disabledAt?: string | null; readonly password?: string },
): Promise<void> {
  await db
    .updateTable('account')
    .set({
      ...(change.role !== undefined && { role: change.role }),
      ...(change.disabledAt !== undefined && { disabled_at: change.disabledAt }),
      ...(change.password !== undefined && { password: change.password }),
    })
    .where('id', '=', id)
    .execute();
}

export async function countActiveAdministrators(db: Kysely<Schema>): Promise<number> {
  const { count } = await db
    .selectFrom('account')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

function accounts(db: Kysely<Schema>) {
  return db
    .selectFrom('account')
    .select(['id', 'name', 'role', 'password', 'created_at as createdAt', 'disabled_at as disabledAt']);
}
