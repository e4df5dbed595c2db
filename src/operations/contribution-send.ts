import type { Place } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import type { Language } from '#locale/translate.ts';
import { findContribution } from '#store/contributions.ts';
import type { FormCount } from '#store/form-counts.ts';
import { findForumMode } from '#store/forum-modes.ts';
import type { Store } from '#store/store.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { appearAtOnce } from './contribution-admit.ts';
import { type Assessed, type AssessedCircumstances, assessContribution } from './contribution-assess.ts';
import { type Asked, countWithinLimits, isKnownOverLimit, mailboxCount } from './contribution-limits.ts';
import { findPlace } from './contribution-place.ts';
import { receiveContribution } from './contribution-receive.ts';
import { type Checked, checkContribution, type TypedContribution } from './contribution-typed.ts';
import { hiddenIn } from './contribution-words.ts';
import { sign } from './day-key.ts';
import { type ReadTicket, readTicket } from './form-ticket.ts';
import { isWorkDone } from './form-work.ts';
import { findOpenForum, type OpenForum } from './forum-mode-of.ts';
import { askMailbox, canAsk } from './mailbox-ask.ts';
import { hashToken } from './secret.ts';
import { senderMark } from './sender-mark.ts';

export interface SentContribution {
  readonly slug: string;
  readonly typed: TypedContribution;
  readonly ticket: string;
  /** The browser's proof of work; empty without script. */
  readonly work: string;
  /** A field no person sees. */
  readonly trap: string;
  readonly address: string;
  /** In which mail is written. */
  readonly language: Language;
}

/**
 * Keeps what somebody sent, waiting, and gives the private link's token. The answer is the same whatever is thought of it. The
 * same form sent twice is kept once and answered with the same token.
 */
export async function sendContribution(
  context: Context,
  sent: SentContribution,
): Promise<Result<{ readonly receipt: string }>> {
  authorise(context, 'public');
  const { reader } = context.store;
  const forum = await findOpenForum(reader, sent);
  const checked = checkContribution(context, { ...forum, typed: sent.typed });
  if (!checked.ok) return checked;
  const ticket = await readTicket(context, { form: 'contribution', textId: forum.text.id, ticket: sent.ticket });
  if (!ticket) return mistaken(null, 'mistake.form-old');
  const hashes = hashesOf(sent.ticket, ticket);
  const { mark } = await senderMark(context, sent);
  const asked: Asked = {
    what: 'send',
    textId: forum.text.id,
    mark,
    isWorkDone: await isWorkDone({ ...sent, ...ticket }),
  };
  if (isKnownOverLimit(context, asked)) {
    if (await findContribution(reader, hashes)) return done({ receipt: hashes.receipt });
    throw new Refusal('too-many');
  }
  const place = await findPlace(reader, { text: forum.text, typed: sent.typed });
  if (!place.ok) return place;
  const circumstances = circumstancesOf(context, { sent, ticket, asked });
  const assessed = await assessContribution(context, { ...checked.value, quote: place.value.quote, circumstances });
  const { email } = checked.value;
  const mailbox = email === null ? null : await mailboxCount(context, email);
  const keeping = { forum, sent, hashes, asked, place: place.value, assessed, mailbox, ...checked.value };
  await context.store.write((transaction) => keep(context, transaction, keeping));
  return done({ receipt: hashes.receipt });
}

interface Keeping extends Checked {
  readonly forum: OpenForum;
  readonly sent: SentContribution;
  readonly hashes: Hashes;
  readonly asked: Asked;
  readonly place: Place;
  readonly assessed: Assessed;
  readonly mailbox: FormCount | null;
}

async function keep(context: Context, transaction: Store['reader'], keeping: Keeping): Promise<void> {
  const { sent, hashes, asked, email, mailbox, assessed, forum } = keeping;
  // The same form may have been sent twice at once.
  if (await findContribution(transaction, hashes)) return;
  await countWithinLimits(context, transaction, asked);
  const { mode, text } = forum;
  const { id } = await receiveContribution(context, transaction, {
    ...keeping,
    ...hashes,
    lane: mode === 'subscription' && canAsk(context) ? 'unconfirmed' : assessed.lane,
    sender: asked.mark,
    notify: sent.typed.notify && email !== null,
  });
  if (email !== null && mailbox !== null) {
    const { receipt } = hashes;
    await askMailbox(context, transaction, { id, textId: text.id, email, mailbox, receipt, language: sent.language });
  }
  // Asked again: somebody may just have wanted it read first.
  if (mode === 'after' && (await findForumMode(transaction, text.id)) === 'after')
    await appearAtOnce(context, transaction, { id });
}

interface Hashes {
  readonly receipt: string;
  readonly receiptHash: string;
  readonly ticketHash: string;
}

/** The link follows from the form, for whoever holds the form while its day's key lasts; only hashes are kept. */
function hashesOf(sent: string, { key }: ReadTicket): Hashes {
  const receipt = sign(key, ['receipt', sent]);
  return { receipt, receiptHash: hashToken(receipt), ticketHash: hashToken(sent) };
}

function circumstancesOf(
  { clock }: Context,
  { sent, ticket, asked }: { readonly sent: SentContribution; readonly ticket: ReadTicket; readonly asked: Asked },
): AssessedCircumstances {
  return {
    secondsToSend: (clock.now().getTime() - ticket.issuedAt.getTime()) / 1000,
    proofOfWork: asked.isWorkDone ? 'done' : 'absent',
    honeypotFilled: sent.trap !== '',
    hiddenCharacters: hiddenIn(sent.typed),
    confirmedEmail: null,
  };
}
