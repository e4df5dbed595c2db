import { LONGEST } from '#domain/contribution.ts';
import { findStanding, type Standing } from '#store/contribution-states.ts';
import type { PendingDecision } from '#store/pending-decisions.ts';
import type { Store } from '#store/store.ts';
import type { Context } from './context.ts';
import { receiveContribution } from './contribution-receive.ts';
import { tidyWords } from './contribution-words.ts';
import { enforceDecision } from './decision-enforce.ts';

/** The words of an administrator's answer as they will be kept: in the site's name, never in the account's. */
export function replyWords({ settings }: Context, body: string) {
  const words = tidyWords({ name: settings.siteName, subject: '', body });
  return { ...words, name: words.name.slice(0, LONGEST.name) };
}

/** Receives an administrator's answer and lets it appear with what it answers: two leaves of its own, as of any contribution. */
export async function enforceReply(
  context: Context,
  transaction: Store['reader'],
  {
    standing,
    pending,
  }: { readonly standing: Standing; readonly pending: PendingDecision & { readonly reply: string } },
): Promise<void> {
  const { textId, number, blockId, quote, id: parentId } = standing;
  const { id } = await receiveContribution(context, transaction, {
    place: { textId, number, blockId, quote, parentId },
    words: replyWords(context, pending.reply),
    assessed: { score: 0, lane: 'main', groupKey: null, signals: '[]' },
    lane: null,
    sender: null,
    email: null,
    notify: false,
    receiptHash: null,
    ticketHash: null,
  });
  const reply = await findStanding(transaction, id);
  const { decidedBy, batch } = pending;
  const decision = { decision: 'validate', ground: 'press', reason: null, decidedBy, batch, readAt: null } as const;
  await enforceDecision(context, transaction, { ...decision, standing: reply!, byPress: true });
}
