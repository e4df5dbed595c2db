import type { ContributionId } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import type { Language } from '#locale/translate.ts';
import type { FormCount } from '#store/form-counts.ts';
import { insertMail } from '#store/mail.ts';
import { deleteMailLinks, insertMailLink } from '#store/mail-links.ts';
import type { Store } from '#store/store.ts';
import { findTitles } from '#store/texts.ts';
import type { Context } from './context.ts';
import { mayWriteTo } from './contribution-limits.ts';
import { moment, momentIn } from './moment.ts';
import { hashToken, newToken } from './secret.ts';

/** Without a way to send mail no mailbox can answer. */
export const canAsk = ({ settings }: Context) => settings.smtpUrl !== undefined;

const DAYS_TO_ANSWER = 7;

/**
 * Asks a mailbox whether it is theirs, and holds the private link for it until it answered: the one mail that goes to an
 * address nobody has confirmed. A mailbox that was asked too often today is left alone.
 */
export async function askMailbox(
  context: Context,
  transaction: Store['reader'],
  {
    id,
    textId,
    email,
    mailbox,
    receipt,
    language,
  }: {
    readonly id: ContributionId;
    readonly textId: TextId;
    readonly email: string;
    /** Of `mailboxCount`. */
    readonly mailbox: FormCount;
    readonly receipt: string;
    readonly language: Language;
  },
): Promise<void> {
  if (!canAsk(context) || !(await mayWriteTo(transaction, mailbox))) return;
  const [at, token] = [moment(context), newToken(context)];
  const title = (await findTitles(transaction, [textId])).get(textId) ?? '';
  const mail = { recipient: email, contributionId: id, accountId: null, language, at };
  await deleteMailLinks(transaction, { contributionId: id, action: 'confirm' });
  await insertMailLink(transaction, {
    tokenHash: hashToken(token),
    action: 'confirm',
    contributionId: id,
    accountId: null,
    revision: null,
    at,
    expiresAt: momentIn(context, DAYS_TO_ANSWER * 24 * 60 * 60),
  });
  await insertMail(transaction, { ...mail, content: { kind: 'confirm', title, token }, dueAt: at });
  await insertMail(transaction, { ...mail, content: { kind: 'receipt', title, receipt }, dueAt: null });
}
