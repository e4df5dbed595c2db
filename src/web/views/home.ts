import { html } from 'hono/html';
import type { Page, Term, TextEntry } from '#domain/entry.ts';
import { type MessageKey, translate } from '#locale/translate.ts';
import type { Html } from '../http/answer.ts';
import { entryList } from './entries.ts';
import { jsonLd } from './json-ld.ts';
import { publicLayout } from './layout.ts';
import { pagePath, paging } from './paging.ts';
import type { Site } from './site.ts';
import { termList } from './term-list.ts';

interface Home {
  readonly site: Site;
  readonly texts: Page<TextEntry>;
  readonly collections: Page<Term>;
  readonly authors: Page<Term>;
  readonly page: number;
  readonly pages: number;
}

/** The first page: what is new, and the ways in. */
export function homePage({ site, texts, collections, authors, page, pages }: Home): Html {
  const { language } = site;
  const t = (key: MessageKey, values?: Record<string, string | number>) => translate(language, key, values);
  const description = t('home.description', { name: site.name, count: texts.total });
  const ways = (title: MessageKey, folder: string, terms: Page<Term>) =>
    terms.total === 0
      ? ''
      : html`<section><h2>${t(title)}</h2>
${termList(terms.items, folder, language)}
${terms.total > terms.items.length ? html`<p><a href="/${folder}">${t('home.all', { count: terms.total })}</a></p>` : ''}</section>`;
  const body = html`<h1>${site.name}</h1>
<p class="lead">${t('home.lead', { count: texts.total })}</p>
<div class="columns">
<section class="newest"><h2>${t(page === 1 ? 'home.newest' : 'home.older')}</h2>
${texts.total === 0 ? html`<p>${t('home.empty')}</p>` : entryList({ entries: texts.items, language, level: 3 })}
${paging({ language, page, pages, pathOf: (n) => pagePath('/', n) })}</section>
<div class="ways">
${ways('nav.collections', 'collections', collections)}
${ways('nav.authors', 'authors', authors)}
</div>
</div>`;
  const path = pagePath('/', page);
  const head = jsonLd({ '@type': 'WebSite', name: site.name, url: `${site.publicUrl}/`, inLanguage: language });
  return publicLayout({ site, language, title: site.name, description, path, head, body });
}
