import { html } from 'hono/html';
import { LONGEST_GROUND, type RefusalGround } from '#domain/ground.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { formToken } from '../layout.ts';
import type { Say } from '../say.ts';

const BLANK_ROWS = 2;
const BLANK: RefusalGround = { code: '', label: '', reason: '' };

/** The reasons for refusing, in their order, with what each tells the contributor. A row without a name is left out. */
export function groundsForm(visit: Visit, say: Say, grounds: readonly RefusalGround[]): Html {
  const rows = [...grounds, ...Array.from({ length: BLANK_ROWS }, () => BLANK)];
  return html`<section class="panel" aria-labelledby="grounds"><h2 id="grounds">${say('desk.forum.grounds')}</h2>
<p class="hint">${say('desk.forum.grounds.hint')}</p>
<form method="post" action="/desk/forum/grounds">${formToken(visit)}
<div class="scroll"><table class="grounds-table"><caption class="hidden">${say('desk.forum.grounds')}</caption>
<thead><tr><th scope="col">${say('desk.forum.grounds.place')}</th><th scope="col">${say('desk.forum.grounds.label')}</th><th scope="col">${say('desk.forum.grounds.reason')}</th></tr></thead>
<tbody>${rows.map((ground, place) => row(say, ground, place))}</tbody></table></div>
<div class="actions"><button type="submit" class="main">${say('desk.forum.grounds.do')}</button></div></form></section>`;
}

function row(say: Say, { code, label, reason }: RefusalGround, place: number): Html {
  const number = String(place + 1);
  return html`<tr><td><input type="hidden" name="code-${place}" value="${code}"><input class="place" name="place-${place}" type="text" inputmode="numeric" value="${number}" size="2" autocomplete="off" aria-label="${say('desk.forum.grounds.place-of', { number })}"></td>
<td><input id="field-label-${place}" name="label-${place}" type="text" value="${label}" maxlength="${LONGEST_GROUND.label}" autocomplete="off" aria-label="${say('desk.forum.grounds.label-of', { number })}"></td>
<td><textarea name="reason-${place}" rows="2" maxlength="${LONGEST_GROUND.reason}" aria-label="${say('desk.forum.grounds.reason-of', { number })}">
${reason}</textarea></td></tr>`;
}
