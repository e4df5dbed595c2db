import { html } from 'hono/html';
import { isMessageKey } from '#locale/translate.ts';
import type { ReadingFinding, ReadingProofing } from '#operations/reads/reading-proofing.ts';
import type { Html } from '#web/http/answer.ts';
import type { Say } from '../say.ts';
import type { LineAddress } from './guesses.ts';

/** What proofing will ask once the guesses are confirmed: to be seen while they are, and perhaps mended in the file. */
export function findingsPanel(say: Say, { open, certain, findings }: ReadingProofing, address: LineAddress): Html {
  if (open === 0) return html`<p class="quiet">${say('desk.proof.done')}</p>`;
  const rest = open - findings.length;
  return html`<details class="proofed"><summary>${say('desk.proof.open', { count: open })}, ${say('desk.proof.certain', { count: certain })}</summary>
<p class="quiet">${say('desk.reading.proof')}</p>
<ul class="problems">${findings.map((finding) => findingLine(say, finding, address))}${rest > 0 ? html`<li class="quiet">${say('desk.proof.rest', { count: rest })}</li>` : ''}</ul></details>`;
}

function findingLine(say: Say, { line, words, suggestion, message }: ReadingFinding, address: LineAddress): Html {
  const place =
    line === null ? '' : html`<a href="${address(line)}">${say('desk.line', { line: String(line) })}</a> – `;
  const read =
    suggestion === null ? html`<mark>${cut(words)}</mark>` : html`<del>${cut(words)}</del> <ins>${suggestion}</ins>`;
  return html`<li>${place}${read} <span class="quiet">${isMessageKey(message.key) ? say(message.key, message.values) : ''}</span></li>`;
}

const LONGEST = 80;
const cut = (words: string) => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);
