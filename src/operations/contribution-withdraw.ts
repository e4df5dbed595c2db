import { LONGEST } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import { findStanding } from '#store/contribution-states.ts';
import { findContribution } from '#store/contributions.ts';
import { deletePending } from '#store/pending-decisions.ts';
import { raiseGeneration } from '#store/site.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { contributionOfReceipt } from './contribution-of-receipt.ts';
import { enforceDecision } from './decision-enforce.ts';
import { newId } from './secret.ts';

/** By its contributor, with the private link; or by an administrator, who says why. */
export type Withdrawing =
  | { readonly receipt: string }
  | { readonly contributionId: string; readonly reason?: string | null };

/** Takes it from the page. Its words are kept for a while, as with a refused one. */
export async function withdrawContribution(context: Context, withdrawing: Withdrawing): Promise<Result<null>> {
  const byReceipt = 'receipt' in withdrawing;
  authorise(context, byReceipt ? 'public' : 'contribution.decide');
  const reason = byReceipt ? null : withdrawing.reason?.trim() || null;
  if (reason !== null && reason.length > LONGEST.reason)
    return mistaken('reason', 'mistake.reason-long', { count: LONGEST.reason });
  await context.store.write(async (transaction) => {
    const contribution = byReceipt
      ? await contributionOfReceipt(transaction, withdrawing)
      : await findContribution(transaction, { id: withdrawing.contributionId });
    const standing = contribution && (await findStanding(transaction, contribution.id));
    if (!standing) throw new Refusal('not-found');
    if (standing.state !== 'waiting' && standing.state !== 'validated') throw new Refusal('stale');
    await deletePending(transaction, [standing.id]);
    await enforceDecision(context, transaction, {
      standing,
      decision: 'withdraw',
      ground: byReceipt ? 'sender' : 'press',
      reason,
      decidedBy: byReceipt ? null : accountOf(context.actor),
      batch: newId(context),
      readAt: null,
    });
    // What was never seen goes without a sign to anybody.
    if (standing.shownRevision !== null) await raiseGeneration(transaction);
  });
  return done(null);
}
