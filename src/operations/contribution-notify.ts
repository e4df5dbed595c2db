import { done, type Result } from '#domain/result.ts';
import type { Language } from '#locale/translate.ts';
import { changeContribution } from '#store/contributions.ts';
import { deleteMail } from '#store/mail.ts';
import { deleteMailLinks } from '#store/mail-links.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { countWithinLimits, mailboxCount, refuseOverLimit } from './contribution-limits.ts';
import { contributionOfReceipt } from './contribution-of-receipt.ts';
import { checkEmail } from './contribution-words.ts';
import { askMailbox, canAsk } from './mailbox-ask.ts';
import { senderMark } from './sender-mark.ts';

export interface NotificationChange {
  readonly receipt: string;
  /** Null: the address that is known already stays, if there is one. */
  readonly email: string | null;
  readonly notify: boolean;
  readonly address: string;
  readonly language?: Language;
}

/** Whether they are told what becomes of it, and where. An address that is new is asked first. */
export async function changeNotification(context: Context, change: NotificationChange): Promise<Result<null>> {
  authorise(context, 'public');
  const { receipt, notify, language = context.settings.siteLanguage } = change;
  const known = await contributionOfReceipt(context.store.reader, { receipt });
  const typed = canAsk(context) ? (change.email ?? '') : '';
  const checked = checkEmail(typed, { isNeeded: notify && known.email === null && canAsk(context) });
  if (!checked.ok) return checked;
  const { mark } = await senderMark(context, change);
  const asked = { what: 'change', textId: known.textId, mark, isWorkDone: true } as const;
  refuseOverLimit(context, asked);
  const mailbox = checked.value === null ? null : await mailboxCount(context, checked.value);
  await context.store.write(async (transaction) => {
    await countWithinLimits(context, transaction, asked);
    const { id, textId, email: before, state } = await contributionOfReceipt(transaction, { receipt });
    const email = checked.value ?? before;
    if (state === 'erased') return;
    if (email !== before) await deleteMailLinks(transaction, { contributionId: id });
    if (email !== before || !notify) await deleteMail(transaction, { contributionId: id });
    const isNew = email !== before;
    await changeContribution(transaction, { id, email, notify, ...(isNew && { emailConfirmedAt: null }) });
    if (isNew && email && mailbox)
      await askMailbox(context, transaction, { id, textId, email, mailbox, receipt, language });
  });
  return done(null);
}
