import { html } from 'hono/html';
import type { TextState } from '#domain/text.ts';
import type { DeskEntry, DeskList } from '#operations/reads/desk.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { deskLayout } from './layout.ts';
import { dayAndTime } from './moment.ts';
import { pager } from './pager.ts';
import { type Say, sayIn } from './say.ts';

export const LISTED_STATES: readonly TextState[] = ['draft', 'proposed', 'published', 'withdrawn'];
export const TEXTS_A_PAGE = 50;

export interface TextList {
  readonly list: DeskList;
  readonly state: TextState;
  readonly query: string;
  readonly page: number;
}

export function textListView(visit: Visit, view: TextList): Html {
  const say = sayIn(visit.language);
  const { list, state, query } = view;
  return deskLayout(visit, {
    title: say('desk.texts'),
    place: 'texts',
    body: html`<div class="filters">
<nav aria-label="${say('desk.texts.states')}"><ul>${LISTED_STATES.map((each) => stateLink(say, each, view))}</ul></nav>
<search><form action="/desk" method="get"><input type="hidden" name="state" value="${state}">
<label for="q" class="hidden">${say('desk.texts.search')}</label><input type="search" id="q" name="q" value="${query}" placeholder="${say('desk.texts.search')}" size="30">
<button type="submit">${say('desk.texts.search.do')}</button></form></search>
</div>
${list.items.length === 0 ? nothing(say, view) : table(visit, say, view)}
${pager(say, { page: view.page, pages: Math.ceil(view.list.total / TEXTS_A_PAGE), pathOf: (page) => address({ ...view, page }) })}`,
  });
}

function stateLink(say: Say, state: TextState, { list, state: current, query }: TextList): Html {
  const label = html`${say(`desk.state.${state}`)} <span class="quiet number">${String(list.counts[state])}</span>`;
  return html`<li><a href="${address({ state, query, page: 1 })}"${state === current ? html` aria-current="page"` : ''}>${label}</a></li>`;
}

function nothing(say: Say, { list, query }: TextList): Html {
  if (query) return html`<p class="panel">${say('desk.texts.none-found', { query })}</p>`;
  const isNew = LISTED_STATES.every((state) => list.counts[state] === 0);
  return html`<div class="panel"><p>${say(isNew ? 'desk.texts.first' : 'desk.texts.none')}</p><p><a class="button main" href="/desk/new">${say('desk.bar.new')}</a></p></div>`;
}

function table(visit: Visit, say: Say, { list, state }: TextList): Html {
  return html`<div class="panel"><table class="texts"><caption class="hidden">${say(`desk.state.${state}`)}</caption>
<thead><tr><th scope="col">${say('desk.texts.title')}</th><th scope="col">${say('desk.texts.state')}</th><th scope="col">${say('desk.texts.changed')}</th></tr></thead>
<tbody>${list.items.map((entry) => entryRow(visit, say, entry))}</tbody></table></div>`;
}

function entryRow(visit: Visit, say: Say, entry: DeskEntry): Html {
  const { textId, title, authors, number } = entry;
  return html`<tr data-row><th scope="row"><a class="title" href="/desk/texts/${textId}">${title ?? say('desk.untitled')}</a>
<div class="quiet">${authors.join(', ')}</div></th>
<td><span class="state ${stateOf(entry)}">${say(`desk.state.${stateOf(entry)}`)}</span> <span class="quiet">${number > 0 ? say('desk.texts.revision', { number }) : ''}${waiting(say, entry)}</span></td>
<td class="quiet number">${dayAndTime(entry.updatedAt, visit.language)}${entry.updatedBy ? html` ${say('desk.texts.by', { name: entry.updatedBy })}` : ''}</td></tr>`;
}

function stateOf({ isWithdrawn, number, stage }: DeskEntry): TextState {
  if (isWithdrawn) return 'withdrawn';
  if (number > 0) return 'published';
  return stage === 'proposed' ? 'proposed' : 'draft';
}

function waiting(say: Say, { number, stage }: DeskEntry): string {
  if (stage === 'reading') return say('desk.texts.to-confirm');
  if (number === 0 || stage === null) return '';
  return `, ${say(stage === 'proposed' ? 'desk.texts.next-proposed' : 'desk.texts.next-begun')}`;
}

function address({
  state,
  query,
  page,
}: {
  readonly state: string;
  readonly query: string;
  readonly page: number;
}): string {
  const parameters = new URLSearchParams({
    state,
    ...(query && { q: query }),
    ...(page > 1 && { page: String(page) }),
  });
  return `/desk?${parameters}`;
}
