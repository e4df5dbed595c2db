// An administrator who decides on what a receipt is of, and does not wait for the grace to be over.
import type { ContributionId } from '#domain/contribution.ts';
import { decideContributions } from '#operations/contribution-decide.ts';
import { enactDecisions } from '#operations/decisions-enact.ts';
import { readReceipt } from '#operations/reads/receipt.ts';
import type { TestContext } from './context.ts';

interface Deciding {
  readonly receipt: string;
  readonly decision?: 'validate' | 'refuse' | 'spam';
  readonly ground?: string;
  readonly reason?: string;
}

const GRACE_AND_MORE = 70;

export async function decideOn(press: TestContext, deciding: Deciding): Promise<ContributionId> {
  const { receipt, decision = 'validate', ground = '', reason = null } = deciding;
  const { id, hash } = (await readReceipt(press.asVisitor(), { receipt }))!;
  const ada = await press.as('administrator');
  const items = [{ id, hash }];
  const decided = await decideContributions(ada, { items, decision, ground, reason, reply: null });
  if (!decided.ok || decided.value.decided !== 1) throw new Error(JSON.stringify(decided));
  press.clock.advance(GRACE_AND_MORE);
  await enactDecisions(press.context);
  return id;
}
