import { html } from 'hono/html';
import type { QueueItem } from '#operations/reads/queue.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { dayAndTime } from '../moment.ts';
import type { Say } from '../say.ts';

const EXCERPT = 140;

/** One line of the list: enough to know it again, and a box to tick. */
export function queueLine(
  visit: Visit,
  say: Say,
  { item, place }: { readonly item: QueueItem; readonly place: number },
): Html {
  const { id, hash, words, text, receivedAt } = item;
  return html`<li class="line" id="line-${id}" data-line="${id}" data-sender="${item.sender.mark ?? ''}" data-group="${item.group?.key ?? ''}">
<input type="checkbox" form="ticked" name="tick-${place}" value="${id} ${hash}" aria-label="${say('queue.tick', { name: words.name })}">
<a href="#item-${id}"><span class="line-name">${words.name}</span> <span class="line-words">${words.subject ? `${words.subject}. ` : ''}${firstWords(words.body)}</span>
<span class="line-facts"><span>${text.title ?? say('desk.untitled')}</span> <span class="number">${dayAndTime(receivedAt, visit.language)}</span></span>${marks(say, item)}</a></li>`;
}

function marks(say: Say, { shownWords, group, lease, score, parent }: QueueItem): Html {
  const said = [
    lease ? say('queue.mark.lease', { name: lease.by }) : null,
    shownWords ? say('queue.mark.edit') : null,
    parent ? say('queue.mark.answer') : null,
    group && group.count > 1 ? say('queue.mark.alike', { count: group.count }) : null,
    score >= WORTH_SAYING ? say('queue.score', { percent: Math.round(score * 100) }) : null,
  ].filter((mark) => mark !== null);
  return said.length === 0
    ? html``
    : html`<span class="line-marks">${said.map((mark) => html`<span>${mark}</span>`)}</span>`;
}

/** Below this the machine has no opinion worth a moderator's glance. */
const WORTH_SAYING = 0.4;

const firstWords = (body: string) => {
  const line = body
    .slice(0, 2 * EXCERPT)
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
};
