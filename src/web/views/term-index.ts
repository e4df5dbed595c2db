import { html } from 'hono/html';
import type { Page, Term } from '#domain/entry.ts';
import { translate } from '#locale/translate.ts';
import type { Html } from '../http/answer.ts';
import { jsonLd } from './json-ld.ts';
import { publicLayout } from './layout.ts';
import { pagePath, paging } from './paging.ts';
import type { Site } from './site.ts';
import { termList } from './term-list.ts';
import type { Way } from './ways.ts';

interface TermIndex {
  readonly site: Site;
  readonly way: Way;
  readonly terms: Page<Term>;
  readonly page: number;
  readonly pages: number;
}

export function termIndexPage({ site, way, terms, page, pages }: TermIndex): Html {
  const { language } = site;
  const title = translate(language, way.title);
  const lead = translate(language, way.lead, { count: terms.total });
  const pathOf = (n: number) => pagePath(`/${way.folder}`, n);
  const body = html`<h1>${title}</h1>
<p class="lead">${lead}</p>
${terms.total > 0 ? termList(terms.items, way.folder, language) : ''}
${paging({ language, page, pages, pathOf })}`;
  const head = jsonLd({
    '@type': 'CollectionPage',
    name: title,
    url: `${site.publicUrl}${pathOf(page)}`,
    inLanguage: language,
  });
  return publicLayout({ site, language, title, description: lead, path: pathOf(page), head, body, current: way.title });
}
