import { html } from 'hono/html';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { formToken } from '../layout.ts';
import type { Say } from '../say.ts';

/** A decision just taken, as the address says it. */
export interface Taken {
  readonly batch: string;
  readonly count: number;
  /** How far a decision on very many is; null when all of it is taken. */
  readonly percent: number | null;
  /** Of those asked for, how many had changed meanwhile and still wait. */
  readonly stale: number;
  readonly back: string;
}

export function undoLine(visit: Visit, say: Say, { batch, count, percent, stale, back }: Taken): Html {
  return html`<div class="said undo-line" role="status"><p>${percent === null ? say('queue.said', { count }) : html`${say('queue.said.so-far', { count, percent })} <a href="">${say('queue.look-again')}</a>`}${stale > 0 ? html` ${say('queue.said.stale', { count: stale })}` : ''}</p>
<form method="post" action="/desk/queue/undo">${formToken(visit)}<input type="hidden" name="batch" value="${batch}"><input type="hidden" name="back" value="${back}">
<button type="submit" class="small">${say('queue.undo')}</button></form></div>`;
}

/** Where script says what was just decided. Only what is new is read out, not the lines that stand there still. */
export const undoLines = (): Html => html`<div class="undo-lines" data-undo role="status" aria-atomic="false"></div>
<p class="hidden" data-said role="status"></p>`;
