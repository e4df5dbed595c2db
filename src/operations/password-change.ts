import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import { findAccount, updateAccount } from '#store/accounts.ts';
import { deleteSessionsOf } from '#store/sessions.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { hashPassword, isPassword, passwordMistakes } from './password.ts';
import { hashToken } from './secret.ts';

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  /** The session that goes on; every other one of this account ends. */
  readonly token?: string;
}

export async function changePassword(
  context: Context,
  { current, next, token }: PasswordChange,
): Promise<Result<null>> {
  authorise(context, 'signed-in');
  const { actor, store } = context;
  if (actor.kind !== 'account') throw new Refusal('sign-in-required');
  const account = await findAccount(store.reader, actor.id);
  if (!account) throw new Refusal('sign-in-required');
  if (!(await isPassword(current, account.password))) return mistaken('current', 'mistake.password-wrong');
  const mistakes = passwordMistakes(next, { name: actor.name, field: 'next' });
  if (mistakes.length > 0) return { ok: false, mistakes };
  const password = await hashPassword(next);
  await store.write(async (transaction) => {
    await updateAccount(transaction, { id: actor.id, password });
    await deleteSessionsOf(transaction, { accountId: actor.id, except: token === undefined ? null : hashToken(token) });
  });
  return done(null);
}
