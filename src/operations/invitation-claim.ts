import { Refusal } from '#domain/refusal.ts';
import type { Result } from '#domain/result.ts';
import { deleteInvitation, findStoredInvitation } from '#store/invitations.ts';
import { checkAccount, storeAccount } from './account-create.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { hashToken } from './secret.ts';
import { type OpenedSession, storeSession } from './session-open.ts';

export interface Claim {
  readonly token: string;
  readonly name: string;
  readonly password: string;
}

/** Makes the account an invitation is for and signs it in. The link works once; a mistake in the form does not use it up. */
export async function claimInvitation(
  context: Context,
  { token, name, password }: Claim,
): Promise<Result<{ readonly sessionToken: string; readonly expiresAt: string }>> {
  authorise(context, 'own-session');
  const { store } = context;
  const key = { tokenHash: hashToken(token), now: moment(context) };
  const invitation = await findStoredInvitation(store.reader, key);
  if (!invitation) throw new Refusal('not-found');
  const checked = await checkAccount(context, { name, password, role: invitation.role });
  if (!checked.ok) return checked;
  return store.write(async (transaction) => {
    if (!(await findStoredInvitation(transaction, key))) throw new Refusal('not-found');
    const stored = await storeAccount(transaction, checked.value);
    if (!stored.ok) return stored;
    await deleteInvitation(transaction, key);
    const opened: OpenedSession = await storeSession(context, transaction, stored.value);
    return { ok: true, value: { sessionToken: opened.token, expiresAt: opened.expiresAt } };
  });
}
