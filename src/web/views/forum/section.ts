import { html } from 'hono/html';
import type { Language } from '#locale/translate.ts';
import type { Forum } from '#operations/reads/forum.ts';
import type { Html } from '../../http/answer.ts';
import { paging } from '../paging.ts';
import type { Site } from '../site.ts';
import type { Surroundings } from './contribution.ts';
import { contributionForm, NOTHING_TYPED } from './form.ts';
import { privacyNote } from './privacy-note.ts';
import { sayIn } from './said.ts';
import { threadList } from './threads.ts';

interface ForumSection {
  readonly site: Site;
  readonly slug: string;
  readonly language: Language;
  readonly forum: Forum;
}

/** The forum under its text: what stands of it, what becomes of what one sends, and the form. The same for everybody. */
export function forumSection({ site, slug, language, forum }: ForumSection): Html {
  const say = sayIn(language);
  const isOpen = forum.mode !== 'closed';
  return html`<section class="forum" id="forum" lang="${language}">
<h2>${say('forum.title')}</h2>
<p class="notice">${say(`forum.notice.${forum.mode}`)}</p>
${
  forum.total > 0
    ? html`<p class="facts">${say('forum.count', { count: forum.total })} · <a href="/${slug}/forum/feed.atom">${say('forum.feed')}</a></p>`
    : ''
}
${shelfNote(forum, { slug, say })}
${threadList(forum, { slug, language, say, underText: true, isOpen })}
${paging({ language, page: 1, pages: forum.pages, pathOf: (page) => forumPath(slug, page), label: 'forum.paging' })}
${
  isOpen
    ? html`<h3 id="contribute">${say('forum.contribute')}</h3>
${contributionForm({ site, slug, say, mode: forum.mode, typed: NOTHING_TYPED, onPassage: false, mistakes: [], button: 'forum.preview' })}
${privacyNote(say)}`
    : ''
}
</section>`;
}

export const forumPath = (slug: string, page: number) =>
  page === 1 ? `/${slug}/forum` : `/${slug}/forum?page=${page}`;

/** What lost its paragraph is not lost. */
export function shelfNote(
  { shelf }: Pick<Forum, 'shelf'>,
  { slug, say }: Pick<Surroundings, 'slug' | 'say'>,
): Html | '' {
  if (shelf === 0) return '';
  return html`<p class="facts">${say('forum.shelf', { count: shelf })} <a href="/${slug}/forum/shelf">${say('forum.shelf.read')}</a></p>`;
}
