import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary, textField } from './field.ts';
import { deskLayout, formToken } from './layout.ts';
import { sayIn } from './say.ts';

/** One's own account: the password. */
export function accountView(visit: Visit, mistakes: readonly Mistake[] = []): Html {
  const say = sayIn(visit.language);
  const { name, role } = visit.session!.actor;
  return deskLayout(visit, {
    title: name,
    place: 'account',
    narrow: true,
    body: html`<p class="lead">${say(`desk.role.${role}`)}</p>
${mistakeSummary(say, mistakes)}
<form method="post" action="/desk/account" class="panel"><h2>${say('desk.account.password')}</h2>${formToken(visit)}
${textField(say, { name: 'current', label: say('desk.account.current'), type: 'password', autocomplete: 'current-password', required: true }, mistakes)}
${textField(say, { name: 'next', label: say('desk.account.next'), hint: say('desk.password.hint'), type: 'password', autocomplete: 'new-password', required: true }, mistakes)}
<p class="hint">${say('desk.account.sessions')}</p>
<div class="actions"><button type="submit" class="main">${say('desk.account.change')}</button></div></form>`,
  });
}
