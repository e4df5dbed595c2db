import { html } from 'hono/html';
import { type Language, type MessageKey, translate } from '#locale/translate.ts';
import type { Html } from '../http/answer.ts';
import { jsonLd } from './json-ld.ts';
import type { Site } from './site.ts';

export interface PublicPage {
  readonly site: Site;
  readonly language: Language;
  /** Of the whole document when it is not the furniture's: a text in Spanish on an English site. */
  readonly documentLanguage?: string;
  readonly title: string;
  readonly description: string;
  /** Path and query of the page's one address. */
  readonly path: string;
  /** More of the head: metadata, alternates. */
  readonly head?: Html | '';
  readonly body: Html;
  /** Below it and no part of it: what readers wrote under a text. */
  readonly under?: Html | '';
  /** The feed that goes with this page. */
  readonly feed?: { readonly path: string; readonly title: string };
  /** Kept out of search engines. */
  readonly unlisted?: boolean;
  readonly current?: MessageKey;
  readonly kind?: 'book' | 'catalogue';
}

const LONGEST_TITLE = 70;
const NAVIGATION: readonly { readonly path: string; readonly label: MessageKey }[] = [
  { path: '/authors', label: 'nav.authors' },
  { path: '/collections', label: 'nav.collections' },
  { path: '/keywords', label: 'nav.keywords' },
  { path: '/dates', label: 'nav.dates' },
];

/** A public page whole: head, the site's line above, the page, the site's line below. */
export function publicLayout(page: PublicPage): Html {
  const { site, language, path, feed } = page;
  const t = (key: MessageKey, values?: Record<string, string | number>) => translate(language, key, values);
  const canonical = `${site.publicUrl}${path}`;
  const title = path === '/' ? page.title : withSiteName(page.title, site.name);
  return html`<!DOCTYPE html>
<html lang="${page.documentLanguage ?? language}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${page.description}">
<meta name="color-scheme" content="light dark">
${page.unlisted ? html`<meta name="robots" content="noindex">` : ''}
${
  page.unlisted
    ? ''
    : html`<link rel="canonical" href="${canonical}">
`
}<link rel="preload" href="${site.assets.path('eb-garamond-book-normal.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${site.assets.path('public.css')}">
<link rel="icon" href="${site.assets.path('icon.svg')}" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" href="${site.publicUrl}/feed.atom" title="${site.name}">
${feed ? html`<link rel="alternate" type="application/atom+xml" href="${site.publicUrl}${feed.path}" title="${feed.title}">` : ''}
<link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title="${site.name}">
${page.kind === 'book' ? '' : catalogueFacts(page, canonical)}${page.head ?? jsonLd({ '@type': 'WebPage', name: page.title, url: canonical, inLanguage: language })}
</head>
<body class="${page.kind ?? 'catalogue'}">
<a class="skip" href="#content">${t('nav.skip')}</a>
<header class="site" lang="${language}">
${path === '/' ? '' : html`<a class="site-name" href="/" lang="${site.language}">${site.name}</a>`}
<nav aria-label="${t('nav.site')}"><ul>
${NAVIGATION.map(({ path: to, label }) => html`<li><a href="${to}"${currentMark(page.current === label)}>${t(label)}</a></li>`)}
</ul></nav>
<search><form action="/search"><label for="q">${t('search.label')}</label><input id="q" name="q" type="search" autocomplete="off"><button type="submit">${t('search.submit')}</button></form></search>
</header>
<main id="content" tabindex="-1">
${page.body}
</main>
${page.under ?? ''}
<footer class="site" lang="${language}">
<p><a href="/">${site.name}</a> · <a href="/feed.atom">${t('nav.feed')}</a> · <a href="/record">${t('nav.record')}</a> · <a href="/colophon">${t('nav.colophon')}</a> · <a href="/privacy">${t('nav.privacy')}</a> · <a href="/desk" rel="nofollow">${t('nav.desk')}</a></p>
</footer>
</body>
</html>
`;
}

/** What a library's own page says of itself to reference managers: it belongs to the library and is no work. */
function catalogueFacts({ site, language, title }: PublicPage, canonical: string): Html {
  return html`<meta name="citation_journal_title" content="${site.name}">
<meta name="DC.title" content="${title}">
<meta name="DC.type" content="Collection">
<meta name="DC.language" content="${language}">
<meta name="DC.identifier" content="${canonical}">
`;
}

/** The site's name stands where a window's title still has room for it. */
function withSiteName(title: string, siteName: string): string {
  const both = `${title} · ${siteName}`;
  return both.length <= LONGEST_TITLE ? both : title;
}

function currentMark(isCurrent: boolean): Html | '' {
  return isCurrent ? html` aria-current="page"` : '';
}
