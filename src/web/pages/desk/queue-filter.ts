import { CONTRIBUTION_STATES } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import type { QueueFilter } from '#operations/reads/queue.ts';

const ORDERS = ['oldest', 'newest', 'score'] as const;
const LONGEST = 200;

/** What a queue's address asks for; what it does not understand is as usual. */
export function queueFilter(query: URLSearchParams): QueueFilter {
  const given = (name: string) => query.get(name)?.slice(0, LONGEST).trim() || undefined;
  const state = CONTRIBUTION_STATES.find((one) => one === query.get('state'));
  const [textId, sender, group, words] = [
    given('text') as TextId | undefined,
    given('sender'),
    given('group'),
    given('q'),
  ];
  return {
    lane: query.get('lane') === 'spam' ? 'spam' : 'main',
    order: ORDERS.find((one) => one === query.get('order')) ?? 'oldest',
    ...(state && state !== 'waiting' && { state }),
    ...(textId && { textId }),
    ...(sender && { sender }),
    ...(group && { group }),
    ...(words && { query: words }),
    ...scoreIn(query.get('score')),
  };
}

function scoreIn(written: string | null): Pick<QueueFilter, 'leastScore' | 'mostScore'> {
  const [, least, most] = /^(\d{0,3})-(\d{0,3})$/.exec(written ?? '') ?? [];
  return { ...(least && { leastScore: Number(least) / 100 }), ...(most && { mostScore: Number(most) / 100 }) };
}
