import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import { findContributionRevision } from '#store/contribution-revisions.ts';
import type { StoredContribution } from '#store/contributions.ts';
import { findForumMode } from '#store/forum-modes.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { appearAtOnce } from './contribution-admit.ts';
import { assessContribution } from './contribution-assess.ts';
import { countWithinLimits, refuseOverLimit } from './contribution-limits.ts';
import { contributionOfReceipt } from './contribution-of-receipt.ts';
import { receiveRevision } from './contribution-receive.ts';
import { hiddenIn, mistakesInWords, type TypedWords, tidyWords } from './contribution-words.ts';
import { senderMark } from './sender-mark.ts';

export interface ContributionEdit {
  readonly receipt: string;
  readonly typed: TypedWords;
  /** Of the words that were changed: an edit of others is stale. */
  readonly hash: string;
  readonly address: string;
}

const MOST_REVISIONS = 30;

/** Other words, which wait again; what was validated stays on the page until they are decided on. */
export async function editContribution(
  context: Context,
  { receipt, typed, hash, address }: ContributionEdit,
): Promise<Result<null>> {
  authorise(context, 'public');
  const { reader } = context.store;
  const { textId, quote, ...seen } = await contributionOfReceipt(reader, { receipt });
  if (!mayEdit(seen)) return mistaken(null, 'mistake.contribution-closed');
  const words = tidyWords(typed);
  const mistakes = mistakesInWords(words);
  if (mistakes.length > 0) return { ok: false, mistakes };
  const { mark } = await senderMark(context, { address });
  const asked = { what: 'change', textId, mark, isWorkDone: true } as const;
  refuseOverLimit(context, asked);
  const circumstances = {
    secondsToSend: null,
    proofOfWork: 'not-asked',
    honeypotFilled: false,
    hiddenCharacters: hiddenIn(typed),
    confirmedEmail: seen.emailConfirmedAt && seen.email,
  } as const;
  const assessed = await assessContribution(context, { words, quote, circumstances });
  await context.store.write(async (transaction) => {
    const contribution = await contributionOfReceipt(transaction, { receipt });
    const { id, revision } = contribution;
    const newest = await findContributionRevision(transaction, { contributionId: id, revision });
    if (newest?.hash !== hash || !mayEdit(contribution)) throw new Refusal('stale');
    if (newest.name === words.name && newest.subject === words.subject && newest.body === words.body) return;
    await countWithinLimits(context, transaction, asked);
    const lane = contribution.lane === 'unconfirmed' ? 'unconfirmed' : assessed.lane;
    await receiveRevision(context, transaction, { contribution, words, assessed, lane });
    const mode = await findForumMode(transaction, textId);
    const isConfirmed = mode === 'subscription' && contribution.emailConfirmedAt !== null;
    if (mode === 'after' || isConfirmed) await appearAtOnce(context, transaction, { id });
  });
  return done(null);
}

/** A refused one is decided: whoever wants to try again sends another. */
export const mayEdit = ({ state, revision }: Pick<StoredContribution, 'state' | 'revision'>) =>
  (state === 'waiting' || state === 'validated') && revision < MOST_REVISIONS;
