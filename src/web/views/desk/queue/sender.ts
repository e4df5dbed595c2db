import { html } from 'hono/html';
import type { RefusalGround } from '#domain/ground.ts';
import type { QueueFilter, QueueItem } from '#operations/reads/queue.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import type { Say } from '../say.ts';
import { queueAddress, queueQuery } from './address.ts';
import { decideForm } from './decide.ts';

export interface Together {
  readonly item: QueueItem;
  readonly filter: QueueFilter;
  readonly grounds: readonly RefusalGround[];
  readonly upTo: number;
}

/** Who sent it, by today's mark; what else of theirs waits and how it went before; and what says nearly the same. */
export function senderView(visit: Visit, say: Say, together: Together): Html {
  const { sender, group } = together.item;
  const { validated, refused, spam } = sender.before;
  return html`<div class="sender"><h3>${say('queue.sender')}</h3>
${validated + refused + spam > 0 ? html`<p>${say('queue.sender.before', { validated, refused, spam })}</p>` : ''}
${sender.mark !== null && sender.waiting > 1 ? many(visit, say, together, { name: 'sender', value: sender.mark, count: sender.waiting }) : html`<p class="quiet">${say('queue.sender.alone')}</p>`}
${group && group.count > 1 ? html`<h3>${say('queue.group')}</h3>${many(visit, say, together, { name: 'group', value: group.key, count: group.count })}` : ''}
</div>`;
}

interface Many {
  readonly name: 'sender' | 'group';
  readonly value: string;
  readonly count: number;
}

function many(visit: Visit, say: Say, { item, filter, grounds, upTo }: Together, { name, value, count }: Many): Html {
  const lane = { lane: item.lane === 'spam' ? 'spam' : 'main', order: filter.order, [name]: value } as QueueFilter;
  return html`<p><a href="${queueAddress(lane)}">${say(`queue.${name}.waiting`, { count })}</a></p>
<details class="together" data-together="${name}"><summary>${say(`queue.${name}.all`, { count })}</summary>
${decideForm(visit, say, {
  key: `${name}-${item.id}`,
  fields: { filter: queueQuery(lane), 'up-to': String(upTo), back: queueQuery(filter) },
  grounds,
  mayValidate: false,
  mayReply: false,
  isApart: true,
})}</details>`;
}
