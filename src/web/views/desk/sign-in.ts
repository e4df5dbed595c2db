import { html } from 'hono/html';
import type { Mistake } from '#domain/result.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary, textField } from './field.ts';
import { deskLayout } from './layout.ts';
import { sayIn } from './say.ts';

export interface SignIn {
  readonly name?: string;
  readonly mistakes?: readonly Mistake[];
  /** Where to go afterwards: a path of the desk. */
  readonly next: string | null;
  /** A form sent after the session had ended: carried through signing in. */
  readonly kept?: KeptForm | null;
  /** A file that came with it and cannot be carried. */
  readonly lostFile?: boolean;
}

/** What was typed, with the address it was sent to. */
export interface KeptForm {
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
}

export function signInView(
  visit: Visit,
  { name = '', mistakes = [], next, kept = null, lostFile = false }: SignIn,
): Html {
  const say = sayIn(visit.language);
  return deskLayout(visit, {
    title: say('desk.sign-in'),
    narrow: true,
    body: html`${kept ? html`<p class="warned">${say('desk.sign-in.kept')}${lostFile ? html` ${say('desk.sign-in.file')}` : ''}</p>` : ''}
${mistakeSummary(say, mistakes)}
<form method="post" action="/desk/sign-in" enctype="multipart/form-data" class="panel">
${textField(say, { name: 'name', label: say('desk.name'), value: name, autocomplete: 'username', required: true }, mistakes)}
${textField(say, { name: 'password', label: say('desk.password'), type: 'password', autocomplete: 'current-password', required: true }, mistakes)}
${next ? html`<input type="hidden" name="next" value="${next}">` : ''}
${kept ? html`<input type="hidden" name="kept" value="${JSON.stringify(kept)}">` : ''}
<div class="actions"><button type="submit" class="main">${say('desk.sign-in.do')}</button></div>
</form>
<p class="quiet">${say('desk.sign-in.help')}</p>`,
  });
}
