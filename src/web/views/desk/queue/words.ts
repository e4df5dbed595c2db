import { html, raw } from 'hono/html';
import type { QueueItem } from '#operations/reads/queue.ts';
import { compareWords } from '#text/compare-words.ts';
import type { Html } from '#web/http/answer.ts';
import type { Say } from '../say.ts';

/** What waits, in full, as readers would see it; of an edit, what changed since the words that are shown. */
export function wordsView(say: Say, item: QueueItem): Html {
  // The one renderer made it out of plain text: see text/render-contribution.ts.
  const asSent = html`<div class="leaf contribution" id="words-${item.id}">${raw(item.html)}</div>`;
  if (!item.shownWords) return asSent;
  return html`<div class="edit-pair"><div><h3>${say('queue.edit.changes')}</h3>
${changedLine(item.shownWords.name, item.words.name)}${changedLine(item.shownWords.subject ?? '', item.words.subject ?? '')}
<p class="leaf contribution changed">${changes(item.shownWords.body, item.words.body)}</p></div>
<div><h3>${say('queue.edit.as-sent')}</h3>${asSent}</div></div>`;
}

function changedLine(from: string, to: string): Html {
  return from === to ? html`` : html`<p class="changed">${changes(from, to)}</p>`;
}

const changes = (from: string, to: string) =>
  compareWords(from, to).map(({ kind, text }) =>
    kind === 'same' ? text : kind === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`,
  );
