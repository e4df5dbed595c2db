import { html, raw } from 'hono/html';
import type { ForumThread } from '#operations/reads/forum.ts';
import type { QueueItem } from '#operations/reads/queue.ts';
import { findWords } from '#text/find-words.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import type { Say } from '../say.ts';
import { threadView } from './thread.ts';

/** What the contribution answers: the passage with the words quoted from it, the contribution above it, the thread. */
export function aboutView(
  visit: Visit,
  say: Say,
  { item, thread }: { readonly item: QueueItem; readonly thread: ForumThread },
): Html {
  const { passage, parent, text } = item;
  if (!passage && !parent) return html``;
  return html`<div class="about">
${
  passage
    ? html`<figure><figcaption>${say('queue.about.passage')}${text.slug ? html` <a href="${wayTo(text.slug, passage)}">${say('queue.about.in-text')}</a>` : ''}</figcaption>
<blockquote${passage.isVerse ? raw(' class="in-lines"') : ''}>${passage.words === null ? passage.quote : quoted(passage.words, passage.quote)}</blockquote>
${passage.words === null ? html`<p class="quiet">${say('queue.about.passage-gone')}</p>` : ''}</figure>`
    : ''
}
${parent ? html`<figure><figcaption>${say('queue.about.parent', { name: parent.name })}${parent.state === 'validated' ? '' : html` <strong>(${say(`queue.state.${parent.state}`)})</strong>`}</figcaption><blockquote>${parentWords(parent)}</blockquote>${threadView(visit, say, { item, thread })}</figure>` : ''}
</div>`;
}

/** Where the current revision has it, and as it was read where that has it no more. */
const wayTo = (slug: string, { blockId, number, standsBy }: NonNullable<QueueItem['passage']>) =>
  standsBy === null ? `/${slug}/${number}#${blockId}` : `/${slug}#${standsBy}`;

/** More than this of what is answered would push what is to be read out of sight. */
const LONGEST_SHOWN = 1200;
const AROUND_QUOTE = 400;

function quoted(words: string, quote: string | null): Html {
  const span = quote ? findWords(words, quote) : null;
  if (span === null) return html`${cut(words)}`;
  const { start, end } = span;
  const isLong = words.length > LONGEST_SHOWN;
  const [from, to] = isLong ? [Math.max(0, start - AROUND_QUOTE), end + AROUND_QUOTE] : [0, words.length];
  return html`${from > 0 ? '…' : ''}${words.slice(from, start)}<mark>${words.slice(start, end)}</mark>${words.slice(end, to)}${to < words.length ? '…' : ''}`;
}

/** As readers see it, unless it is long. */
function parentWords({ text, html: rendered }: NonNullable<QueueItem['parent']>): Html {
  return text.length > LONGEST_SHOWN ? html`${cut(text)}` : html`${raw(rendered)}`;
}

const cut = (text: string) => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
