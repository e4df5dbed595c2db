import { html } from 'hono/html';
import type { RefusalGround } from '#domain/ground.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { formToken } from '../layout.ts';
import type { Say } from '../say.ts';

export interface DecideForm {
  /** Tells the fields of this form from those of the others on the page. */
  readonly key: string;
  /** The form's own id, where boxes outside it belong to it. */
  readonly id?: string;
  /** Which ones it decides, and where to come back to. */
  readonly fields: Readonly<Record<string, string>>;
  readonly grounds: readonly RefusalGround[];
  /** One contribution only: what nobody read is not validated, and many are not replied to. */
  readonly mayValidate: boolean;
  readonly mayReply: boolean;
  /** It appears already: refusing takes it back. */
  readonly isShown?: boolean;
  /** Not the one at hand: no key presses its buttons. */
  readonly isApart?: boolean;
  readonly typed?: { readonly reason: string; readonly reply: string };
}

/** One form, a button for each decision; script gives the keys that stand on them. */
export function decideForm(visit: Visit, say: Say, form: DecideForm): Html {
  const { key, id, fields, mayValidate, mayReply, isApart, typed } = form;
  return html`<form method="post" action="/desk/queue/decide" class="decide"${id ? html` id="${id}"` : ''} data-decide>${formToken(visit)}
${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="decide-row">
${mayValidate ? decideButton(say('queue.validate'), { value: 'validate', key: 'a', kind: 'main' }) : ''}
<details data-opens="r"${typed?.reason ? html` open` : ''}><summary class="button"${isApart ? '' : html` aria-keyshortcuts="r"`}>${say(form.isShown ? 'queue.take-back' : 'queue.refuse')}${isApart ? '' : keyMark('r')}</summary>${refuse(say, form)}</details>
${decideButton(say('queue.spam'), { value: 'spam', ...(!isApart && { key: 's' }) })}
${
  mayReply
    ? html`<details data-opens="e"${typed?.reply ? html` open` : ''}><summary class="button" aria-keyshortcuts="e">${say('queue.reply')}${keyMark('e')}</summary><div class="decide-more">
<label for="reply-${key}">${say('queue.reply.label')}</label><textarea id="reply-${key}" name="reply" rows="4" maxlength="20000">
${typed?.reply ?? ''}</textarea>
<button type="submit" name="decision" value="reply" class="main" data-sends>${say('queue.reply.do')}</button></div></details>`
    : ''
}
</div></form>`;
}

function refuse(say: Say, { key, grounds, typed }: DecideForm): Html {
  return html`<div class="decide-more"><fieldset><legend>${say('queue.refuse.ground')}</legend><ol class="grounds">${grounds.map(
    (ground, place) =>
      html`<li><button type="submit" name="decision" value="refuse:${ground.code}"${place < 9 ? html` data-digit="${place + 1}" aria-keyshortcuts="${place + 1}"` : ''}>${place < 9 ? keyMark(String(place + 1)) : ''}<span>${ground.label}</span></button></li>`,
  )}</ol></fieldset>
<label for="reason-${key}">${say('queue.refuse.words')}</label><p class="hint" id="reason-${key}-hint">${say('queue.refuse.words.hint')}</p>
<textarea id="reason-${key}" name="reason" rows="2" maxlength="1000" aria-describedby="reason-${key}-hint">
${typed?.reason ?? ''}</textarea></div>`;
}

interface Button {
  readonly value: string;
  readonly key?: string;
  readonly kind?: string;
}

/** What a key presses says so. */
export function decideButton(label: string, { value, key, kind }: Button): Html {
  return html`<button type="submit" name="decision" value="${value}"${kind ? html` class="${kind}"` : ''}${key ? html` data-press="${key}" aria-keyshortcuts="${key}"` : ''}>${label}${key ? keyMark(key) : ''}</button>`;
}

// Shown while keys are on; said by aria-keyshortcuts.
const keyMark = (key: string) => html` <kbd class="key" aria-hidden="true">${key}</kbd> `;
