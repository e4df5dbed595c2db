import { Refusal } from '#domain/refusal.ts';
import { listQueue, type QueueItem } from '#operations/reads/queue.ts';
import { readQueueItem } from '#operations/reads/queue-item.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { jsonAnswer } from './answer.ts';
import { checkQuery, limitIn, oneOf, textIn } from './asked.ts';

export async function listWaiting(visit: Visit): Promise<Answer> {
  checkQuery(visit, ['text', 'before', 'limit', 'lane', 'order', 'query']);
  const [textId, query, after] = [await textIn(visit), visit.query.get('query'), visit.query.get('before')];
  const filter = {
    lane: oneOf(visit, 'lane', ['main', 'spam']),
    order: oneOf(visit, 'order', ['oldest', 'newest', 'score']),
    ...(textId !== null && { textId }),
    ...(query !== null && { query }),
  };
  const page = { filter, limit: limitIn(visit), ...(after !== null && { after }) };
  const { items, next, counts } = await listQueue(visit.context, page);
  const waiting = { main: counts.main, spam: counts.spam };
  return jsonAnswer({ items: items.map(itemJson), before: next, waiting });
}

export async function readWaiting(visit: Visit): Promise<Answer> {
  const item = await readQueueItem(visit.context, { id: visit.params.id ?? '' });
  if (!item) throw new Refusal('not-found');
  return jsonAnswer(itemJson(item));
}

function itemJson(item: QueueItem) {
  const { id, hash, revision, state, lane, words, html, text, passage, parent, score, signals, receivedAt } = item;
  return {
    ...{ id, hash, revision, state, lane },
    text: { slug: text.slug, title: text.title },
    paragraph: passage?.blockId ?? null,
    quote: passage?.quote ?? null,
    answers: parent?.id ?? null,
    ...{ name: words.name, subject: words.subject, body: words.body, html, score },
    signals: signals.map(({ code, weight, values }) => ({ code, weight, values })),
    receivedAt,
  };
}
