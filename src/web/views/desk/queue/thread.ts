import { html } from 'hono/html';
import type { ForumThread } from '#operations/reads/forum.ts';
import type { QueueItem } from '#operations/reads/queue.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { shortMoment } from '../moment.ts';
import type { Say } from '../say.ts';

const MOST_SHOWN = 8;
const EXCERPT = 220;

/** The last of what stands in the thread, as readers see it: enough to follow what is talked about. */
export function threadView(
  visit: Visit,
  say: Say,
  { item, thread }: { readonly item: QueueItem; readonly thread: ForumThread },
): Html {
  const others = thread.filter(({ id }) => id !== item.parent?.id && id !== item.id);
  if (others.length === 0) return html``;
  const { language, context } = visit;
  return html`<details class="thread"><summary>${say('queue.thread', { count: item.thread })}</summary><ol>${others
    .slice(-MOST_SHOWN)
    .map(
      ({ name, text, validatedAt }) =>
        html`<li><strong>${name}</strong> <span class="quiet number">${shortMoment(validatedAt, context.clock.now(), language)}</span> ${text.slice(0, EXCERPT)}${text.length > EXCERPT ? '…' : ''}</li>`,
    )}</ol>${item.text.slug && item.parent ? html`<p><a href="/${item.text.slug}/forum/${item.parent.id}">${say('queue.thread.read')}</a></p>` : ''}</details>`;
}
