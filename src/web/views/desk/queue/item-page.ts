import { html } from 'hono/html';
import type { RefusalGround } from '#domain/ground.ts';
import type { Mistake } from '#domain/result.ts';
import type { QueueFilter, QueueItem } from '#operations/reads/queue.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary } from '../field.ts';
import { deskLayout } from '../layout.ts';
import { sayIn } from '../say.ts';
import { itemView } from './item.ts';
import { scriptWords } from './script-words.ts';

interface ItemPage {
  readonly item: QueueItem;
  readonly grounds: readonly RefusalGround[];
  /** Somebody decided on words that are not these any more. */
  readonly isStale: boolean;
  readonly mistakes: readonly Mistake[];
  readonly typed?: { readonly reason: string; readonly reply: string };
}

/** One contribution by itself: an address to send to another moderator, and where an answer that came too late leads. */
export function queueItemView(visit: Visit, { item, grounds, isStale, mistakes, typed }: ItemPage): Html {
  const say = sayIn(visit.language);
  const filter: QueueFilter = { lane: item.lane === 'spam' ? 'spam' : 'main', order: 'oldest' };
  return deskLayout(visit, {
    title: say('queue.item', { name: item.words.name }),
    place: 'queue',
    heading: html`<h1 class="hidden">${say('queue.item', { name: item.words.name })}</h1>`,
    body: html`<p><a href="/desk/queue">${say('queue.back')}</a></p>${isStale ? html`<p class="warned" role="alert">${say('queue.stale')}</p>` : ''}${mistakeSummary(say, mistakes)}
<div class="queue alone" data-queue${scriptWords(say)}><div class="queue-items" data-items>${itemView(visit, say, { item, filter, grounds, upTo: item.row, nextId: null, ...(typed && { typed }) })}</div></div>
<div class="undo-lines" data-undo role="status"></div>`,
  });
}
