import type { MailAction } from '#domain/mail.ts';
import { findMailLink } from '#store/mail-links.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { moment } from '../moment.ts';
import { hashToken } from '../secret.ts';

/** What a link would do if its page were posted. Mail scanners look at every link: looking changes nothing. */
export async function readMailLink(
  context: Context,
  { token }: { readonly token: string },
): Promise<{ readonly action: MailAction } | null> {
  authorise(context, 'public');
  const link = await findMailLink(context.store.reader, { tokenHash: hashToken(token), at: moment(context) });
  return link && { action: link.action };
}
