import { ACCESS_KINDS, type AccessKind } from '#domain/access.ts';
import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import { insertAccessToken, listAccessTokens } from '#store/access-tokens.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { hashToken, newId, newToken } from './secret.ts';

const LONGEST_LABEL = 80;
const MOST = 50;

/** A secret for a program or a feed reader, with the rights of the account; shown once, kept as its hash. */
export async function createAccessToken(
  context: Context,
  { kind, label }: { readonly kind: string; readonly label: string },
): Promise<Result<{ readonly token: string }>> {
  authorise(context, 'queue.read');
  const accountId = accountOf(context.actor);
  if (accountId === null || !isAccessKind(kind)) throw new Refusal('bad-request');
  const name = label.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (name === '' || name.length > LONGEST_LABEL)
    return mistaken('label', 'mistake.access-label', { count: LONGEST_LABEL });
  const token = newToken(context);
  await context.store.write(async (transaction) => {
    if ((await listAccessTokens(transaction, accountId)).length >= MOST) throw new Refusal('too-many');
    const row = { id: newId<string>(context), kind, accountId, label: name, createdAt: moment(context) };
    await insertAccessToken(transaction, { ...row, tokenHash: hashToken(token) });
  });
  return done({ token });
}

const isAccessKind = (kind: string): kind is AccessKind => ACCESS_KINDS.some((one) => one === kind);
