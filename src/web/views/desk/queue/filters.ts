import { html } from 'hono/html';
import type { QueueFilter } from '#operations/reads/queue.ts';
import type { Html } from '#web/http/answer.ts';
import type { Say } from '../say.ts';
import { queueAddress, scoreWritten } from './address.ts';

const ORDERS = ['oldest', 'newest', 'score'] as const;
/** What a moderator sets aside or begins with. */
const SCORES = ['', '-20', '50-', '80-'] as const;
const NARROWED = ['textId', 'sender', 'group', 'query'] as const;

/** Searching and the order; what the list is narrowed to, each with its way out. */
export function queueFilters(say: Say, filter: QueueFilter, title: string | null): Html {
  const narrowed = NARROWED.filter((name) => filter[name]);
  return html`<div class="filters queue-filters"><search><form action="/desk/queue" method="get">${hidden(filter)}
<label for="q" class="hidden">${say('queue.search')}</label><input type="search" id="q" name="q" value="${filter.query ?? ''}" placeholder="${say('queue.search')}" size="24">
<label for="order" class="hidden">${say('queue.order')}</label><select id="order" name="order">${ORDERS.map(
    (order) =>
      html`<option value="${order}"${order === filter.order ? html` selected` : ''}>${say(`queue.order.${order}`)}</option>`,
  )}</select>
<label for="score" class="hidden">${say('queue.score.label')}</label><select id="score" name="score">${SCORES.map(
    (score) =>
      html`<option value="${score}"${score === (scoreWritten(filter) ?? '') ? html` selected` : ''}>${scoreText(say, score)}</option>`,
  )}</select>
<button type="submit">${say('queue.filter.do')}</button></form></search>
${
  narrowed.length === 0
    ? ''
    : html`<ul class="narrowed" aria-label="${say('queue.narrowed')}">${narrowed.map(
        (name) =>
          html`<li>${narrowedText(say, name, { filter, title })} <a href="${queueAddress({ ...filter, [name]: undefined })}">${say('queue.narrowed.out')}</a></li>`,
      )}</ul>`
}</div>`;
}

function hidden({ lane, state, textId, sender, group }: QueueFilter): readonly Html[] {
  const kept = { lane, state, text: textId, sender, group };
  return Object.entries(kept)
    .filter(([, value]) => value)
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
}

function scoreText(say: Say, score: (typeof SCORES)[number]): string {
  const [least, most] = score.split('-');
  if (least) return say('queue.score.least', { percent: least });
  return most ? say('queue.score.most', { percent: most }) : say('queue.score.any');
}

interface Shown {
  readonly filter: QueueFilter;
  /** Of the text; null where nothing of it is on the page to tell. */
  readonly title: string | null;
}

function narrowedText(say: Say, name: (typeof NARROWED)[number], { filter, title }: Shown): string {
  if (name === 'textId' && title === null) return say('queue.narrowed.one-text');
  return say(`queue.narrowed.${name}`, { value: (name === 'textId' ? title : filter.query) ?? '' });
}
