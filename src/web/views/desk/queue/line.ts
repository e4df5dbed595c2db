import { html } from 'hono/html';
import type { QueueItem } from '#operations/reads/queue.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { shortMoment } from '../moment.ts';
import type { Say } from '../say.ts';

const EXCERPT = 140;

interface Line {
  readonly item: QueueItem;
  readonly place: number;
  /** Nearly the same as the one above it: its name is enough. */
  readonly isAlike: boolean;
}

/** One line of the list: enough to know it again, and a box to tick. */
export function queueLine(visit: Visit, say: Say, { item, place, isAlike }: Line): Html {
  const { id, hash, words, receivedAt } = item;
  const at = shortMoment(receivedAt, visit.context.clock.now(), visit.language);
  return html`<li class="queue-line${isAlike ? ' alike' : ''}" id="line-${id}" data-line="${id}" data-place="${item.row}" data-sender="${item.sender.mark ?? ''}" data-group="${item.group?.key ?? ''}">
<input type="checkbox" form="ticked" name="tick-${place}" value="${id} ${hash}" aria-label="${say('queue.tick', { name: words.name })}">
<a href="#item-${id}"><span class="line-head"><span class="line-name">${words.name}</span> <time class="number" datetime="${receivedAt}">${at}</time></span>
<span class="line-words">${words.subject ? `${words.subject}. ` : ''}${firstWords(words.body)}</span>${marks(say, item)}</a></li>`;
}

function marks(say: Say, { text, shownWords, group, lease, score, parent }: QueueItem): Html {
  const said = [
    lease ? say('queue.mark.lease', { name: lease.by }) : null,
    shownWords ? say('queue.mark.edit') : null,
    parent ? say('queue.mark.answer') : null,
    group && group.count > 1 ? say('queue.mark.alike', { count: group.count }) : null,
    score >= WORTH_SAYING ? say('queue.mark.score', { percent: Math.round(score * 100) }) : null,
  ].filter((mark) => mark !== null);
  return html`<span class="line-facts"><span class="line-text">${text.title ?? say('desk.untitled')}</span>${said.map((mark) => html` <span class="line-mark">${mark}</span>`)}</span>`;
}

/** A half is no opinion; from here on it is one worth a moderator's glance. */
const WORTH_SAYING = 0.6;

const firstWords = (body: string) => {
  const line = body
    .slice(0, 2 * EXCERPT)
    .replace(/^(?:> ?)+/gmu, '')
    .replace(/\*/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
};
