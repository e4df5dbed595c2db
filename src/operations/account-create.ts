import { ROLES, type Role } from '#domain/account.ts';
import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import type { AccountId } from '#domain/text.ts';
import { findAccountByName, insertAccount } from '#store/accounts.ts';
import type { Store } from '#store/store.ts';
import { nameMistakes } from './account-name.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { hashPassword, passwordMistakes } from './password.ts';
import { newId } from './secret.ts';

export interface NewAccount {
  readonly name: string;
  readonly password: string;
  readonly role: Role;
}

export async function createAccount(
  context: Context,
  account: NewAccount,
): Promise<Result<{ readonly accountId: AccountId }>> {
  authorise(context, 'accounts.manage');
  const checked = await checkAccount(context, account);
  if (!checked.ok) return checked;
  return context.store.write((transaction) => storeAccount(transaction, checked.value));
}

/** An account as it will be stored. Its password is hashed here, before any transaction begins: that takes a while, as it should. */
export async function checkAccount(
  context: Context,
  { name, password, role }: NewAccount,
): Promise<Result<CheckedAccount>> {
  if (!ROLES.includes(role)) throw new Refusal('bad-request');
  const trimmed = name.trim().replace(/\s+/g, ' ');
  const mistakes = [...nameMistakes(trimmed), ...passwordMistakes(password, { name: trimmed })];
  if (mistakes.length > 0) return { ok: false, mistakes };
  const createdAt = moment(context);
  return done({
    id: newId<AccountId>(context),
    name: trimmed,
    role,
    password: await hashPassword(password),
    createdAt,
  });
}

export interface CheckedAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
  readonly createdAt: string;
}

export async function storeAccount(
  transaction: Store['reader'],
  account: CheckedAccount,
): Promise<Result<{ readonly accountId: AccountId }>> {
  if (await findAccountByName(transaction, account.name))
    return mistaken('name', 'mistake.name-taken', { name: account.name });
  await insertAccount(transaction, account);
  return done({ accountId: account.id });
}
