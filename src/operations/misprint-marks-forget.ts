import { forgetMisprintKeys } from '#store/misprint-keys.ts';
import { authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { DAY_SECONDS, dayOf, KEPT_DAYS } from './day-key.ts';
import { momentIn } from './moment.ts';

/** Drops the keys of days long past and the marks made with them, whether anybody opens a form or not. A job. */
export async function forgetMisprintMarks(context: Context): Promise<void> {
  authorise(context, 'jobs.run');
  const before = dayOf(momentIn(context, -KEPT_DAYS * DAY_SECONDS));
  await context.store.write((transaction) => forgetMisprintKeys(transaction, before));
}
