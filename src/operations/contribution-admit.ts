// Where a forum lets contributions appear before anybody read them: at once, or once their mailbox answered.
import type { ContributionId } from '#domain/contribution.ts';
import { findStanding } from '#store/contribution-states.ts';
import { changeContribution, findContribution, type StoredContribution } from '#store/contributions.ts';
import { findForumMode } from '#store/forum-modes.ts';
import { raiseGeneration } from '#store/site.ts';
import type { Store } from '#store/store.ts';
import { LIKELY_SPAM } from '#triage/assess.ts';
import type { Context } from './context.ts';
import { isFlooded } from './contribution-limits.ts';
import { enforceDecision } from './decision-enforce.ts';
import { newId } from './secret.ts';

/**
 * Lets its newest words appear, unless triage thinks them likely spam, could not look at them, or so much comes for the text
 * that nobody could follow. It stays in its lane until somebody has read it.
 */
export async function appearAtOnce(
  context: Context,
  transaction: Store['reader'],
  { id }: { readonly id: ContributionId },
): Promise<void> {
  const contribution = await findContribution(transaction, { id });
  const standing = await findStanding(transaction, id);
  if (!contribution || !standing || contribution.lane !== 'main' || contribution.groupKey === null) return;
  if (await isFlooded(context, transaction, contribution.textId)) return;
  const decided = { standing, decision: 'validate', ground: 'mode', reason: null, decidedBy: null } as const;
  const changed = await enforceDecision(context, transaction, {
    ...decided,
    batch: newId(context),
    readAt: null,
    lane: 'main',
  });
  if (changed) await raiseGeneration(transaction);
}

/** Its mailbox answered: it waits like any other from now on, or appears, as the forum's mode says. */
export async function admitConfirmed(
  context: Context,
  transaction: Store['reader'],
  { contributionId: id }: { readonly contributionId: ContributionId },
): Promise<void> {
  const contribution = await findContribution(transaction, { id });
  if (contribution?.lane !== 'unconfirmed') return;
  await changeContribution(transaction, { id, lane: laneOf(contribution) });
  const mode = await findForumMode(transaction, contribution.textId);
  if (mode === 'after' || mode === 'subscription') await appearAtOnce(context, transaction, { id });
}

const laneOf = ({ score }: StoredContribution) => (score >= LIKELY_SPAM ? 'spam' : 'main');
