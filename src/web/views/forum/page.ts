import { html } from 'hono/html';
import type { Validated } from '#domain/contribution.ts';
import type { Mistake } from '#domain/result.ts';
import type { Language } from '#locale/translate.ts';
import type { Forum, ForumThread, ShownContribution } from '#operations/reads/forum.ts';
import type { Article } from '#operations/reads/published.ts';
import type { Html } from '../../http/answer.ts';
import { publicLayout } from '../layout.ts';
import { paging } from '../paging.ts';
import type { Site } from '../site.ts';
import { furnitureLanguage, languageAttributes } from '../text-language.ts';
import { contributionView } from './contribution.ts';
import { contributionForm, type TypedFields } from './form.ts';
import { privacyNote } from './privacy-note.ts';
import { type Say, sayIn } from './said.ts';
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
  readonly isCurrent: boolean;
}

interface ForumView extends OfText {
  readonly forum: Forum;
  readonly typed: TypedFields;
  readonly mistakes: readonly Mistake[];
  readonly answered: Answered;
}

/** A page of the forum, with the form below it; about one passage only, when one is asked for. */
export function forumPage(view: ForumView): Html {
  const { site, article, forum, answered, mistakes } = view;
  const { language, say, name, around } = spoken(site, article, forum.mode !== 'closed');
  const { passage, parent } = answered;
  const title = say(passage ? 'forum.passage.title' : 'forum.title.of', { title: name });
  const path = passage ? `/${article.slug}/forum?paragraph=${passage.id}` : forumPath(article.slug, forum.page);
  const surroundings = { ...around, onPassage: passage !== null };
  const body = html`${above(article, name, language, passage !== null)}
<h1>${say(passage ? 'forum.passage' : 'forum.title')}</h1>
${passage ? passageView(passage, article, say, language) : html`<p class="lead">${say('forum.count', { count: forum.total })} · <a href="/${article.slug}/forum/feed.atom">${say('forum.feed')}</a></p>`}
<div class="forum">
${forum.total === 0 ? html`<p class="facts">${say(passage ? 'forum.empty.passage' : 'forum.empty')}</p>` : ''}
${passage ? '' : shelfNote(forum, say)}
${threadList(forum, surroundings)}
${paging({ language, page: forum.page, pages: forum.pages, pathOf: (page) => (passage ? `${path}&page=${page}` : forumPath(article.slug, page)), label: 'forum.paging' })}
${formSection({ ...view, say, parent: parent && contributionView(parent, { ...surroundings, isOpen: false }) })}
</div>`;
  return publicLayout({
    site,
    language,
    title,
    description: say('forum.description', { title: name }),
    path,
    body,
    unlisted: passage !== null || parent !== null || mistakes.length > 0,
    feed: { path: `/${article.slug}/forum/feed.atom`, title: say('forum.feed.of', { title: name }) },
  });
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

interface FormSection extends ForumView {
  readonly say: Say;
  readonly parent: Html | null;
}

function formSection({ article, forum, typed, mistakes, say, parent }: FormSection): Html {
  if (forum.mode === 'closed') return html`<p class="notice">${say('forum.notice.closed')}</p>`;
  return html`<section id="contribute"><h2>${say('forum.contribute')}</h2>
<p class="notice">${say(`forum.notice.${forum.mode}`)}</p>
${parent ? html`<p class="facts">${say('forum.answered')}</p><div class="answered">${parent}</div>` : ''}
${contributionForm({ slug: article.slug, say, mode: forum.mode, typed, mistakes, button: 'forum.preview' })}
${privacyNote(say)}</section>`;
}

export function passageView(passage: Passage, { slug, metadata }: Article, say: Say, language: Language): Html {
  const way = passage.isCurrent ? `/${slug}#${passage.id}` : `/${slug}/${passage.number}#${passage.id}`;
  return html`<blockquote class="passage"${languageAttributes(metadata.language, language)}><p>${passage.text}</p></blockquote>
${passage.isCurrent ? '' : html`<p class="facts">${say('forum.passage.gone', { number: passage.number })}</p>`}
<p class="facts"><a href="${way}">${say('forum.passage.read')}</a></p>`;
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
