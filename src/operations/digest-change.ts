import { done, mistaken, type Result } from '#domain/result.ts';
import { insertMail } from '#store/mail.ts';
import { insertMailLink } from '#store/mail-links.ts';
import { changeDigest } from '#store/mail-standing.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { isMailAddress } from './mail-address.ts';
import { moment, momentIn } from './moment.ts';
import { hashToken, newToken } from './secret.ts';

const LINK_SECONDS = 3 * 24 * 3600;

/** Asks for the daily digest at an address, which must answer before anything is sent to it; or ends it. */
export async function changeOwnDigest(
  context: Context,
  { email, language }: { readonly email: string | null; readonly language: string },
): Promise<Result<null>> {
  authorise(context, 'queue.read');
  const accountId = accountOf(context.actor);
  if (accountId === null) return done(null);
  if (email !== null && !isMailAddress(email)) return mistaken('email', 'mistake.email');
  const [token, at] = [newToken(context), moment(context)];
  await context.store.write(async (transaction) => {
    await changeDigest(transaction, { accountId, email, wants: false });
    if (email === null) return;
    const of = { contributionId: null, accountId };
    const link = { action: 'confirm', revision: null, at, expiresAt: momentIn(context, LINK_SECONDS) } as const;
    await insertMailLink(transaction, { ...of, ...link, tokenHash: hashToken(token) });
    const content = { kind: 'confirm-digest', token } as const;
    await insertMail(transaction, { ...of, recipient: email, language, content, at, dueAt: at });
  });
  return done(null);
}
