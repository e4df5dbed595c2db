import { html } from 'hono/html';
import type { MailAction } from '#domain/mail.ts';
import { translate } from '#locale/translate.ts';
import type { Html } from '../../http/answer.ts';
import { TOKEN_FIELD } from '../../http/form-guard.ts';
import type { Visit } from '../../http/route.ts';
import { publicLayout } from '../layout.ts';
import { siteOf } from '../site.ts';

export function mailLinkPage(
  visit: Visit,
  { action, token }: { readonly action: MailAction; readonly token: string },
): Html {
  const { language, session } = visit;
  return page(
    visit,
    translate(language, `mail-link.${action}.title`),
    html`<p class="lead">${translate(language, `mail-link.${action}.lead`)}</p>
<form method="post" action="/mail/${token}">${session ? html`<input type="hidden" name="${TOKEN_FIELD}" value="${session.formToken}">` : ''}
<p><button type="submit">${translate(language, `mail-link.${action}.act`)}</button></p></form>`,
  );
}

export function mailLinkDone(visit: Visit, { action }: { readonly action: MailAction }): Html {
  const { language } = visit;
  const title = translate(language, `mail-link.${action}.title`);
  return page(visit, title, html`<p class="lead" role="status">${translate(language, `mail-link.${action}.done`)}</p>`);
}

export function mailLinkGone(visit: Visit): Html {
  const title = translate(visit.language, 'refusal.not-found.title');
  return page(visit, title, html`<p class="lead">${translate(visit.language, 'mail-link.gone')}</p>`);
}

function page(visit: Visit, title: string, below: Html): Html {
  const { language } = visit;
  const body = html`<h1>${title}</h1>
${below}`;
  return publicLayout({
    site: siteOf(visit),
    language,
    title,
    description: title,
    path: '/mail',
    body,
    unlisted: true,
  });
}
