import { LONGEST } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import type { Mistake } from '#domain/result.ts';
import type { TextId } from '#domain/text.ts';
import {
  type Forum,
  readForum,
  readForumMode,
  readPassageForum,
  readShelf,
  readThread,
} from '#operations/reads/forum.ts';
import { type Article, readArticle } from '#operations/reads/published.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { NOTHING_TYPED, type TypedFields } from '../../views/forum/form.ts';
import { forumPage, shelfPage, threadPage } from '../../views/forum/page.ts';
import { forumPath } from '../../views/forum/section.ts';
import { siteOf } from '../../views/site.ts';
import { findText } from '../text/find-text.ts';
import { findParent, findPassageAsked } from './answered.ts';
import { pageNumber } from './page-number.ts';

/** `/<slug>/forum`: a page of the forum and its form; `?paragraph=` what stands by one passage (with `&quote=` the form on some words of it), `?answers=` the form to answer. */
export async function forum(visit: Visit): Promise<Answer> {
  const asked = (name: string) => visit.query.get(name) ?? '';
  const [paragraph, answers] = [asked('paragraph'), asked('answers')];
  const typed = { ...NOTHING_TYPED, paragraph, answers, quote: asked('quote').slice(0, LONGEST.quote) };
  if (paragraph !== '' || answers !== '') return formAnswer(visit, { typed, mistakes: [] });
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const article = await existing(visit, found.slug);
  const page = pageNumber(visit);
  const forum = await readForum(visit.context, { textId: found.textId, page });
  if (page > Math.max(1, forum.pages)) throw new Refusal('not-found');
  const view = { article, forum, mode: forum.mode, typed, mistakes: [], answered: { passage: null, parent: null } };
  return {
    kind: 'pressed',
    path: forumPath(found.slug, page),
    inputs: [inputsOf(article), forum],
    render: () => forumPage({ site: siteOf(visit), ...view }),
  };
}

interface Shown {
  readonly typed: TypedFields;
  readonly mistakes: readonly Mistake[];
}

/** The form with what it is about above it, and what was typed in it. */
export async function formAnswer(visit: Visit, { typed, mistakes }: Shown): Promise<Answer> {
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const { context } = visit;
  const article = await existing(visit, found.slug);
  const passage = await findPassageAsked(context, { article, asked: typed.paragraph });
  const parent = await findParent(context, { textId: found.textId, id: typed.answers });
  const isForm = parent !== null || visit.form !== null || typed.quote !== '';
  const html = forumPage({
    site: siteOf(visit),
    article,
    mode: await readForumMode(context, { textId: found.textId }),
    forum: isForm ? null : await forumAround(visit, { textId: found.textId, blockId: passage?.id ?? null }),
    typed: {
      ...typed,
      paragraph: passage ? String(passage.paragraph ?? passage.id) : typed.paragraph,
      answers: parent?.id ?? '',
    },
    mistakes,
    answered: { passage, parent },
  });
  return { kind: 'html', shared: visit.form === null, status: mistakes.length > 0 ? 422 : 200, html };
}

function forumAround(
  visit: Visit,
  { textId, blockId }: { readonly textId: TextId; readonly blockId: string | null },
): Promise<Forum> {
  const page = visit.form === null ? pageNumber(visit) : 1;
  if (blockId === null) return readForum(visit.context, { textId, page });
  return readPassageForum(visit.context, { textId, blockId, page });
}

/** `/<slug>/forum/shelf`: what is about passages the text has no more. */
export async function shelf(visit: Visit): Promise<Answer> {
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const page = pageNumber(visit);
  const forum = await readShelf(visit.context, { textId: found.textId, page });
  if (forum.shelf === 0 || page > forum.pages) throw new Refusal('not-found');
  const article = await existing(visit, found.slug);
  return {
    kind: 'pressed',
    path: `/${found.slug}/forum/shelf${page === 1 ? '' : `?page=${page}`}`,
    inputs: [inputsOf(article), forum],
    render: () => shelfPage({ site: siteOf(visit), article, forum }),
  };
}

/** `/<slug>/forum/<id>`: a contribution for ever at its address. What waits, was refused or never was answers alike. */
export async function contribution(visit: Visit): Promise<Answer> {
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const id = visit.params.id ?? '';
  const asked = visit.query.has('page') ? pageNumber(visit) : undefined;
  const read = await readThread(visit.context, { textId: found.textId, id, ...(asked ? { page: asked } : {}) });
  if (read === null) throw new Refusal('not-found');
  const article = await existing(visit, found.slug);
  const { thread, page, pages, mode } = read;
  const path = `/${found.slug}/forum/${id}${asked ? `?page=${asked}` : ''}`;
  const view = { article, thread, id, page, pages, isOpen: mode !== 'closed' };
  return {
    kind: 'pressed',
    path,
    inputs: [inputsOf(article), read, asked],
    render: () => threadPage({ site: siteOf(visit), ...view }),
  };
}

export async function existing({ context }: Visit, slug: string): Promise<Article> {
  const article = await readArticle(context, { slug });
  if (article === null) throw new Refusal('not-found');
  return article;
}

/** What the pages of a forum show of their text. */
const inputsOf = ({ slug, metadata, number }: Article) => ({ slug, metadata, number });
