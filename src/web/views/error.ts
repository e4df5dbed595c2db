import { html } from 'hono/html';
import { type Language, translate } from '#locale/translate.ts';
import type { Html } from '../http/answer.ts';
import { publicLayout } from './layout.ts';
import type { Site } from './site.ts';

interface ErrorView {
  readonly site: Site;
  readonly language: Language;
  readonly path: string;
  readonly title: string;
  readonly explanation: string;
  /** What the address seems to be about; put into the search field. */
  readonly words: string;
  readonly near: readonly { readonly slug: string; readonly title: string; readonly authors: readonly string[] }[];
  readonly signInPath: string | null;
  /** What was typed, to be sent once more. */
  readonly again: { readonly action: string; readonly fields: readonly (readonly [string, string])[] } | null;
}

export function errorPage(view: ErrorView): Html {
  const { site, language, path, title, explanation, signInPath } = view;
  const body = html`<h1>${title}</h1>
<p>${explanation}</p>
${view.near.length > 0 ? nearList(view) : ''}
${view.words ? searchAgain(view) : ''}
${view.again ? sendAgain(language, view.again) : ''}
<p>${signInPath ? html`<a href="${signInPath}">${translate(language, 'error.sign-in')}</a> · ` : ''}<a href="/">${translate(language, 'error.home')}</a></p>`;
  return publicLayout({ site, language, title, description: explanation, path, body, unlisted: true });
}

function nearList({ language, near }: ErrorView): Html {
  return html`<h2>${translate(language, 'error.near')}</h2>
<ul class="entries">${near.map((text) => html`<li><a href="/${text.slug}">${text.title}</a> ${text.authors.join(', ')}</li>`)}</ul>`;
}

function sendAgain(language: Language, { action, fields }: NonNullable<ErrorView['again']>): Html {
  return html`<form method="post" action="${action}" enctype="multipart/form-data">
${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p><button type="submit">${translate(language, 'error.again')}</button></p></form>`;
}

function searchAgain({ language, words }: ErrorView): Html {
  return html`<form class="search" action="/search"><label for="again">${translate(language, 'error.search')}</label>
<input id="again" name="q" type="search" value="${words}"> <button type="submit">${translate(language, 'search.submit')}</button></form>`;
}
