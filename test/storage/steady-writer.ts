// Receives contributions at a steady rate until it is killed, each an act of its own with its leaf, and decides on every other one; each
// line it writes is an act that was acknowledged after its commit.
import type { TextId } from '#domain/text.ts';
import { startSigner } from '#jobs/checkpoint-sign.ts';
import { receiveContribution } from '#operations/contribution-receive.ts';
import { enforceDecision } from '#operations/decision-enforce.ts';
import { findStanding } from '#store/contribution-states.ts';
import { createTestContext } from '#test/support/context.ts';

const [dataFolder = '', actsASecond = ''] = process.argv.slice(2);
const EVERY_MS = 20;

const { context } = await createTestContext({ dataFolder, settings: { guardFile: `${dataFolder}.guard` } });
const live = { ...context, clock: { now: () => new Date() } };
startSigner(live);
const { id: text } = await context.store.reader
  .selectFrom('listing')
  .innerJoin('text', 'text.id', 'listing.text_id')
  .select('text.id')
  .executeTakeFirstOrThrow();
let begun = 0;
let due = 0;
setInterval(() => {
  for (due += (Number(actsASecond) * EVERY_MS) / 1000; begun < due; begun += 2) void receiveAndDecide(begun);
}, EVERY_MS);

async function receiveAndDecide(nth: number): Promise<void> {
  const { id } = await live.store.write((transaction) =>
    receiveContribution(live, transaction, {
      place: { textId: text as TextId, number: 1, blockId: null, quote: null, parentId: null },
      words: { name: `Sender ${nth}`, subject: null, body: `Message ${nth}.` },
      assessed: { score: 0, groupKey: null, signals: '[]', lane: 'main' },
      lane: 'main',
      sender: null,
      email: null,
      notify: false,
      receiptHash: null,
      ticketHash: null,
    }),
  );
  process.stdout.write(`received ${id}\n`);
  await live.store.write(async (transaction) => {
    const standing = await findStanding(transaction, id);
    const nobody = { reason: null, decidedBy: null, batch: 'steady', readAt: null };
    if (standing) await enforceDecision(live, transaction, { standing, decision: 'validate', ground: '', ...nobody });
  });
  process.stdout.write(`decided ${id}\n`);
}
