import { html } from 'hono/html';
import { ACCESS_KINDS } from '#domain/access.ts';
import type { Mistake } from '#domain/result.ts';
import type { listOwnTokens } from '#operations/reads/access.ts';
import type { Webhook } from '#operations/reads/webhooks.ts';
import type { Html } from '#web/http/answer.ts';
import type { Visit } from '#web/http/route.ts';
import { longDate } from '../moment.ts';
import { mistakeSummary, textField } from './field.ts';
import { deskLayout, formToken } from './layout.ts';
import { type Say, sayIn } from './say.ts';

/** Something secret that was just made, and is shown this once. */
export interface Made {
  readonly kind: 'api' | 'feed' | 'webhook';
  readonly secret: string;
}

interface AccessView {
  readonly tokens: Awaited<ReturnType<typeof listOwnTokens>>;
  readonly webhooks: readonly Webhook[];
  readonly mistakes: readonly Mistake[];
  readonly made: Made | null;
}

export function accessView(visit: Visit, view: AccessView): Html {
  const say = sayIn(visit.language);
  return deskLayout(visit, {
    title: say('access.title'),
    narrow: true,
    place: 'account',
    body: html`<p class="lead">${say('access.lead')}</p>
${mistakeSummary(say, view.mistakes)}
${view.made === null ? '' : madeNotice(say, view.made)}
<section class="panel"><h2>${say('access.tokens')}</h2>
${tokenTable(visit, say, view)}
${tokenForm(visit, say, view)}
<p class="hint"><a href="/api/v1/openapi.json">${say('access.documentation')}</a></p></section>
<section class="panel"><h2>${say('access.webhooks')}</h2>
<p class="hint">${say('access.webhooks.lead')}</p>
${webhookTable(visit, say, view)}
<form method="post" action="/desk/access/webhooks">${formToken(visit)}
${textField(say, { name: 'url', label: say('access.webhook.url'), value: typed(visit, 'url') }, view.mistakes)}
<div class="actions"><button type="submit">${say('access.webhook.add')}</button></div></form></section>`,
  });
}

function madeNotice(say: Say, { kind, secret }: Made): Html {
  return html`<div class="summary" role="status"><p>${say(`access.made.${kind}`)}</p><p><code class="secret" translate="no">${secret}</code></p></div>`;
}

function tokenTable(visit: Visit, say: Say, { tokens }: AccessView): Html {
  if (tokens.length === 0) return html`<p>${say('access.none')}</p>`;
  const date = (at: string | null) => (at === null ? say('access.never') : longDate(at, visit.language));
  return html`<div class="scroll"><table class="texts"><thead><tr><th scope="col">${say('access.label')}</th><th scope="col">${say('access.kind')}</th>
<th scope="col">${say('access.created')}</th><th scope="col">${say('access.used')}</th><td></td></tr></thead>
<tbody>${tokens.map(
    ({ id, label, kind, createdAt, lastUsedOn }) =>
      html`<tr><th scope="row">${label}</th><td>${say(`access.kind.${kind}`)}</td><td>${date(createdAt)}</td><td>${date(lastUsedOn)}</td>
<td>${removeForm(visit, say, `/desk/access/${id}/remove`, label)}</td></tr>`,
  )}</tbody></table></div>`;
}

function tokenForm(visit: Visit, say: Say, { mistakes }: AccessView): Html {
  const chosen = visit.form?.get('kind') ?? 'api';
  return html`<form method="post" action="/desk/access">${formToken(visit)}
${textField(say, { name: 'label', label: say('access.label'), hint: say('access.label.hint'), value: typed(visit, 'label') }, mistakes)}
<fieldset><legend>${say('access.kind')}</legend>${ACCESS_KINDS.map(
    (kind) =>
      html`<label><input type="radio" name="kind" value="${kind}"${kind === chosen ? html` checked` : ''}> ${say(`access.kind.${kind}`)}</label> `,
  )}</fieldset>
<div class="actions"><button type="submit">${say('access.make')}</button></div></form>`;
}

function webhookTable(visit: Visit, say: Say, { webhooks }: AccessView): Html {
  if (webhooks.length === 0) return html`<p>${say('access.none')}</p>`;
  return html`<div class="scroll"><table class="texts"><thead><tr><th scope="col">${say('access.webhook.url')}</th><th scope="col">${say('access.webhook.waiting')}</th>
<th scope="col">${say('access.webhook.error')}</th><td></td></tr></thead>
<tbody>${webhooks.map(
    ({ id, url, waiting, lastError }) =>
      html`<tr><th scope="row">${url}</th><td>${waiting}</td><td>${lastError ?? ''}</td><td>${removeForm(visit, say, `/desk/access/webhooks/${id}/remove`, url)}</td></tr>`,
  )}</tbody></table></div>`;
}

const removeForm = (visit: Visit, say: Say, action: string, of: string) =>
  html`<form method="post" action="${action}">${formToken(visit)}<button type="submit" aria-label="${`${say('access.remove')}: ${of}`}">${say('access.remove')}</button></form>`;

/** What was typed stays when it was mistaken; what was made needs no second time. */
const typed = (visit: Visit, name: string) => visit.form?.get(name) ?? '';
