import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import type { OwnDigest } from '#operations/reads/digest.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary, textField } from './field.ts';
import { deskLayout, formToken } from './layout.ts';
import { type Say, sayIn } from './say.ts';

interface AccountView {
  /** Null for whoever does not read the queue. */
  readonly digest: OwnDigest | null;
  readonly mistakes: readonly Mistake[];
}

/** One's own account: the password, and for moderators the daily digest. */
export function accountView(visit: Visit, { digest, mistakes }: AccountView): Html {
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
<div class="actions"><button type="submit" class="main">${say('desk.account.change')}</button></div></form>
${digest === null ? '' : digestForm(visit, say, digest, mistakes)}`,
  });
}

function digestForm(visit: Visit, say: Say, digest: OwnDigest, mistakes: readonly Mistake[]): Html {
  const { email, wants, isPossible } = digest;
  const state = wants ? 'desk.digest.on' : 'desk.digest.unconfirmed';
  if (!isPossible)
    return html`<section class="panel" aria-labelledby="digest"><h2 id="digest">${say('desk.digest')}</h2><p class="hint">${say('desk.digest.no-mail')}</p></section>`;
  return html`<form method="post" action="/desk/account/digest" class="panel"><h2>${say('desk.digest')}</h2>${formToken(visit)}
<p class="hint">${say('desk.digest.lead')}</p>
${email === null ? '' : html`<p role="status">${say(state, { email })}</p>`}
${textField(say, { name: 'email', label: say('desk.digest.email'), autocomplete: 'email', value: visit.form?.get('email') ?? email ?? '' }, mistakes)}
<div class="actions"><button type="submit" class="main">${say('desk.digest.start')}</button>
${email === null ? '' : html`<button type="submit" name="stop" value="yes">${say('desk.digest.stop')}</button>`}</div></form>`;
}
