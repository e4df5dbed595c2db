// What becomes of contributions, done the way people do it: for tests that need some that are shown, refused, gone.
import type { ContributionId, Decision } from '#domain/contribution.ts';
import { decideContributions } from '#operations/contribution-decide.ts';
import { enactDecisions } from '#operations/decisions-enact.ts';
import { type Receipt, readReceipt } from '#operations/reads/receipt.ts';
import type { TestContext } from './context.ts';
import { sendTo } from './sender.ts';

/** The words now behind a receipt are read and decided on, and the grace passes. */
export async function decideOn(
  press: TestContext,
  receipt: string,
  decision: Exclude<Decision, 'withdraw' | 'erase'>,
): Promise<void> {
  const administrator = await press.as('administrator');
  const { id, hash } = await receiptOf(press, receipt);
  const ground = decision === 'refuse' ? 'off-topic' : '';
  const items = [{ id, hash }];
  const decided = await decideContributions(administrator, { items, decision, ground, reason: null, reply: null });
  if (!decided.ok) throw new Error(JSON.stringify(decided.mistakes));
  press.clock.advance(press.context.settings.forumGraceSeconds + 1);
  await enactDecisions(press.context);
}

export async function receiptOf(press: TestContext, receipt: string): Promise<Receipt> {
  const read = await readReceipt(press.asVisitor(), { receipt });
  if (!read) throw new Error('no such receipt');
  return read;
}

/** Sent and validated. */
export async function shownTo(
  press: TestContext,
  sent: Parameters<typeof sendTo>[1],
): Promise<{ readonly receipt: string; readonly id: ContributionId }> {
  const receipt = await sendTo(press, sent);
  await decideOn(press, receipt, 'validate');
  const { id, state } = await receiptOf(press, receipt);
  if (state !== 'validated') throw new Error(`it is ${state}`);
  return { receipt, id };
}
