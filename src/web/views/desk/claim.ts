import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary, textField } from './field.ts';
import { deskLayout } from './layout.ts';
import { sayIn } from './say.ts';

export interface Claim {
  readonly token: string;
  readonly role: 'editor' | 'administrator';
  readonly name?: string;
  readonly mistakes?: readonly Mistake[];
}

/** The one-time link: who has it chooses a name and a password. */
export function claimView(visit: Visit, { token, role, name = '', mistakes = [] }: Claim): Html {
  const say = sayIn(visit.language);
  return deskLayout(visit, {
    title: say(`desk.claim.${role}`),
    narrow: true,
    body: html`<p class="lead">${say('desk.claim.lead')}</p>
${mistakeSummary(say, mistakes)}
<form method="post" action="/claim/${token}" class="panel">
${textField(say, { name: 'name', label: say('desk.name'), hint: say('desk.name.hint'), value: name, autocomplete: 'username', required: true }, mistakes)}
${textField(say, { name: 'password', label: say('desk.password'), hint: say('desk.password.hint'), type: 'password', autocomplete: 'new-password', required: true }, mistakes)}
<div class="actions"><button type="submit" class="main">${say('desk.claim.do')}</button></div>
</form>`,
  });
}

/** Used, out of time, or never given. */
export function claimGoneView(visit: Visit): Html {
  const say = sayIn(visit.language);
  return deskLayout(visit, {
    title: say('desk.claim.gone'),
    narrow: true,
    body: html`<p class="lead">${say('desk.claim.gone.lead')}</p><p><a class="button main" href="/desk/sign-in">${say('desk.sign-in')}</a></p>`,
  });
}
