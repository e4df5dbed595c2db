// What missing leaves say of contributions: decisions and erasures on those that are here are done again. Words that came meanwhile are
// lost with the data they were in, and the record says so.

import { payloadOf } from '#domain/contribution.ts';
import { commit } from '#record/commitment.ts';
import type { Leaf } from '#record/leaf.ts';
import { findContributionByLeaf } from '#store/contribution-leaves.ts';
import { findStanding } from '#store/contribution-states.ts';
import { findContribution } from '#store/contributions.ts';
import { raiseGeneration } from '#store/site.ts';
import type { Store } from '#store/store.ts';
import type { Context } from './context.ts';
import { eraseWithin } from './contribution-erase.ts';
import { enforceDecision } from './decision-enforce.ts';
import { minute } from './minute.ts';
import { appendLeaf } from './record-append.ts';
import { newId } from './secret.ts';

type DecideLeaf = Extract<Leaf, { readonly kind: 'contribution.decide' }>;
type EraseLeaf = Extract<Leaf, { readonly kind: 'contribution.erase' }>;

interface Again<T extends Leaf> {
  readonly leaf: T;
  readonly log: number;
}

/** Only on the very bytes that were decided on; nobody is told a second time. */
export async function decideAgain(
  then: Context,
  transaction: Store['reader'],
  { leaf, log }: Again<DecideLeaf>,
): Promise<void> {
  const id = await findContributionByLeaf(transaction, { log, leaf: leaf.contribution });
  const standing = id && (await findStanding(transaction, id));
  const isOnThese = standing?.key && commit(standing.key, payloadOf(standing)) === leaf.commitment;
  if (!standing || !isOnThese) return void (await appendLeaf(then, transaction, leaf));
  await enforceDecision(then, transaction, {
    standing,
    decision: leaf.decision,
    ground: leaf.ground,
    reason: null,
    decidedBy: null,
    batch: newId(then),
    readAt: null,
    shownSince: leaf.at,
  });
  await raiseGeneration(transaction);
}

export async function eraseAgain(
  then: Context,
  transaction: Store['reader'],
  { leaf, log }: Again<EraseLeaf>,
): Promise<void> {
  const id = await findContributionByLeaf(transaction, { log, leaf: leaf.contribution });
  const contribution = id && (await findContribution(transaction, { id }));
  const { ground } = leaf;
  if (!contribution || ground === 'lost') return void (await appendLeaf(then, transaction, leaf));
  await eraseWithin(then, transaction, { contribution, ground, decidedBy: null });
}

/** Of each receipt among these leaves: its words are nowhere to be had, even where they were erased later. */
export async function sayLost(
  context: Context,
  transaction: Store['reader'],
  { leaves, from }: { readonly leaves: readonly Leaf[]; readonly from: number },
): Promise<void> {
  for (const [at, { kind }] of leaves.entries()) {
    if (kind !== 'contribution.receive') continue;
    const lost = { kind: 'contribution.erase', at: minute(context), contribution: from + at, ground: 'lost' } as const;
    await appendLeaf(context, transaction, lost);
  }
}
