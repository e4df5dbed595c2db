import { html } from 'hono/html';
import type { Page, Term, TextEntry } from '#domain/entry.ts';
import { translate } from '#locale/translate.ts';
import type { Html } from '../http/answer.ts';
import { entryList } from './entries.ts';
import { jsonLd } from './json-ld.ts';
import { publicLayout } from './layout.ts';
import { pagePath, paging } from './paging.ts';
import type { Site } from './site.ts';
import type { Way } from './ways.ts';

interface TermTexts {
  readonly site: Site;
  readonly way: Way;
  readonly term: Term;
  readonly texts: Page<TextEntry>;
  readonly page: number;
  readonly pages: number;
}

export function termPage({ site, way, term, texts, page, pages }: TermTexts): Html {
  const { language } = site;
  const count = translate(language, 'term.texts', { count: texts.total });
  const path = `/${way.folder}/${term.slug}`;
  const feed = { path: `${path}/feed.atom`, title: `${term.name} · ${site.name}` };
  const body = html`<p class="above"><a href="/${way.folder}">${translate(language, way.title)}</a></p>
<h1>${term.name}</h1>
<p class="lead">${count} · <a href="${feed.path}">${translate(language, 'nav.feed')}</a></p>
${entryList({ entries: texts.items, language, level: 2, withAuthors: way.kind !== 'author' })}
${paging({ language, page, pages, pathOf: (n) => pagePath(path, n) })}`;
  const own = pagePath(path, page);
  const head = jsonLd({
    '@type': 'CollectionPage',
    name: term.name,
    url: `${site.publicUrl}${own}`,
    inLanguage: language,
  });
  const description = `${term.name}: ${count}`;
  return publicLayout({
    site,
    language,
    title: term.name,
    description,
    path: own,
    head,
    body,
    feed,
    current: way.title,
  });
}
