import { translate } from '#locale/translate.ts';
import { listShown } from '#operations/reads/forum.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { forumFeed } from '../../views/forum/atom.ts';
import { siteOf } from '../../views/site.ts';
import { findText } from '../text/find-text.ts';
import { existing } from './forum.ts';

const ENTRIES = 30;
const ATOM = 'application/atom+xml; charset=utf-8';

/** What was validated lately under any text. */
export async function siteForumFeed(visit: Visit): Promise<Answer> {
  const entries = await listShown(visit.context, { limit: ENTRIES });
  const site = siteOf(visit);
  const title = translate(site.language, 'forum.feed.site', { name: site.name });
  const render = () => forumFeed({ site, title, entries, path: '/forum.atom', page: '/' });
  return { kind: 'pressed', path: '/forum.atom', inputs: entries, contentType: ATOM, render };
}

/** The same of one text. */
export async function textForumFeed(visit: Visit): Promise<Answer> {
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const { metadata } = await existing(visit, found.slug);
  const entries = await listShown(visit.context, { textId: found.textId, limit: ENTRIES });
  const site = siteOf(visit);
  const name = metadata.title ?? translate(site.language, 'text.untitled');
  const title = translate(site.language, 'forum.feed.of', { title: name });
  const page = `/${found.slug}/forum`;
  const path = `${page}/feed.atom`;
  const render = () => forumFeed({ site, title, entries, path, page });
  return { kind: 'pressed', path, inputs: [title, entries], contentType: ATOM, render };
}
