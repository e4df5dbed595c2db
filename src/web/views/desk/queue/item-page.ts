import { html } from 'hono/html';
import { type ContributionId, ERASURE_GROUNDS } from '#domain/contribution.ts';
import type { RefusalGround } from '#domain/ground.ts';
import type { Mistake } from '#domain/result.ts';
import type { ForumThread } from '#operations/reads/forum.ts';
import type { QueueFilter, QueueItem } from '#operations/reads/queue.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary, textField } from '../field.ts';
import { deskLayout, formToken } from '../layout.ts';
import { type Say, sayIn } from '../say.ts';
import { itemView } from './item.ts';
import { scriptWords } from './script-words.ts';
import { undoLines } from './undo.ts';

interface ItemPage {
  readonly item: QueueItem;
  readonly grounds: readonly RefusalGround[];
  readonly threads: ReadonlyMap<ContributionId, ForumThread>;
  /** Somebody decided on words that are not these any more. */
  readonly isStale: boolean;
  readonly mistakes: readonly Mistake[];
  readonly typed?: { readonly reason: string; readonly reply: string };
}

/** One contribution by itself: an address to send to another moderator, and where an answer that came too late leads. */
export function queueItemView(visit: Visit, { item, grounds, threads, isStale, mistakes, typed }: ItemPage): Html {
  const say = sayIn(visit.language);
  const filter: QueueFilter = { lane: item.lane === 'spam' ? 'spam' : 'main', order: 'oldest' };
  return deskLayout(visit, {
    title: say('queue.item', { name: item.words.name }),
    place: 'queue',
    heading: html`<h1 class="hidden">${say('queue.item', { name: item.words.name })}</h1>`,
    body: html`<p><a href="/desk/queue" data-back>${say('queue.back')}</a></p>${isStale ? html`<p class="warned" role="alert">${say('queue.stale')}</p>` : ''}${mistakeSummary(say, mistakes)}
<div class="queue alone" data-queue="/desk/queue" data-anew="/desk/queue" data-who="${visit.session?.actor.id}" data-words="${scriptWords(say)}"><div class="queue-items" data-items>${itemView(visit, say, { item, filter, grounds, threads, upTo: item.row, nextId: null, isAlone: true, ...(typed && { typed }) })}</div></div>${acts(visit, say, item)}
${undoLines()}`,
  });
}

const ERASED_FOR = ERASURE_GROUNDS.filter((ground) => ground !== 'retention');

/** What is seldom done, and not by a key: taking it from the page, and leaving nothing of it. */
function acts(visit: Visit, say: Say, { id, state }: QueueItem): Html {
  if (state === 'erased') return html``;
  const action = `/desk/queue/${id}`;
  return html`<section class="panel" aria-labelledby="acts"><h2 id="acts">${say('queue.acts')}</h2>
${
  state === 'validated'
    ? html`<details><summary>${say('queue.withdraw')}</summary><p>${say('queue.withdraw.hint')}</p>
<form method="post" action="${action}/withdraw">${formToken(visit)}${textField(say, { name: 'why', label: say('queue.withdraw.reason'), optional: true, lines: 2 })}
<button type="submit">${say('queue.withdraw.do')}</button></form></details>`
    : ''
}
<details><summary>${say('queue.erase')}</summary><p>${say('queue.erase.hint')}</p>
<form method="post" action="${action}/erase" class="actions">${formToken(visit)}<label for="ground">${say('queue.erase.ground')}</label>
<select id="ground" name="ground">${ERASED_FOR.map((ground) => html`<option value="${ground}">${say(`queue.erase.${ground}`)}</option>`)}</select>
<button type="submit" class="danger">${say('queue.erase.do')}</button></form></details></section>`;
}
