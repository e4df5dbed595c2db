// A data folder with a record of so many leaves: some texts in two revisions, one withdrawn, and a forum in every state for the rest.
import type { ContributionId, Decision } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import type { Context } from '#operations/context.ts';
import type { Assessed } from '#operations/contribution-assess.ts';
import { eraseWithin } from '#operations/contribution-erase.ts';
import { receiveContribution, receiveRevision } from '#operations/contribution-receive.ts';
import { enforceDecision } from '#operations/decision-enforce.ts';
import { tilesWritten } from '#operations/record-release.ts';
import { signRecord } from '#operations/record-sign.ts';
import { withdrawText } from '#operations/text-withdraw.ts';
import { findStanding } from '#store/contribution-states.ts';
import { findContribution } from '#store/contributions.ts';
import { countLeaves } from '#store/leaves.ts';
import type { Store } from '#store/store.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { publishSource, reviseText } from '#test/support/library.ts';

const TEXTS = 6;
const CHECKPOINTS = 12;

export async function recordedLibrary(leaves: number): Promise<TestContext> {
  const made = await createTestContext();
  const { context } = made;
  const texts: TextId[] = [];
  for (let at = 0; at < TEXTS; at += 1) {
    const source = `---\ntitle: Text ${at}\nauthors: [A. Writer]\n---\n\nFirst words of text ${at}, à lire.\n\nMore of it.\n`;
    const textId = await publishSource(context, { source, slug: `text-${at}` });
    texts.push(textId);
    await reviseText(context, { textId, source: source.replace('More', 'Much more'), reason: 'More to say' });
    if (at === 0) await withdrawText(context, { textId, ground: 'rights', reason: 'asked for' });
    await signRecord(context);
  }
  const isFull = async () => (await countLeaves(context.store.reader, 1)) >= leaves;
  for (let nth = 0; !(await isFull()); ) {
    const until = nth + Math.ceil(leaves / 3 / CHECKPOINTS);
    await context.store.write(async (transaction) => {
      for (; nth < until && (await countLeaves(transaction, 1)) < leaves; nth += 1)
        await contribute(context, transaction, { nth, textId: texts[1 + (nth % (TEXTS - 1))]!, leaves });
    });
    await signRecord(context);
    made.clock.advance(86_400);
  }
  await tilesWritten(context);
  return made;
}

/** What becomes of them, in turn; the log ends wherever it is full. */
const FATES: readonly (readonly (Decision | 'edit')[])[] = [
  ['validate'],
  [],
  ['refuse'],
  ['validate', 'edit', 'validate'],
  ['spam'],
  ['validate', 'withdraw'],
  ['edit'],
  ['validate', 'edit', 'refuse'],
  ['edit', 'erase'],
  ['validate', 'erase'],
];

async function contribute(
  context: Context,
  transaction: Store['reader'],
  { nth, textId, leaves }: { readonly nth: number; readonly textId: TextId; readonly leaves: number },
): Promise<void> {
  const { id } = await receiveContribution(context, transaction, {
    place: { textId, number: 2, blockId: null, quote: null, parentId: null },
    words: { name: `Sender ${nth}`, subject: nth % 2 ? `About ${nth}` : null, body: `Message number ${nth}.` },
    assessed: ASSESSED,
    lane: 'main',
    sender: null,
    email: null,
    notify: false,
    receiptHash: null,
    ticketHash: null,
  });
  for (const fate of FATES[nth % FATES.length]!)
    if ((await countLeaves(transaction, 1)) < leaves) await befall(context, transaction, { id, fate });
}

const ASSESSED: Assessed = { score: 0, groupKey: null, signals: '[]', lane: 'main' };

async function befall(
  context: Context,
  transaction: Store['reader'],
  { id, fate }: { readonly id: ContributionId; readonly fate: Decision | 'edit' },
): Promise<void> {
  const contribution = await findContribution(transaction, { id });
  const standing = await findStanding(transaction, id);
  if (!contribution || !standing) throw new Error(`no contribution ${id}`);
  if (fate === 'edit') {
    const words = { name: standing.name, subject: standing.subject, body: `${standing.body} And more.` };
    await receiveRevision(context, transaction, { contribution, words, assessed: ASSESSED, lane: 'main' });
  } else if (fate === 'erase')
    await eraseWithin(context, transaction, { contribution, ground: 'request', decidedBy: null });
  else
    await enforceDecision(context, transaction, {
      standing,
      decision: fate,
      ground: fate === 'refuse' ? 'off-topic' : '',
      reason: fate === 'refuse' ? 'Not about it.' : null,
      decidedBy: null,
      batch: `batch-${id}`,
      readAt: null,
    });
}
