import { done, mistaken, type Result } from '#domain/result.ts';
import type { AccountId } from '#domain/text.ts';
import { findAccountByName } from '#store/accounts.ts';
import { insertSession } from '#store/sessions.ts';
import type { Store } from '#store/store.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment, momentIn } from './moment.ts';
import { isPassword } from './password.ts';
import { hashToken, newToken } from './secret.ts';
import { countAttempt, forgiveAttempts } from './sign-in-attempts.ts';

/** Two weeks from the last visit. */
export const SESSION_SECONDS = 14 * 24 * 60 * 60;

export interface SignIn {
  readonly name: string;
  readonly password: string;
  /** The network address it comes from. */
  readonly address: string;
}

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: string;
}

/** One answer for a wrong name, a wrong password and a disabled account, after the same time. */
export async function openSession(
  context: Context,
  { name, password, address }: SignIn,
): Promise<Result<OpenedSession>> {
  authorise(context, 'own-session');
  const { store } = context;
  const waitSeconds = await countAttempt(context, { name, address });
  if (waitSeconds > 0) return mistaken(null, 'mistake.sign-in-wait', { count: waitSeconds });
  const account = await findAccountByName(store.reader, name.trim());
  const isRight = await isPassword(password, account?.password ?? null);
  if (!account || !isRight || account.disabledAt !== null) return mistaken(null, 'mistake.sign-in');
  return done(
    await store.write(async (transaction) => {
      await forgiveAttempts(context, transaction, { name, address });
      return storeSession(context, transaction, { accountId: account.id });
    }),
  );
}

export async function storeSession(
  context: Context,
  transaction: Store['reader'],
  { accountId }: { readonly accountId: AccountId },
): Promise<OpenedSession> {
  const token = newToken(context);
  const expiresAt = momentIn(context, SESSION_SECONDS);
  await insertSession(transaction, {
    tokenHash: hashToken(token),
    accountId,
    formToken: newToken(context),
    createdAt: moment(context),
    expiresAt,
  });
  return { token, expiresAt };
}
