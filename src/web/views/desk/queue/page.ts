import { html } from 'hono/html';
import type { ContributionId } from '#domain/contribution.ts';
import type { RefusalGround } from '#domain/ground.ts';
import type { Mistake } from '#domain/result.ts';
import type { ForumThread } from '#operations/reads/forum.ts';
import type { QueueFilter, QueueItem } from '#operations/reads/queue.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary } from '../field.ts';
import { deskLayout } from '../layout.ts';
import { type Say, sayIn } from '../say.ts';
import { queueAddress, queueQuery } from './address.ts';
import { decideForm } from './decide.ts';
import { queueFilters } from './filters.ts';
import { itemView } from './item.ts';
import { queueLine } from './line.ts';
import { scriptWords } from './script-words.ts';
import { queueTabs, type Waiting } from './tabs.ts';
import { type Taken, undoLine, undoLines } from './undo.ts';

export interface QueuePage {
  readonly filter: QueueFilter;
  readonly items: readonly QueueItem[];
  /** Where the next ones begin; null when these are the last. */
  readonly next: string | null;
  readonly upTo: number;
  readonly threads: ReadonlyMap<ContributionId, ForumThread>;
  readonly counts: Waiting;
  readonly grounds: readonly RefusalGround[];
  /** What was just decided, for a browser without script. */
  readonly taken?: Taken | null;
  readonly mistakes?: readonly Mistake[];
}

/** The list beside what waits, in full. Script shows one at a time and listens for keys; without it they stand one below the other. */
export function queueView(visit: Visit, page: QueuePage): Html {
  const say = sayIn(visit.language);
  const { filter, items, counts, mistakes = [] } = page;
  const title = items.find(({ text }) => text.id === filter.textId)?.text.title ?? null;
  return deskLayout(visit, {
    title: say('queue'),
    place: 'queue',
    heading: html`<h1 class="hidden">${say('queue')}</h1>`,
    body: html`${queueTabs(say, counts, decidedState(filter) ?? filter.lane)}
${queueFilters(say, filter, title)}${mistakeSummary(say, mistakes)}${page.taken ? undoLine(visit, say, page.taken) : ''}
<div class="queue" data-queue="/desk/queue" data-anew="/desk/queue" data-who="${visit.session?.actor.id}" data-words="${scriptWords(say)}">
<div class="queue-side"><ol class="queue-list" data-lines aria-label="${say('queue.list')}">${inGroups(items).map((item, place, all) => queueLine(visit, say, { item, place, isAlike: isAlike(item, all[place - 1]) }))}</ol>
<div role="status"><p class="quiet" data-none${items.length > 0 ? html` hidden` : ''}>${say('queue.none')} <a href="${queueAddress(filter)}">${say('queue.look-again')}</a></p></div>
${page.next ? html`<p class="more"><a rel="next" data-more href="${queueAddress(filter, { after: page.next })}">${say('queue.more')}</a></p>` : ''}
${items.length > 0 ? html`${ticked(visit, say, page)}${all(visit, say, page)}` : ''}</div>
<div class="queue-items" data-items>${inGroups(items).map((item, place, all) => itemView(visit, say, { ...page, item, nextId: all[place + 1]?.id ?? null }))}</div>
</div>
${undoLines()}`,
  });
}

function decidedState({ state }: QueueFilter) {
  return state === undefined || state === 'waiting' ? null : state;
}

/** What is ticked; script puts it where the buttons of a single one are. */
function ticked(visit: Visit, say: Say, { filter, grounds }: QueuePage): Html {
  const fields = { back: queueQuery(filter), from: decidedState(filter) ?? '' };
  return html`<section class="ticked" data-ticked aria-label="${say('queue.ticked')}"><h2>${say('queue.ticked')} <span class="count" data-ticked-count></span></h2>
${decideForm(visit, say, { key: 'ticked', id: 'ticked', fields, grounds, mayValidate: filter.state !== 'validated', mayReply: false })}</section>`;
}

/** All that the filter holds. */
function all(visit: Visit, say: Say, { filter, grounds, upTo }: QueuePage): Html {
  if (filter.state) return html``;
  const back = queueQuery(filter);
  const fields = { filter: back === '' ? 'lane=main' : back, 'up-to': String(upTo), back };
  return html`<details class="together panel" data-together="all"><summary>${say('queue.all')}</summary><p class="hint">${say('queue.all.hint')}</p>
${decideForm(visit, say, { key: 'all', fields, grounds, mayValidate: false, mayReply: false, isApart: true })}</details>`;
}

/** Near-duplicates stand together, at the place of the first. */
function inGroups(items: readonly QueueItem[]): readonly QueueItem[] {
  return [...Map.groupBy(items, ({ id, group }) => group?.key ?? id).values()].flat();
}

const isAlike = (item: QueueItem, before: QueueItem | undefined) =>
  item.group !== null && item.group.key === before?.group?.key;
