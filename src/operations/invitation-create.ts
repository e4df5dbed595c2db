import { ROLES, type Role } from '#domain/account.ts';
import { Refusal } from '#domain/refusal.ts';
import { deleteOperatorInvitations, insertInvitation } from '#store/invitations.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment, momentIn } from './moment.ts';
import { hashToken, newToken } from './secret.ts';

const WEEK_SECONDS = 7 * 24 * 60 * 60;

/** A link by which one person makes one account. The operator's replaces those the operator made before. */
export async function createInvitation(
  context: Context,
  { role }: { readonly role: Role },
): Promise<{ readonly token: string; readonly expiresAt: string }> {
  authorise(context, 'accounts.manage');
  if (!ROLES.includes(role)) throw new Refusal('bad-request');
  const token = newToken(context);
  const expiresAt = momentIn(context, WEEK_SECONDS);
  await context.store.write(async (transaction) => {
    if (context.actor.kind === 'operator') await deleteOperatorInvitations(transaction);
    await insertInvitation(transaction, {
      tokenHash: hashToken(token),
      role,
      createdBy: accountOf(context.actor),
      createdAt: moment(context),
      expiresAt,
    });
  });
  return { token, expiresAt };
}
