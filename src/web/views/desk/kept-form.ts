import { html } from 'hono/html';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { deskLayout, formToken } from './layout.ts';
import { sayIn } from './say.ts';
import type { KeptForm } from './sign-in.ts';

/** After signing in again: what was typed, ready to be sent where it was going. One press, and it is the person's own. */
export function keptFormView(visit: Visit, kept: KeptForm): Html {
  const say = sayIn(visit.language);
  return deskLayout(visit, {
    title: say('desk.kept'),
    narrow: true,
    body: html`<p class="lead">${say('desk.kept.lead')}</p>
<form method="post" action="${kept.action}" enctype="multipart/form-data" class="panel">
${formToken(visit)}
${kept.fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${longest(kept) ? html`<p class="label" id="kept-label">${say('desk.kept.typed')}</p><div class="token" role="group" aria-labelledby="kept-label" tabindex="0">${longest(kept)}</div>` : ''}
<div class="actions"><button type="submit" class="main" autofocus>${say('desk.kept.send')}</button></div>
</form>`,
  });
}

const SHOWN_CHARACTERS = 600;

// What the person will recognise: the longest field, its beginning.
function longest(kept: KeptForm): string {
  const values = kept.fields.filter(([name]) => name !== 'shown').map(([, value]) => value);
  const value = values.reduce((long, each) => (each.length > long.length ? each : long), '');
  return value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)} …` : value;
}
