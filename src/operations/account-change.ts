import { ROLES, type Role } from '#domain/account.ts';
import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import type { AccountId } from '#domain/text.ts';
import { countActiveAdministrators, findAccount, updateAccount } from '#store/accounts.ts';
import { deleteSessionsOf } from '#store/sessions.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';

export interface AccountChange {
  readonly accountId: AccountId;
  readonly role?: Role;
  readonly disabled?: boolean;
}

/** There is always somebody who can undo it: the last administrator stays one. */
export async function changeAccount(
  context: Context,
  { accountId, role, disabled }: AccountChange,
): Promise<Result<null>> {
  authorise(context, 'accounts.manage');
  if (role !== undefined && !ROLES.includes(role)) throw new Refusal('bad-request');
  return context.store.write(async (transaction) => {
    const account = await findAccount(transaction, accountId);
    if (!account) throw new Refusal('not-found');
    const wasActive = account.role === 'administrator' && account.disabledAt === null;
    const staysActive = (role ?? account.role) === 'administrator' && !(disabled ?? account.disabledAt !== null);
    if (wasActive && !staysActive && (await countActiveAdministrators(transaction)) === 1)
      return mistaken(null, 'mistake.last-administrator');
    await updateAccount(transaction, {
      id: accountId,
      ...(role !== undefined && { role }),
      ...(disabled !== undefined && { disabledAt: disabled ? moment(context) : null }),
    });
    if (disabled) await deleteSessionsOf(transaction, { accountId, except: null });
    return done(null);
  });
}
