import { html } from 'hono/html';
import { type Language, type MessageKey, translate } from '#locale/translate.ts';
import type { Article } from '#operations/reads/published.ts';
import type { Html } from '../http/answer.ts';
import { publicLayout } from './layout.ts';
import { longDate } from './moment.ts';
import type { Site } from './site.ts';
import { furnitureLanguage, languageAttributes } from './text-language.ts';

export type TextOfHistory = Pick<Article, 'slug' | 'metadata' | 'revisions' | 'latest'>;

/** Every revision with its date and reason, newest first, each comparable with any other. */
export function historyPage({ site, text }: { readonly site: Site; readonly text: TextOfHistory }): Html {
  const { slug, metadata } = text;
  const language = furnitureLanguage(metadata.language, site.language);
  const say = (key: MessageKey, values?: Record<string, string | number>) => translate(language, key, values);
  const revisions = text.revisions.toSorted((a, b) => b.number - a.number);
  const name = metadata.title ?? say('text.untitled');
  const title = say('history.title', { title: name });
  const body = html`<p class="above"><a href="/${slug}"${languageAttributes(metadata.language, language)}>${name}</a></p>
<h1>${say('text.history')}</h1>
<p class="lead">${say('history.lead', { count: revisions.length })}</p>
${revisions.length > 1 ? compareForm(text, language) : ''}
<ol class="revisions" reversed>
${revisions.map((revision) => html`<li>${revisionItem(slug, revision, language)}</li>`)}
</ol>`;
  const path = `/${slug}/history`;
  return publicLayout({ site, language, title, description: title, path, body });
}

function revisionItem(slug: string, revision: TextOfHistory['revisions'][number], language: Language): Html {
  const { number, publishedAt, reason, words } = revision;
  const say = (key: MessageKey, values?: Record<string, string | number>) => translate(language, key, values);
  return html`<h2><a href="/${slug}/${number}">${say('text.revision', { number })}</a>, <time datetime="${publishedAt}">${longDate(publishedAt, language)}</time></h2>
<p>${reason ?? say('history.first')}</p>
<p class="facts">${say('text.words', { count: words })}${number > 1 ? html` · <a href="/${slug}/compare/${number - 1}..${number}">${say('history.changes')}</a>` : ''}</p>`;
}

function compareForm({ slug, latest, revisions }: TextOfHistory, language: Language): Html {
  const options = (chosen: number) =>
    revisions
      .toSorted((a, b) => a.number - b.number)
      .map(
        ({ number }) => html`<option value="${number}"${number === chosen ? html` selected` : ''}>${number}</option>`,
      );
  return html`<form class="compare" action="/${slug}/history">
<label>${translate(language, 'compare.from')} <select name="from">${options(latest - 1)}</select></label>
<label>${translate(language, 'compare.to')} <select name="to">${options(latest)}</select></label>
<button type="submit">${translate(language, 'text.compare')}</button></form>`;
}
