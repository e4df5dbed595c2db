import { html } from 'hono/html';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { deskLayout } from './layout.ts';
import { sayIn } from './say.ts';

export interface Waiting {
  readonly fileName: string | null;
  readonly size: number;
  readonly seconds: number;
}

/** Slower than most machines read, so that the estimate errs towards a pleasant surprise. */
const BYTES_A_SECOND = 900_000;

export function waitingView(visit: Visit, { fileName, size, seconds }: Waiting): Html {
  const say = sayIn(visit.language);
  const expected = Math.max(3, Math.ceil(size / BYTES_A_SECOND));
  // Never full before the end: it is an estimate, and the page says so.
  const share = Math.min(0.97, seconds / expected);
  return deskLayout(visit, {
    title: say('desk.waiting'),
    narrow: true,
    body: html`<div class="panel">
<p>${fileName ?? say('desk.waiting.pasted')} <span class="quiet">${say('desk.waiting.size', { size: Math.ceil(size / 1000) })}</span></p>
<p><label for="share">${say('desk.waiting.so-far', { seconds, expected })}</label></p>
<progress id="share" max="1" value="${share.toFixed(2)}">${Math.round(share * 100)} %</progress>
</div>
<p class="quiet">${say('desk.waiting.leave')}</p>`,
  });
}

export function readingGoneView(visit: Visit): Html {
  const say = sayIn(visit.language);
  return deskLayout(visit, {
    title: say('desk.waiting.gone'),
    narrow: true,
    body: html`<p class="lead">${say('desk.waiting.gone.lead')}</p>
<p><a class="button main" href="/desk/new">${say('desk.bar.new')}</a> <a class="button" href="/desk">${say('desk.bar.texts')}</a></p>`,
  });
}
