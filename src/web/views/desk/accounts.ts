import { html } from 'hono/html';
import { ROLES, type Role } from '#domain/account.ts';
import type { Mistake } from '#domain/result.ts';
import type { AccountLine } from '#operations/reads/accounts.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { mistakeSummary, textField } from './field.ts';
import { deskLayout, formToken } from './layout.ts';
import { day } from './moment.ts';
import { type Say, sayIn } from './say.ts';

export interface Accounts {
  readonly accounts: readonly AccountLine[];
  readonly typed?: { readonly name: string; readonly role: Role };
  readonly mistakes?: readonly Mistake[];
  /** A one-time link just made: shown once. */
  readonly invitation?: { readonly url: string; readonly expiresAt: string };
}

export function accountsView(visit: Visit, { accounts, typed, mistakes = [], invitation }: Accounts): Html {
  const say = sayIn(visit.language);
  return deskLayout(visit, {
    title: say('desk.accounts'),
    place: 'accounts',
    body: html`${mistakeSummary(say, mistakes)}
${invitation ? invitationPanel(say, visit, invitation) : ''}
<div class="panel scroll"><table class="texts"><caption class="hidden">${say('desk.accounts')}</caption>
<thead><tr><th scope="col">${say('desk.name')}</th><th scope="col">${say('desk.role')}</th><th scope="col">${say('desk.accounts.since')}</th><th scope="col">${say('desk.accounts.change')}</th></tr></thead>
<tbody>${accounts.map((account) => accountRow(visit, say, account))}</tbody></table></div>
<div class="pair">
<form method="post" action="/desk/accounts/invite" class="panel"><h2>${say('desk.invite')}</h2>${formToken(visit)}
<p class="hint">${say('desk.invite.hint')}</p>
${roleChoice(say, 'invite-role', 'editor')}
<div class="actions"><button type="submit" class="main">${say('desk.invite.do')}</button></div></form>
<form method="post" action="/desk/accounts" class="panel"><h2>${say('desk.accounts.add')}</h2>${formToken(visit)}
${textField(say, { name: 'name', label: say('desk.name'), value: typed?.name ?? '', autocomplete: 'off', required: true }, mistakes)}
${textField(say, { name: 'password', label: say('desk.password'), hint: say('desk.password.hint'), type: 'password', autocomplete: 'new-password', required: true }, mistakes)}
${roleChoice(say, 'add-role', typed?.role ?? 'editor')}
<div class="actions"><button type="submit">${say('desk.accounts.add.do')}</button></div></form>
</div>`,
  });
}

function invitationPanel(say: Say, visit: Visit, { url, expiresAt }: NonNullable<Accounts['invitation']>): Html {
  const until = day(expiresAt, visit.language);
  return html`<div class="said" role="status"><p>${say('desk.invite.made', { until })}</p><code class="token">${url}</code></div>`;
}

function accountRow(visit: Visit, say: Say, account: AccountLine): Html {
  const isMine = visit.session?.actor.id === account.id;
  const since = day(account.createdAt, visit.language);
  const next: Role = account.role === 'editor' ? 'administrator' : 'editor';
  return html`<tr><th scope="row">${account.name}${isMine ? html` <span class="quiet">${say('desk.accounts.you')}</span>` : ''}</th>
<td>${say(`desk.role.${account.role}`)}${account.disabled ? html` <span class="state withdrawn">${say('desk.accounts.disabled')}</span>` : ''}</td><td class="number">${since}</td>
<td><form method="post" action="/desk/accounts/${account.id}" class="row-actions">${formToken(visit)}
<button type="submit" class="small" name="role" value="${next}" aria-label="${say('desk.accounts.make.of', { role: say(`desk.role.${next}`), name: account.name })}">${say('desk.accounts.make', { role: say(`desk.role.${next}`) })}</button>
<button type="submit" class="small" name="disabled" value="${account.disabled ? 'no' : 'yes'}" aria-label="${say(account.disabled ? 'desk.accounts.enable.of' : 'desk.accounts.disable.of', { name: account.name })}">${say(account.disabled ? 'desk.accounts.enable' : 'desk.accounts.disable')}</button></form></td></tr>`;
}

function roleChoice(say: Say, id: string, chosen: Role): Html {
  return html`<div class="field"><label for="${id}">${say('desk.role')}</label>
<select id="${id}" name="role">${ROLES.map((role) => html`<option value="${role}"${role === chosen ? html` selected` : ''}>${say(`desk.role.${role}`)}</option>`)}</select></div>`;
}
