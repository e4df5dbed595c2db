// What is kept no longer than it is needed for. Carried out by a job; the same times stand on the page about privacy.
import { type ContributionId, RETENTION_DAYS } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import {
  findContribution,
  forgetAddresses,
  forgetSenders,
  listContributionsChangedBefore,
  listTextsErasedFrom,
  listWaitingSince,
} from '#store/contributions.ts';
import { forgetFormCounts } from '#store/form-counts.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { eraseBytes, eraseWithin } from './contribution-erase.ts';
import { DAY_SECONDS, dayOf, KEPT_DAYS } from './day-key.ts';
import { momentIn } from './moment.ts';

/** Others may write between two such parts. */
const ERASED_AT_ONCE = 50;
const FORGOTTEN_AT_ONCE = 500;
/** The job comes every hour. */
const TWO_HOURS = 2 * 60 * 60;

/** Erases what its state keeps no longer, and addresses nothing more is written to; gives how many contributions were erased. */
export async function retainContributions(context: Context): Promise<number> {
  authorise(context, 'jobs.run');
  const { refused, spam, withdrawn, unconfirmed, address } = RETENTION_DAYS;
  let erased = 0;
  await eraseBytesAgain(context);
  for (const [state, days] of Object.entries({ refused, spam, withdrawn }) as [keyof typeof RETENTION_DAYS, number][])
    erased += await eraseAll(context, (before) =>
      listContributionsChangedBefore(context.store.reader, {
        state: state as 'refused' | 'spam' | 'withdrawn',
        before: before(days),
        limit: ERASED_AT_ONCE,
      }),
    );
  for (const [lane, days] of [
    ['unconfirmed', unconfirmed],
    ['spam', spam],
  ] as const)
    erased += await eraseAll(context, (before) =>
      listWaitingSince(context.store.reader, { lane, before: before(days), limit: ERASED_AT_ONCE }),
    );
  await context.store.write((transaction) =>
    forgetAddresses(transaction, {
      unconfirmedBefore: daysAgo(context, unconfirmed),
      unwantedBefore: daysAgo(context, address),
    }),
  );
  return erased;
}

/** Marks of senders older than thirty days, and counts nobody asks any more. */
export async function forgetSenderMarks(context: Context): Promise<void> {
  authorise(context, 'jobs.run');
  const before = dayOf(daysAgo(context, KEPT_DAYS));
  const forget = () =>
    context.store.write((transaction) => forgetSenders(transaction, { before, limit: FORGOTTEN_AT_ONCE }));
  while ((await forget()) === FORGOTTEN_AT_ONCE) await turn();
  await context.store.write((transaction) => forgetFormCounts(transaction, { before: dayOf(daysAgo(context, 1)) }));
}

/** A page that was being made when its words were erased may have been kept a moment later; a log that was read, left as it was. */
async function eraseBytesAgain(context: Context): Promise<void> {
  const since = momentIn(context, -TWO_HOURS);
  const texts = await listTextsErasedFrom(context.store.reader, since);
  if (texts.length > 0) await eraseBytes(context, texts);
}

async function eraseAll(
  context: Context,
  list: (before: (days: number) => string) => Promise<readonly ContributionId[]>,
): Promise<number> {
  let erased = 0;
  const texts = new Set<TextId>();
  for (;;) {
    const ids = await list((days) => daysAgo(context, days));
    if (ids.length === 0) break;
    await context.store.write(async (transaction) => {
      for (const id of ids) {
        const contribution = (await findContribution(transaction, { id }))!;
        texts.add(contribution.textId);
        await eraseWithin(context, transaction, { contribution, ground: 'retention', decidedBy: null });
      }
    });
    erased += ids.length;
    await turn();
  }
  if (erased > 0) await eraseBytes(context, [...texts]);
  return erased;
}

const daysAgo = (context: Context, days: number) => momentIn(context, -days * DAY_SECONDS);

/** Whoever waits to write has their turn. */
const turn = () => new Promise<void>((resume) => setImmediate(resume));
