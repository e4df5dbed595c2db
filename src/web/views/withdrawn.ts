import { html } from 'hono/html';
import type { WithdrawalGround } from '#domain/withdrawal.ts';
import { translate } from '#locale/translate.ts';
import type { Html } from '../http/answer.ts';
import { publicLayout } from './layout.ts';
import { longDate } from './moment.ts';
import type { Site } from './site.ts';

interface Withdrawn {
  readonly site: Site;
  readonly slug: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly ground: WithdrawalGround;
  readonly reason: string;
}

/** What the address of a withdrawn text says: that it was there, since when it is not, and why. */
export function withdrawnPage({ site, slug, at, ground, reason }: Withdrawn): Html {
  const { language } = site;
  const title = translate(language, 'withdrawn.title');
  const date = longDate(at, language);
  const body = html`<h1>${title}</h1>
<p class="lead">${translate(language, 'withdrawn.text', { date })}</p>
<dl class="work"><div><dt>${translate(language, 'withdrawn.ground')}</dt> <dd>${translate(language, `withdrawal.${ground}`)}</dd></div>
${reason ? html`<div><dt>${translate(language, 'withdrawn.reason')}</dt> <dd>${reason}</dd></div>` : ''}</dl>
<p>${translate(language, 'withdrawn.kept')}</p>
<p><a href="/">${translate(language, 'error.home')}</a></p>`;
  return publicLayout({ site, language, title, description: title, path: `/${slug}`, body, unlisted: true });
}
