import type { ContributionId } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Mistake } from '#domain/result.ts';
import { leaseContribution } from '#operations/contribution-lease.ts';
import { listGrounds } from '#operations/reads/grounds.ts';
import { readQueueItem } from '#operations/reads/queue-item.ts';
import type { Answer } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { queueItemView } from '#web/views/desk/queue/item-page.ts';
import { contributionIn } from './queue.ts';
import { threadsOf } from './queue-threads.ts';

/** Opening one takes it in hand for a minute: another moderator sees who reads it. */
export async function queueItemPage(visit: Visit): Promise<Answer> {
  const id = contributionIn(visit.params.id);
  await leaseContribution(visit.context, { id });
  return itemAnswer(visit, id, {});
}

interface Shown {
  readonly status?: 200 | 409 | 422;
  readonly typed?: { readonly reason: string; readonly reply: string };
  readonly mistakes?: readonly Mistake[];
}

export async function itemAnswer(
  visit: Visit,
  id: ContributionId,
  { status = 200, typed, mistakes = [] }: Shown,
): Promise<Answer> {
  const [item, grounds] = await Promise.all([readQueueItem(visit.context, { id }), listGrounds(visit.context)]);
  if (!item) throw new Refusal('not-found');
  const threads = await threadsOf(visit, [item]);
  const html = queueItemView(visit, {
    item,
    grounds,
    threads,
    isStale: status === 409,
    mistakes,
    ...(typed && { typed }),
  });
  return { kind: 'html', status, html };
}
