import type { Role } from '#domain/account.ts';
import type { AccountId } from '#domain/text.ts';
import { listStoredAccounts } from '#store/accounts.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

export interface AccountLine {
  readonly id: AccountId;
  readonly name: string;
  readonly role: Role;
  readonly disabled: boolean;
  readonly createdAt: string;
}

/** In the order of their names. */
export async function listAccounts(context: Context): Promise<readonly AccountLine[]> {
  authorise(context, 'accounts.manage');
  const accounts = await listStoredAccounts(context.store.reader);
  return accounts.map(({ id, name, role, createdAt, disabledAt }) => ({
    id,
    name,
    role,
    createdAt,
    disabled: disabledAt !== null,
  }));
}
