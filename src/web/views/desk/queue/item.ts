import { html } from 'hono/html';
import type { ContributionId, ContributionState } from '#domain/contribution.ts';
import type { RefusalGround } from '#domain/ground.ts';
import type { ForumThread } from '#operations/reads/forum.ts';
import type { QueueFilter, QueueItem } from '#operations/reads/queue.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { dayAndTime } from '../moment.ts';
import type { Say } from '../say.ts';
import { aboutView } from './about.ts';
import { queueAddress, queueQuery } from './address.ts';
import { decideForm } from './decide.ts';
import { senderView } from './sender.ts';
import { whyView } from './why.ts';
import { wordsView } from './words.ts';

export interface ItemView {
  readonly item: QueueItem;
  readonly filter: QueueFilter;
  readonly grounds: readonly RefusalGround[];
  /** What came after this page was made is not decided by it. */
  readonly upTo: number;
  /** What stands around the contributions that are answered, by their ids. */
  readonly threads: ReadonlyMap<ContributionId, ForumThread>;
  /** Where the page comes back to, without script, once this one is decided. */
  readonly nextId: string | null;
  /** On a page of its own. */
  readonly isAlone?: boolean;
  readonly typed?: { readonly reason: string; readonly reply: string };
}

/** One contribution in full, with all that is needed to decide and the buttons that do. */
export function itemView(visit: Visit, say: Say, view: ItemView): Html {
  const { item } = view;
  const { id, words, lease } = item;
  return html`<article class="item" id="item-${id}" data-item="${id}" data-name="${words.name}" tabindex="-1" aria-labelledby="title-${id}" aria-describedby="words-${id}">
<header><h2 id="title-${id}">${words.name}${words.subject ? html` <span class="subject">${words.subject}</span>` : ''}</h2>${facts(visit, say, view)}
<p class="lease" data-lease role="status">${lease ? say('queue.lease', { name: lease.by }) : ''}</p></header>
${aboutView(visit, say, { item, thread: view.threads.get(item.parent?.id ?? item.id) ?? [] })}
${wordsView(say, item)}
<footer>${whyView(say, item)}${senderView(visit, say, view)}</footer>
${deciding(visit, say, view)}</article>`;
}

/** What was decided can be decided again; what its sender took back, cannot. */
const DECIDED_AGAIN: readonly ContributionState[] = ['validated', 'refused', 'spam'];

function deciding(visit: Visit, say: Say, { item, filter, grounds, nextId, typed }: ItemView): Html {
  const { id, hash, lane, state } = item;
  const waits = lane === 'main' || lane === 'spam';
  if (item.isPending) return html`<p class="decide quiet">${say('queue.pending')}</p>`;
  if (!waits && !DECIDED_AGAIN.includes(state))
    return html`<p class="decide quiet">${say('queue.closed', { state: say(`queue.state.${state}`) })}</p>`;
  const from = waits ? '' : state;
  const isShown = isShownAsIs(item);
  return decideForm(visit, say, {
    key: id,
    fields: { items: `${id} ${hash}`, from, back: queueQuery(filter), next: nextId ?? '' },
    grounds,
    mayValidate: from !== 'validated',
    mayReply: from !== 'validated',
    isShown,
    ...(typed && { typed }),
  });
}

/** In a forum moderated afterwards, or decided before. */
const isShownAsIs = ({ state, shownWords }: QueueItem) => state === 'validated' && shownWords === null;

function facts(visit: Visit, say: Say, { item, filter, isAlone }: ItemView): Html {
  const { id, text, receivedAt, revision, shownWords } = item;
  const title = text.title ?? say('desk.untitled');
  return html`<p class="facts"><a href="${queueAddress({ ...filter, textId: text.id })}" title="${say('queue.only-text')}">${title}</a>
<span class="number">${dayAndTime(receivedAt, visit.language)}</span>
${revision > 1 ? html`<span class="state ${shownWords ? 'proposed' : 'draft'}">${say(shownWords ? 'queue.edit.of-shown' : 'queue.edit', { number: revision })}</span>` : ''}
${isShownAsIs(item) ? html`<span class="state published">${say('queue.shown')}</span>` : ''}
${isAlone ? '' : html`<a href="/desk/queue/${id}">${say('queue.item.apart')}</a>`}</p>`;
}
