import { html } from 'hono/html';
import type { Page } from '#domain/entry.ts';
import { type MessageKey, translate } from '#locale/translate.ts';
import type { FoundText } from '#operations/reads/search.ts';
import type { Html } from '../http/answer.ts';
import { publicLayout } from './layout.ts';
import { paging } from './paging.ts';
import type { Site } from './site.ts';
import { languageAttributes } from './text-language.ts';

interface Search {
  readonly site: Site;
  readonly query: string;
  /** Null while nothing is asked. */
  readonly found: Page<FoundText> | null;
  readonly page: number;
  readonly pages: number;
}

export function searchPage({ site, query, found, page, pages }: Search): Html {
  const { language } = site;
  const t = (key: MessageKey, values?: Record<string, string | number>) => translate(language, key, values);
  const pathOf = (n: number) => `/search?${new URLSearchParams({ q: query, ...(n > 1 ? { page: String(n) } : {}) })}`;
  const body = html`<h1>${t('search.title')}</h1>
<form class="search" action="/search"><label for="words">${t('search.words')}</label>
<input id="words" name="q" type="search" value="${query}"> <button type="submit">${t('search.submit')}</button></form>
${found === null ? '' : html`<p class="lead">${t('search.found', { count: found.total, query })}</p>`}
${found && found.total > 0 ? foundList(found.items, site) : ''}
${found && found.total === 0 ? html`<p>${t('search.nothing')}</p>` : ''}
${paging({ language, page, pages, pathOf })}`;
  const title = query === '' ? t('search.title') : t('search.title.of', { query });
  return publicLayout({
    site,
    language,
    title,
    description: t('search.description'),
    path: pathOf(page),
    body,
    unlisted: true,
  });
}

function foundList(items: readonly FoundText[], { language }: Site): Html {
  return html`<ol class="entries">
${items.map(
  (
    item,
  ) => html`<li><h2><a href="/${item.slug}"${languageAttributes(item.language, language)}>${marked(item.markedTitle)}</a></h2>
<p class="facts">${item.authors.join(', ')}</p>
<p class="excerpt"${languageAttributes(item.language, language)}>${marked(item.snippet)}</p></li>`,
)}
</ol>`;
}

function marked(parts: FoundText['snippet']) {
  return parts.map(({ text, isMatch }) => (isMatch ? html`<mark>${text}</mark>` : text));
}
