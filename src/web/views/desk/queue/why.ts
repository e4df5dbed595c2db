import { html } from 'hono/html';
import { isMessageKey } from '#locale/translate.ts';
import type { QueueItem } from '#operations/reads/queue.ts';
import type { Html } from '#web/http/answer.ts';
import type { Say } from '../say.ts';

/** What triage thinks and why, in plain words. It advises; the person decides. */
export function whyView(say: Say, { score, signals, id }: QueueItem): Html {
  const percent = Math.round(score * 100);
  // Where nothing speaks for either the score is a half, and a half is no opinion.
  if (signals.length === 0)
    return html`<div class="why"><h3>${say('queue.why')}</h3><p class="quiet">${say('queue.why.nothing')}</p></div>`;
  return html`<div class="why"><h3 id="why-${id}">${say('queue.why')}</h3>
<p><meter min="0" max="100" low="40" high="80" optimum="0" value="${percent}" aria-labelledby="why-${id}">${percent}</meter> ${say('queue.score', { percent })}</p>
<ul>${signals.map((signal) => html`<li class="${signal.weight > 0 ? 'against' : 'for'}">${signalText(say, signal)}</li>`)}</ul>
</div>`;
}

function signalText(say: Say, { code, values }: QueueItem['signals'][number]): string {
  const key = `triage.${code}`;
  return isMessageKey(key) ? say(key, values) : code;
}
