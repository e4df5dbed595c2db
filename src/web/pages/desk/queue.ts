import type { ContributionId } from '#domain/contribution.ts';
import type { Mistake } from '#domain/result.ts';
import { listGrounds } from '#operations/reads/grounds.ts';
import { listQueue } from '#operations/reads/queue.ts';
import { readSelection } from '#operations/selection-decide.ts';
import type { Answer } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { queueView } from '#web/views/desk/queue/page.ts';
import type { Taken } from '#web/views/desk/queue/undo.ts';
import { queueFilter } from './queue-filter.ts';
import { threadsOf } from './queue-threads.ts';

/** As many as are read before the next are there; each comes whole. */
export const ITEMS_A_PAGE = 25;

export async function queuePage(visit: Visit): Promise<Answer> {
  return queueAnswer(visit, { query: visit.query, taken: await takenIn(visit) });
}

interface Asked {
  readonly query: URLSearchParams;
  readonly taken?: Taken | null;
  readonly mistakes?: readonly Mistake[];
}

export async function queueAnswer(visit: Visit, { query, taken = null, mistakes = [] }: Asked): Promise<Answer> {
  const filter = queueFilter(query);
  const after = query.get('after') ?? undefined;
  const [list, grounds] = await Promise.all([
    listQueue(visit.context, { filter, limit: ITEMS_A_PAGE, ...(after && { after }) }),
    listGrounds(visit.context),
  ]);
  const threads = await threadsOf(visit, list.items);
  const html = queueView(visit, { ...list, filter, grounds, threads, taken, mistakes });
  return { kind: 'html', status: mistakes.length > 0 ? 422 : 200, html };
}

async function takenIn({ context, query }: Visit): Promise<Taken | null> {
  const batch = query.get('batch');
  if (batch === null || !/^[\w-]{1,64}$/.test(batch)) return null;
  const back = new URLSearchParams(query);
  for (const name of ['batch', 'decided', 'stale']) back.delete(name);
  const selection = await readSelection(context, { batch });
  return {
    batch,
    percent: selection?.isUnderWay ? selection.percent : null,
    count: selection?.decided ?? wholeNumber(query.get('decided')),
    stale: wholeNumber(query.get('stale')),
    back: String(back),
  };
}

const wholeNumber = (written: string | null) => (written !== null && /^\d{1,9}$/.test(written) ? Number(written) : 0);

export const contributionIn = (written: string | undefined) => (written ?? '') as ContributionId;
