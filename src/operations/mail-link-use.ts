import { Refusal } from '#domain/refusal.ts';
import { deleteMail, releaseMail } from '#store/mail.ts';
import { deleteMailLinks, findMailLink, type StoredMailLink } from '#store/mail-links.ts';
import { changeDigest, confirmAddress, stopContributionMail } from '#store/mail-standing.ts';
import type { Store } from '#store/store.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { admitConfirmed } from './contribution-admit.ts';
import { moment, momentIn } from './moment.ts';
import { hashToken } from './secret.ts';

/** What the link of a mail is there for, done once; the same link again is not found. */
export async function useMailLink(context: Context, { token }: { readonly token: string }): Promise<StoredMailLink> {
  authorise(context, 'public');
  const [tokenHash, at] = [hashToken(token), moment(context)];
  return context.store.write(async (transaction) => {
    const link = await findMailLink(transaction, { tokenHash, at });
    if (!link) throw new Refusal('not-found');
    await deleteMailLinks(transaction, { tokenHash });
    await ACTS[link.action](context, transaction, link);
    return link;
  });
}

type Act = (context: Context, transaction: Store['reader'], link: StoredMailLink) => Promise<void>;

const ACTS: Readonly<Record<StoredMailLink['action'], Act>> = {
  confirm: async (context, transaction, { contributionId, accountId }) => {
    if (accountId !== null) await changeDigest(transaction, { accountId, wants: true });
    if (contributionId === null) return;
    const at = moment(context);
    await confirmAddress(transaction, { id: contributionId, at });
    await releaseMail(transaction, { contributionId, at });
    await admitConfirmed(context, transaction, { contributionId });
  },
  stop: async (_context, transaction, { contributionId, accountId }) => {
    if (accountId !== null) await changeDigest(transaction, { accountId, wants: false });
    if (contributionId === null) return;
    await stopContributionMail(transaction, contributionId);
    await deleteMail(transaction, { contributionId });
  },
};

const KEPT_UNSENT_SECONDS = 7 * 24 * 3600;

/** Links that expired are deleted, and what was written a week ago and never sent: an address that did not answer, a site without mail. */
export async function forgetMailLinks(context: Context): Promise<void> {
  authorise(context, 'jobs.run');
  await context.store.write(async (transaction) => {
    await deleteMailLinks(transaction, { expiredAt: moment(context) });
    await deleteMail(transaction, { createdBefore: momentIn(context, -KEPT_UNSENT_SECONDS) });
  });
}
