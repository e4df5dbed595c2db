import type { AccessKind } from '#domain/access.ts';
import { type Actor, VISITOR } from '#domain/account.ts';
import { findAccessToken, listAccessTokens, markAccessToken, type StoredAccessToken } from '#store/access-tokens.ts';
import { findAccount } from '#store/accounts.ts';
import { accountOf, authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { moment } from '../moment.ts';
import { hashToken } from '../secret.ts';

/** Who acts through a secret: its account, with what the account may do today; a visitor when it opens nothing. */
export async function actorOfToken(
  context: Context,
  { token, kind }: { readonly token: string; readonly kind: AccessKind },
): Promise<Actor> {
  const { reader } = context.store;
  const found = await findAccessToken(reader, { tokenHash: hashToken(token), kind });
  const account = found && (await findAccount(reader, found.accountId));
  if (!account || account.disabledAt !== null) return VISITOR;
  await noteUse(context, found);
  return { kind: 'account', id: account.id, name: account.name, role: account.role };
}

export async function listOwnTokens(context: Context): Promise<readonly StoredAccessToken[]> {
  authorise(context, 'queue.read');
  const accountId = accountOf(context.actor);
  return accountId === null ? [] : listAccessTokens(context.store.reader, accountId);
}

/** The day of the last use, so that a forgotten secret is seen; once a day, since reading must stay cheap. */
async function noteUse(context: Context, { id, lastUsedOn }: StoredAccessToken): Promise<void> {
  const day = moment(context).slice(0, 10);
  if (lastUsedOn === day || context.store.frozen()) return;
  await context.store.write((transaction) => markAccessToken(transaction, { id, day }));
}
