import type { ContributionId } from '#domain/contribution.ts';
import { findQueueRow } from '#store/queue.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import type { QueueItem } from './queue.ts';
import { gatherItems } from './queue-items.ts';

/** One of them, as it is now; null where there is none, or nothing is left of it. */
export async function readQueueItem(context: Context, { id }: { readonly id: string }): Promise<QueueItem | null> {
  authorise(context, 'queue.read');
  const row = await findQueueRow(context.store.reader, id as ContributionId);
  return row && ((await gatherItems(context, [row]))[0] ?? null);
}
