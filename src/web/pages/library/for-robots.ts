// What crawlers ask for: what they may read, and where everything is.

import { html } from 'hono/html';
import { Refusal } from '#domain/refusal.ts';
import { listTexts } from '#operations/reads/library.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { siteOf } from '../../views/site.ts';
import { pageNumber } from './list-page.ts';

const TEXTS_A_FILE = 1000;

export async function robots(visit: Visit): Promise<Answer> {
  const { publicUrl } = siteOf(visit);
  const body = `User-agent: *\nDisallow: /desk\nDisallow: /search\nDisallow: /claim\nDisallow: /receipt\n\nSitemap: ${publicUrl}/sitemap.xml\n`;
  return { kind: 'bytes', contentType: 'text/plain; charset=utf-8', body };
}

/** Up to a thousand texts stand in one file; more make `/sitemap.xml` the list of its pages, `?page=1` and on. */
export async function sitemap(visit: Visit): Promise<Answer> {
  const { context, query } = visit;
  const { publicUrl } = siteOf(visit);
  const page = pageNumber(query);
  const texts = await listTexts(context, { by: { kind: 'all' }, order: 'newest', page, pageSize: TEXTS_A_FILE });
  const files = Math.ceil(texts.total / TEXTS_A_FILE);
  if (page > Math.max(1, files)) throw new Refusal('not-found');
  const isIndex = files > 1 && !query.has('page');
  const contentType = 'application/xml; charset=utf-8';
  if (isIndex) {
    const render = () => sitemapIndex(publicUrl, files);
    return { kind: 'pressed', path: '/sitemap.xml', inputs: ['index', files], contentType, render };
  }
  const entries = texts.items.map(({ slug, publishedAt }) => ({ slug, publishedAt }));
  const path = query.has('page') ? `/sitemap.xml?page=${page}` : '/sitemap.xml';
  return { kind: 'pressed', path, inputs: entries, contentType, render: () => urlSet(publicUrl, entries) };
}

function urlSet(publicUrl: string, entries: readonly { readonly slug: string; readonly publishedAt: string }[]) {
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>${publicUrl}/</loc></url>
${entries.map(
  ({ slug, publishedAt }) => html`<url><loc>${publicUrl}/${slug}</loc><lastmod>${publishedAt}</lastmod></url>
`,
)}
</urlset>
`;
}

function sitemapIndex(publicUrl: string, files: number) {
  const pages = Array.from({ length: files }, (_, index) => `${publicUrl}/sitemap.xml?page=${index + 1}`);
  return html`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map(
  (address) => html`<sitemap><loc>${address}</loc></sitemap>
`,
)}
</sitemapindex>
`;
}

/** Lets a browser search the library from its address bar. */
export async function openSearch(visit: Visit): Promise<Answer> {
  const { name, publicUrl } = siteOf(visit);
  const render = () => html`<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${name.slice(0, 16)}</ShortName>
<Description>${name}</Description>
<Url type="text/html" template="${publicUrl}/search?q={searchTerms}"/>
</OpenSearchDescription>
`;
  const contentType = 'application/opensearchdescription+xml; charset=utf-8';
  return { kind: 'pressed', path: '/opensearch.xml', inputs: [], contentType, render };
}
