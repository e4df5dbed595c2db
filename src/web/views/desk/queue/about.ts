import { html, raw } from 'hono/html';
import type { QueueItem } from '#operations/reads/queue.ts';
import type { Html } from '#web/http/answer.ts';
import type { Say } from '../say.ts';

/** What the contribution answers: the passage with the words quoted from it, the contribution above it, the thread. */
export function aboutView(say: Say, item: QueueItem): Html {
  const { passage, parent, text } = item;
  if (!passage && !parent) return html``;
  return html`<div class="about">
${
  passage
    ? html`<figure><figcaption>${say('queue.about.passage')}${text.slug && passage.blockId ? html` <a href="/${text.slug}#${passage.blockId}">${say('queue.about.in-text')}</a>` : ''}</figcaption>
<blockquote>${passage.words === null ? passage.quote : quoted(passage.words, passage.quote)}</blockquote>
${passage.words === null ? html`<p class="quiet">${say('queue.about.passage-gone')}</p>` : ''}</figure>`
    : ''
}
${parent ? html`<figure><figcaption>${say('queue.about.parent', { name: parent.name })}</figcaption><blockquote>${raw(parent.html)}</blockquote></figure>` : ''}
</div>`;
}

function quoted(words: string, quote: string | null): Html {
  const start = quote ? words.indexOf(quote) : -1;
  if (!quote || start < 0) return html`${words}`;
  return html`${words.slice(0, start)}<mark>${quote}</mark>${words.slice(start + quote.length)}`;
}
