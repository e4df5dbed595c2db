// What machines read of a text: Highwire (Google Scholar, Zotero), Dublin Core, Open Graph, schema.org.

import { html } from 'hono/html';
import type { Metadata } from '#domain/metadata.ts';
import { slugFrom } from '#domain/slug.ts';
import type { Article } from '#operations/reads/published.ts';
import type { Html } from '../http/answer.ts';
import { jsonLd } from './json-ld.ts';
import type { Site } from './site.ts';
import { licenceAddress } from './text-facts.ts';

interface TextHead {
  readonly site: Site;
  readonly article: Article;
  readonly path: string;
  readonly title: string;
  readonly permanent: boolean;
  /** How many contributions are shown; null where the page has no forum. */
  readonly comments: number | null;
}

export function textHead(head: TextHead): Html {
  const { site, article, permanent } = head;
  const { slug, number } = article;
  const files = [
    ['text/plain', 'txt'],
    ['text/markdown', 'md'],
    ['application/json', 'json'],
  ] as const;
  return html`${metaTags([...highwire(head), ...dublinCore(head)])}
${openGraph(head).map(
  ([property, content]) => html`<meta property="${property}" content="${content}">
`,
)}
${files.map(
  ([
    type,
    extension,
  ]) => html`<link rel="alternate" type="${type}" href="${site.publicUrl}/${slug}/${number}.${extension}">
`,
)}
${article.translations.map((other) =>
  other.language
    ? html`<link rel="alternate" hreflang="${other.language}" href="${site.publicUrl}/${other.slug}">
`
    : '',
)}
<link rel="timemap" type="application/link-format" href="${site.publicUrl}/${slug}/timemap">
${permanent ? html`<meta name="robots" content="noindex, follow">` : ''}
${jsonLd(schema(head))}`;
}

type Tag = readonly [name: string, content: string | null | undefined];

function metaTags(tags: readonly Tag[]) {
  return tags.map(([name, content]) =>
    content
      ? html`<meta name="${name}" content="${content}">
`
      : '',
  );
}

function highwire({ site, article, title, path }: TextHead): readonly Tag[] {
  const { metadata, slug, number, publishedAt } = article;
  return [
    ['citation_title', title],
    ...metadata.authors.map((name): Tag => ['citation_author', name]),
    ...metadata.translators.map((name): Tag => ['citation_translator', name]),
    ['citation_publication_date', slashed(metadata.firstPublished ?? metadata.written) ?? slashed(publishedAt)],
    ['citation_online_date', slashed(publishedAt)],
    ['citation_publisher', site.name],
    ['citation_language', metadata.language],
    ['citation_keywords', metadata.keywords.join('; ')],
    ['citation_public_url', `${site.publicUrl}${path}`],
    ['citation_fulltext_html_url', `${site.publicUrl}/${slug}/${number}`],
  ];
}

function dublinCore({ site, article, title }: TextHead): readonly Tag[] {
  const { metadata, slug, number, publishedAt } = article;
  return [
    ['DC.title', title],
    ...metadata.authors.map((name): Tag => ['DC.creator', name]),
    ...[...metadata.translators, ...metadata.editors].map((name): Tag => ['DC.contributor', name]),
    ['DC.date', metadata.firstPublished ?? metadata.written],
    ['DC.publisher', site.name],
    ['DC.language', metadata.language],
    ['DC.source', metadata.source],
    ['DC.rights', metadata.licence],
    ...metadata.keywords.map((word): Tag => ['DC.subject', word]),
    ['DC.description', metadata.summary],
    ['DC.type', 'Text'],
    ['DC.identifier', `${site.publicUrl}/${slug}/${number}`],
    ['DCTERMS.modified', publishedAt],
  ];
}

function openGraph({ site, article, title, path }: TextHead): readonly (readonly [string, string])[] {
  const { metadata, publishedAt, firstPublishedAt } = article;
  return [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:url', `${site.publicUrl}${path}`],
    ['og:site_name', site.name],
    ['og:description', metadata.summary ?? article.excerpt],
    ['article:published_time', firstPublishedAt],
    ['article:modified_time', publishedAt],
    ...metadata.authors.map((name) => ['article:author', name] as const),
  ];
}

function schema({ site, article, title, path, comments }: TextHead): Readonly<Record<string, unknown>> {
  const { metadata, number, publishedAt, firstPublishedAt, words } = article;
  return {
    '@type': 'Article',
    headline: title,
    alternativeHeadline: metadata.subtitle ?? undefined,
    url: `${site.publicUrl}${path}`,
    author: metadata.authors.map((name) => person(name, site)),
    translator: people(metadata.translators),
    editor: people(metadata.editors),
    inLanguage: metadata.language ?? undefined,
    dateCreated: plainDate(metadata.written) ?? undefined,
    datePublished: firstPublishedAt,
    dateModified: publishedAt,
    version: String(number),
    wordCount: words,
    keywords: metadata.keywords.length > 0 ? metadata.keywords : undefined,
    abstract: metadata.summary ?? undefined,
    license: metadata.licence ? (licenceAddress(metadata.licence) ?? metadata.licence) : undefined,
    commentCount: comments ?? undefined,
    discussionUrl: comments === null ? undefined : `${site.publicUrl}/${article.slug}/forum`,
    isPartOf: { '@type': 'WebSite', name: site.name, url: `${site.publicUrl}/` },
    publisher: { '@type': 'Organization', name: site.name, url: `${site.publicUrl}/` },
  };
}

function person(name: string, site: Site) {
  const slug = slugFrom(name);
  return { '@type': 'Person', name, ...(slug ? { url: `${site.publicUrl}/authors/${slug}` } : {}) };
}

const people = (names: Metadata['translators']) =>
  names.length === 0 ? undefined : names.map((name) => ({ '@type': 'Person', name }));

/** `1938-05` is a date machines know; "about 1938" is not. */
const plainDate = (edtf: string | null | undefined) =>
  /^\d{4}(-\d{2}(-\d{2})?)?(?![\dX~?%/])/.exec(edtf ?? '')?.[0] ?? null;
const slashed = (date: string | null) => plainDate(date)?.replaceAll('-', '/') ?? null;
