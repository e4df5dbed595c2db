import type { ContributionId, Decision } from '#domain/contribution.ts';
import type { ImportedContribution, ImportedDecision, ImportedState } from '#formats/forum/imported.ts';
import { findStanding } from '#store/contribution-states.ts';
import type { Store } from '#store/store.ts';
import { accountOf } from './authorise.ts';
import type { Context } from './context.ts';
import { enforceDecision } from './decision-enforce.ts';

type DecisionThere = Pick<ImportedDecision, 'revision' | 'decision' | 'ground' | 'reason'>;

const IMPORTED = 'imported';
const DECISION_FOR: Readonly<Record<ImportedState, Exclude<Decision, 'erase'> | null>> = {
  waiting: null,
  validated: 'validate',
  refused: 'refuse',
  spam: 'spam',
  withdrawn: 'withdraw',
};

/** Those our own format tells, else the one that leads to its state. */
export function decisionsOf({ history, state }: ImportedContribution, revisions: number): readonly DecisionThere[] {
  if (history && history.decisions.length > 0) return history.decisions;
  const decision = DECISION_FOR[state];
  return decision === null ? [] : [{ revision: revisions, decision, ground: IMPORTED, reason: null }];
}

/** By whoever imports; nobody is told. */
export async function decideImported(
  context: Context,
  transaction: Store['reader'],
  { id, decided, batch }: { readonly id: ContributionId; readonly decided: DecisionThere; readonly batch: string },
): Promise<void> {
  const { decision, ground, reason } = decided;
  const standing = (await findStanding(transaction, id))!;
  const [decidedBy, shownSince] = [accountOf(context.actor), standing.receivedAt];
  const enforcement = { standing, decision, ground, reason, decidedBy, batch, readAt: null, shownSince };
  await enforceDecision(context, transaction, enforcement);
}
