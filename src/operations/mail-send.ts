import type { MailContent } from '#domain/mail.ts';
import { isLanguage } from '#locale/translate.ts';
import { claimDueMail, deleteMail, isMailDue, putOffMail, type StoredMail } from '#store/mail.ts';
import { insertMailLink } from '#store/mail-links.ts';
import { findDigest, findMailStanding } from '#store/mail-standing.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { writeMail } from './mail-text.ts';
import { moment, momentIn } from './moment.ts';
import { hashToken, newToken } from './secret.ts';

/** A mail ready to go. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** RFC 8058: posted to by the reader's mail program, without a page in between. */
  readonly stopLink: string | null;
}

const AT_ONCE = 20;
const CLAIMED_SECONDS = 10 * 60;
/** Seconds before the next try; after the last of them it is given up. */
const TRY_AGAIN_AFTER = [60, 300, 1800, 7200, 6 * 3600, 12 * 3600, 24 * 3600];
const STOP_LINK_SECONDS = 30 * 24 * 3600;

/** Sends what is due, each row once it is claimed; what the server refuses waits longer each time. Gives how many went out. */
export async function sendDueMail(
  context: Context,
  { deliver }: { readonly deliver: (mail: OutgoingMail) => Promise<void> },
): Promise<number> {
  authorise(context, 'jobs.run');
  const at = moment(context);
  if (!(await isMailDue(context.store.reader, at))) return 0;
  const claimed = await context.store.write((transaction) =>
    claimDueMail(transaction, { at, until: momentIn(context, CLAIMED_SECONDS), limit: AT_ONCE }),
  );
  let sent = 0;
  for (const mail of claimed) if (await sendOne(context, mail, deliver)) sent += 1;
  return sent;
}

async function sendOne(
  context: Context,
  mail: StoredMail,
  deliver: (mail: OutgoingMail) => Promise<void>,
): Promise<boolean> {
  const { store, log, settings } = context;
  if (!(await mayBeSent(context, mail))) {
    await store.write((transaction) => deleteMail(transaction, { id: mail.id }));
    return false;
  }
  const stopLink = hasStopLink(mail.content) ? `${settings.publicUrl}/mail/${await newStopLink(context, mail)}` : null;
  const language = isLanguage(mail.language) ? mail.language : settings.siteLanguage;
  try {
    await deliver({ to: mail.recipient, ...writeMail(mail.content, { settings, language, stopLink }), stopLink });
  } catch (error) {
    await putOff(context, mail, error);
    return false;
  }
  await store.write((transaction) => deleteMail(transaction, { id: mail.id }));
  log.debug({ mail: mail.id, kind: mail.content.kind }, 'sent');
  return true;
}

/** Whatever wrote the row: no mail to an address that was not confirmed, none to who wants none, none about what was erased. */
async function mayBeSent(
  { store }: Context,
  { content, contributionId, accountId, recipient }: StoredMail,
): Promise<boolean> {
  if (accountId !== null) {
    const digest = await findDigest(store.reader, accountId);
    return digest?.email === recipient && (digest.wants || content.kind === 'confirm-digest');
  }
  const standing = contributionId && (await findMailStanding(store.reader, contributionId));
  if (!standing || standing.email !== recipient) return false;
  if (content.kind === 'confirm') return !standing.isConfirmed;
  return standing.isConfirmed && (content.kind === 'receipt' || standing.wantsMail);
}

const hasStopLink = (content: MailContent) => !('token' in content) && content.kind !== 'receipt';

async function newStopLink(context: Context, { contributionId, accountId }: StoredMail): Promise<string> {
  const token = newToken(context);
  await context.store.write((transaction) =>
    insertMailLink(transaction, {
      tokenHash: hashToken(token),
      action: 'stop',
      contributionId,
      accountId,
      revision: null,
      at: moment(context),
      expiresAt: momentIn(context, STOP_LINK_SECONDS),
    }),
  );
  return token;
}

/** The server's words may name the address: only their first line's code is kept. */
async function putOff(context: Context, { id, attempts, content }: StoredMail, error: unknown): Promise<void> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
  const seconds = TRY_AGAIN_AFTER[attempts - 1];
  context.log.warn({ mail: id, kind: content.kind, code, attempts, seconds }, 'a mail could not be sent');
  await context.store.write((transaction) =>
    seconds === undefined
      ? deleteMail(transaction, { id })
      : putOffMail(transaction, { id, dueAt: momentIn(context, seconds), error: code }),
  );
}
