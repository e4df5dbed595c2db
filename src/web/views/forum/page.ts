import { html } from 'hono/html';
import type { ForumMode, Validated } from '#domain/contribution.ts';
import type { Mistake } from '#domain/result.ts';
import type { Language } from '#locale/translate.ts';
import type { Forum, ForumThread, ShownContribution } from '#operations/reads/forum.ts';
import type { Article } from '#operations/reads/published.ts';
import { findWords } from '#text/find-words.ts';
import type { Html } from '../../http/answer.ts';
import { publicLayout } from '../layout.ts';
import { paging } from '../paging.ts';
import type { Site } from '../site.ts';
import { furnitureLanguage, languageAttributes } from '../text-language.ts';
import { contributionView, type Surroundings } from './contribution.ts';
import { contributionForm, type TypedFields } from './form.ts';
import { withLeadIn } from './lead-in.ts';
import { privacyNote } from './privacy-note.ts';
import { type Say, saidOf, sayIn } from './said.ts';
import { forumPath, shelfNote } from './section.ts';
import { threadList, threadView } from './threads.ts';

interface OfText {
  readonly site: Site;
  readonly article: Article;
}

/** What the visitor is about to answer: a passage, a contribution, both, or the text at large. */
export interface Answered {
  readonly passage: Passage | null;
  readonly parent: Validated<ShownContribution> | null;
}

export interface Passage {
  readonly id: string;
  /** In the margin; null for what is not counted. */
  readonly paragraph: number | null;
  readonly text: string;
  /** The revision these words are of; another than the current one when the passage has changed or gone. */
  readonly number: number;
  readonly isVerse: boolean;
  readonly isCurrent: boolean;
}

interface ForumView extends OfText {
  readonly mode: ForumMode;
  /** What is listed above the form; null where the form stands alone: to answer one, or to be corrected. */
  readonly forum: Forum | null;
  readonly typed: TypedFields;
  readonly mistakes: readonly Mistake[];
  readonly answered: Answered;
}

/** A page of the forum, with the form below it; about one passage or in answer to one contribution only, when that is asked for. */
export function forumPage(view: ForumView): Html {
  const { site, article, forum, answered, mistakes } = view;
  const { slug } = article;
  const { language, say, name, around } = spoken(site, article, view.mode !== 'closed');
  const { passage, parent } = answered;
  const path = passage ? `/${slug}/forum?paragraph=${passage.id}` : forumPath(slug, forum?.page ?? 1);
  const title = say(passage ? 'forum.passage.title' : 'forum.title.of', { title: name });
  const heading = parent
    ? say('forum.answer.to', { name: parent.name })
    : say(passage ? 'forum.passage' : 'forum.title');
  const body = html`${above(article, name, language, passage !== null || parent !== null)}
<h1>${heading}</h1>
${passage ? passageView(passage, article, { say, language, quote: view.typed.quote, isAlone: forum === null }) : ''}
<div class="forum">
${parent ? html`<div class="answered">${contributionView(parent, { ...around, isOpen: false })}</div>` : ''}
${forum ? listed(forum, passage, passage ? { ...around, passage: passage.text } : around, path) : ''}
${formSection(view, say)}
</div>`;
  return publicLayout({
    site,
    language,
    title,
    description: say('forum.description', { title: name }),
    path,
    body,
    unlisted: passage !== null || parent !== null || mistakes.length > 0,
    feed: { path: `/${slug}/forum/feed.atom`, title: say('forum.feed.of', { title: name }) },
  });
}

/** What was written: all of it, or what stands by the passage. */
function listed(forum: Forum, passage: Passage | null, around: Surroundings, path: string): Html {
  const { say, language, slug } = around;
  const pathOf = (page: number) => (passage ? `${path}&page=${page}` : forumPath(slug, page));
  const nothing = say(passage ? 'forum.empty.passage' : 'forum.empty');
  return html`<p class="facts">${forum.total === 0 ? nothing : say('forum.count', { count: forum.total })}${
    passage || forum.total === 0 ? '' : html` · <a href="/${slug}/forum/feed.atom">${say('forum.feed')}</a>`
  }</p>
${passage ? '' : shelfNote(forum, around)}
${threadList(forum, around)}
${paging({ language, page: forum.page, pages: forum.pages, pathOf, label: 'forum.paging' })}`;
}

/** What stands by passages that are gone: each with the words it was about. */
export function shelfPage({ site, article, forum }: OfText & { readonly forum: Forum }): Html {
  const { language, say, name, around } = spoken(site, article, forum.mode !== 'closed');
  const title = `${say('forum.shelf.title')}: ${name}`;
  const base = `/${article.slug}/forum/shelf`;
  const pathOf = (page: number) => (page === 1 ? base : `${base}?page=${page}`);
  const body = html`${above(article, name, language, true)}
<h1>${say('forum.shelf.title')}</h1>
<p class="facts">${say('forum.shelf', { count: forum.shelf })}</p>
<div class="forum">${threadList(forum, around)}
${paging({ language, page: forum.page, pages: forum.pages, pathOf, label: 'forum.paging' })}</div>`;
  const description = say('forum.description', { title: name });
  return publicLayout({ site, language, title, description, path: pathOf(forum.page), body });
}

interface ThreadView extends OfText {
  readonly thread: ForumThread;
  readonly id: string;
  readonly page: number;
  readonly pages: number;
  readonly isOpen: boolean;
}

/** A contribution at its own address, with the thread it stands in. */
export function threadPage({ site, article, thread, id, page, pages, isOpen }: ThreadView): Html {
  const { language, say, name, around } = spoken(site, article, isOpen);
  const title = say('forum.title.of', { title: name });
  const pathOf = (to: number) =>
    to === 1 ? `/${article.slug}/forum/${id}` : `/${article.slug}/forum/${id}?page=${to}`;
  const body = html`${above(article, name, language, true)}
<h1>${say('forum.thread')}</h1>
<div class="forum">${threadView(thread, around)}
${paging({ language, page, pages, pathOf, label: 'forum.paging' })}</div>`;
  const description = say('forum.description', { title: name });
  return publicLayout({ site, language, title, description, path: pathOf(page), body });
}

function formSection({ site, article, mode, typed, mistakes, answered }: ForumView, say: Say): Html {
  const onPassage = answered.passage?.isCurrent === true;
  if (mode === 'closed') return html`<p class="notice">${say('forum.notice.closed')}</p>`;
  return html`<section id="contribute"><h2>${say('forum.contribute')}</h2>
<p class="notice">${say(`forum.notice.${mode}`)}</p>
${mistakes.length > 0 ? mistakeList(mistakes, say) : ''}
${contributionForm({ site, slug: article.slug, say, mode, typed, onPassage, mistakes, button: 'forum.preview' })}
${privacyNote(say)}</section>`;
}

/** Above the form, each a way to its field, in the order of the fields: whoever cannot see the page hears them first. */
function mistakeList(mistakes: readonly Mistake[], say: Say): Html {
  const inOrder = mistakes.toSorted((one, other) => placeOf(one) - placeOf(other));
  return html`<div class="mistake" role="alert"><p>${say('forum.mistakes')}</p>
<ul>${inOrder.map((mistake) => html`<li>${mistake.field ? html`<a href="#${mistake.field}">${saidOf(say, mistake)}</a>` : saidOf(say, mistake)}</li>`)}</ul></div>`;
}

const placeOf = ({ field }: Mistake) => FIELDS.indexOf(field ?? '');
const FIELDS: readonly string[] = ['quote', 'name', 'email', 'subject', 'body', 'paragraph'];

interface AroundPassage {
  readonly say: Say;
  readonly language: Language;
  /** Words of it that are marked, where they stand in it. */
  readonly quote: string;
  /** What others wrote on it is not on this page. */
  readonly isAlone?: boolean;
}

export function passageView(
  passage: Passage,
  { slug, metadata }: Article,
  { say, language, quote, isAlone }: AroundPassage,
): Html {
  const way = passage.isCurrent ? `/${slug}#${passage.id}` : `/${slug}/${passage.number}#${passage.id}`;
  const others = isAlone
    ? html` · <a href="/${slug}/forum?paragraph=${passage.id}">${say('forum.passage.forum')}</a>`
    : '';
  return html`<blockquote class="passage${passage.isVerse ? ' in-lines' : ''}"${languageAttributes(metadata.language, language)}><p>${marked(passage.text, quote)}</p></blockquote>
${passage.isCurrent ? '' : html`<p class="facts">${say('forum.passage.gone', { number: passage.number })}</p>`}
<p class="facts"><a href="${way}">${say('forum.passage.read')}</a>${others}</p>`;
}

function marked(text: string, quote: string): Html | string {
  const span = findWords(text, quote);
  if (span === null) return withLeadIn(text);
  const [before, words, after] = [text.slice(0, span.start), text.slice(span.start, span.end), text.slice(span.end)];
  return html`${withLeadIn(before)}<mark>${withLeadIn(words)}</mark>${withLeadIn(after)}`;
}

export function above({ slug, metadata }: Article, name: string, language: Language, toForum: boolean): Html {
  return html`<p class="above"><a href="/${slug}"${languageAttributes(metadata.language, language)}>${name}</a>${
    toForum ? html` · <a href="/${slug}/forum">${sayIn(language)('forum.above')}</a>` : ''
  }</p>`;
}

export function spoken(site: Site, { slug, metadata }: Article, isOpen: boolean) {
  const language = furnitureLanguage(metadata.language, site.language);
  const say = sayIn(language);
  return {
    language,
    say,
    name: metadata.title ?? say('text.untitled'),
    around: { slug, language, say, isOpen, level: 2 as const },
  };
}
