import { html, raw } from 'hono/html';
import { cite } from '#formats/citation/write.ts';
import { type Language, type MessageKey, translate } from '#locale/translate.ts';
import type { Forum } from '#operations/reads/forum.ts';
import type { Article } from '#operations/reads/published.ts';
import type { Html } from '../http/answer.ts';
import { markedBody } from './forum/marks.ts';
import { forumSection } from './forum/section.ts';
import { publicLayout } from './layout.ts';
import { longDate } from './moment.ts';
import { readingMinutes } from './reading-time.ts';
import type { Site } from './site.ts';
import { type Fact, personLinks, titleFacts, versoFacts } from './text-facts.ts';
import { textHead } from './text-head.ts';
import { furnitureLanguage, languageAttributes } from './text-language.ts';

interface ArticleView {
  readonly site: Site;
  readonly article: Article;
  /** At the revision's own address, not the text's. */
  readonly permanent: boolean;
  /** What readers wrote; null at a revision's own address, which shows the recorded bytes and nothing that changes. */
  readonly forum: Forum | null;
}

type Say = (key: MessageKey, values?: Record<string, string | number>) => string;

/** The page of a text: set like a book, furniture kept to its edges. */
export function articlePage({ site, article, permanent, forum }: ArticleView): Html {
  const { metadata, slug, number } = article;
  const language = furnitureLanguage(metadata.language, site.language);
  const say: Say = (key, values) => translate(language, key, values);
  const path = permanent ? `/${slug}/${number}` : `/${slug}`;
  const title = metadata.title ?? say('text.untitled');
  const body = html`<article class="text"${languageAttributes(metadata.language, language)}>
${number < article.latest ? olderNotice(article, say, language) : ''}
${titlePage({ article, title, say, language, forumPath: forum ? '#forum' : `/${slug}/forum` })}
${article.contents.length > 1 ? contentsList(article, say, language) : ''}
<div class="body">
${raw(forum ? markedBody(article.bodyHtml, { slug, say, forum }) : article.bodyHtml)}
</div>
</article>
${afterText({ site, article, language, say })}`;
  return publicLayout({
    site,
    language,
    title,
    description: metadata.summary ?? article.excerpt,
    path,
    head: html`${textHead({ site, article, path, title, permanent, comments: forum?.total ?? null })}${forum ? scripts({ site, slug, language, say, forum }) : ''}`,
    body,
    under: forum ? html`<aside>${forumSection({ site, slug, language, forum })}</aside>` : '',
    kind: 'book',
    ...(forum ? { feed: { path: `/${slug}/forum/feed.atom`, title: say('forum.feed.of', { title }) } } : {}),
  });
}

interface Scripts {
  readonly site: Site;
  readonly slug: string;
  readonly language: Language;
  readonly say: Say;
  readonly forum: Forum;
}

/** Words selected lead to the forms to answer them and to report a misprint, contributions to their words; the page is whole without it. */
function scripts({ site, slug, language, say, forum }: Scripts): Html {
  const isOpen = forum.mode !== 'closed';
  const heard = say(isOpen ? 'text.selected.heard' : 'text.selected.heard.closed');
  const hasQuotes = forum.threads.some((thread) => thread.some(({ isQuoteHere }) => isQuoteHere));
  return html`
<script src="${site.assets.path('selection.js')}" defer data-offer="${site.assets.path('selection-offer.js')}" data-path="/${slug}" data-language="${language}" data-about="${say('text.selected')}" data-heard="${heard}"${isOpen ? html` data-contribute="${say('text.selected.contribute')}"` : ''} data-misprint="${say('text.misprint')}"></script>${
    hasQuotes
      ? html`
<script src="${site.assets.path('quoted.js')}" defer></script>`
      : ''
  }`;
}

function olderNotice({ slug, number, latest }: Article, say: Say, language: Language): Html {
  return html`<p class="notice" lang="${language}">${say('text.older', { number, latest })}
<a href="/${slug}">${say('text.current')}</a> · <a href="/${slug}/compare/${number}..${latest}">${say('text.compare')}</a></p>`;
}

interface TitlePage {
  readonly article: Article;
  readonly title: string;
  readonly say: Say;
  readonly language: Language;
  readonly forumPath: string;
}

function titlePage({ article, title, say, language, forumPath }: TitlePage): Html {
  const { metadata, slug, number, publishedAt } = article;
  const date = longDate(publishedAt, language);
  return html`<header class="title-page">
${metadata.authors.length > 0 ? html`<p class="authors">${personLinks(metadata.authors)}</p>` : ''}
<h1>${title}</h1>
${metadata.subtitle ? html`<p class="subtitle">${metadata.subtitle}</p>` : ''}
<div class="imprint" lang="${language}">
${factList(titleFacts(metadata, language))}
<p><a href="/${slug}/${number}">${say('text.revision', { number })}</a>, <time datetime="${publishedAt}">${date}</time><span class="on-screen">
· <a href="/${slug}/history">${say('text.history')}</a> · <a href="/${slug}/cite${number < article.latest ? `?revision=${number}` : ''}">${say('text.cite')}</a>
· <a href="${forumPath}">${say('forum.title')}</a> · ${say('text.minutes', { count: readingMinutes(article.words) })}</span></p>
${translationLinks(article, say, language)}
</div>
</header>`;
}

function factList(facts: readonly Fact[]): Html | '' {
  if (facts.length === 0) return '';
  return html`<dl class="work">${facts.map(({ term, value }) => html`<div><dt>${term}</dt> <dd>${value}</dd></div>`)}</dl>`;
}

function translationLinks({ translations }: Article, say: Say, language: Language): Html | '' {
  if (translations.length === 0) return '';
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const links = translations.map((other, index) => {
    const title = html`<cite${languageAttributes(other.language, language)}>${other.title}</cite>`;
    const name = other.language ? html`${names.of(other.language)} (${title})` : title;
    const link = html`<a href="/${other.slug}"${other.language ? html` hreflang="${other.language}"` : ''}>${name}</a>`;
    return index === 0 ? link : html` · ${link}`;
  });
  return html`<p class="translations">${say('text.translations')} ${links}</p>`;
}

function contentsList({ contents }: Article, say: Say, language: Language): Html {
  const first = Math.min(...contents.map((line) => line.depth));
  return html`<nav class="contents" aria-labelledby="contents">
<h2 id="contents" lang="${language}">${say('text.contents')}</h2>
<ol>${contents.map(({ id, depth, text }) => html`<li${depth > first ? html` class="deeper"` : ''}><a href="#${id}">${text}</a></li>`)}</ol>
</nav>`;
}

/** Below the text: how to cite it, in what forms to take it, what stands before and after it. */
function afterText({
  site,
  article,
  language,
  say,
}: {
  site: Site;
  article: Article;
  language: Language;
  say: Say;
}): Html {
  const { slug, number, metadata, publishedAt, previous, next } = article;
  const url = `${site.publicUrl}/${slug}/${number}`;
  const verso = versoFacts(metadata, language);
  const citation = cite({
    style: 'chicago',
    metadata,
    url,
    siteName: site.name,
    revision: number,
    publishedAt,
    language,
  });
  const file = (extension: string) =>
    html`<a href="/${slug}/${number}.${extension}" type="${FILE_TYPES[extension] ?? ''}">${say(`text.as.${extension}` as MessageKey)}</a>`;
  return html`<footer class="after-text" lang="${language}">
<section class="citing"><h2>${say('text.citing')}</h2>
<p class="citation">${citation}</p>
<p><a href="/${slug}/cite${number < article.latest ? `?revision=${number}` : ''}">${say('text.cite.more')}</a> · <a href="/${slug}/misprint" rel="nofollow">${say('text.misprint')}</a></p>
</section>
${
  verso.length > 0
    ? html`<section><h2>${say('text.about')}</h2>
${factList(verso)}</section>`
    : ''
}
<section class="take"><h2>${say('text.take')}</h2>
<p>${file('txt')} · ${file('md')} · ${file('json')}</p>
</section>
${recordSection(article, say, language)}
${
  previous || next
    ? html`<nav class="neighbours" aria-label="${say('text.neighbours')}">
${previous ? neighbour(previous, 'prev', say('text.previous'), language) : ''}
${next ? neighbour(next, 'next', say('text.next'), language) : ''}
</nav>`
    : ''
}
<p class="address">${url}</p>
</footer>`;
}

/** Where this revision stands in the record: whoever keeps the page keeps a signed head of the log. */
function recordSection({ slug, number, checkpoint }: Article, say: Say, language: Language): Html | '' {
  if (!checkpoint) return '';
  const { origin, index, size, root, signedAt } = checkpoint;
  const date = longDate(signedAt, language);
  return html`<section class="recorded"><h2>${say('text.record')}</h2>
<p>${say('text.record.entry', { origin, index: String(index), count: size, date })} <code translate="no">${root}</code></p>
<p class="on-screen"><a href="/${slug}/${number}/verify">${say('text.record.verify')}</a> · <a href="/${slug}/${number}/manifest.txt">${say('text.record.manifest')}</a> · <a href="/${slug}/${number}.tlog-proof">${say('text.record.proof')}</a></p>
</section>`;
}

const FILE_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  json: 'application/json',
};

function neighbour(text: NonNullable<Article['next']>, rel: 'prev' | 'next', label: string, language: Language): Html {
  return html`<a class="${rel}" rel="${rel}" href="/${text.slug}"><span>${label}</span> <cite${languageAttributes(text.language, language)}>${text.title}</cite></a>`;
}
