import { Refusal } from '#domain/refusal.ts';
import { readForum } from '#operations/reads/forum.ts';
import { type Article, readArticle } from '#operations/reads/published.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { articlePage } from '../../views/article.ts';
import { siteOf } from '../../views/site.ts';
import { findText, revisionNumber } from './find-text.ts';
import { mementoHeaders, originalHeaders, timeGate } from './memento.ts';

const QUIET = 200;

/** `/<slug>`: the text as it stands now; with Accept-Datetime, the way to how it stood then. */
export async function currentArticle(visit: Visit): Promise<Answer> {
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const article = await existing(visit, found.slug);
  const site = siteOf(visit);
  const gate = timeGate({ article, publicUrl: site.publicUrl, wanted: visit.headers['accept-datetime'] });
  if (gate) return gate;
  const forum = await readForum(visit.context, { textId: found.textId, page: 1 });
  return {
    kind: 'pressed',
    // The smallest form is worth its time until the forum is a busy one.
    lasting: forum.total <= QUIET,
    path: `/${found.slug}`,
    inputs: [article, forum],
    headers: originalHeaders(article, site.publicUrl),
    render: () => articlePage({ site, article, permanent: false, forum }),
  };
}

/** `/<slug>/<n>`: a revision, for ever. */
export async function revisionArticle(visit: Visit): Promise<Answer> {
  const number = revisionNumber(visit.params.number);
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const article = await existing(visit, found.slug, number);
  const site = siteOf(visit);
  return {
    kind: 'pressed',
    lasting: true,
    path: `/${found.slug}/${number}`,
    inputs: [article, 'permanent'],
    headers: mementoHeaders(article, site.publicUrl),
    render: () => articlePage({ site, article, permanent: true, forum: null }),
  };
}

async function existing({ context }: Visit, slug: string, number?: number): Promise<Article> {
  const article = await readArticle(context, number === undefined ? { slug } : { slug, number });
  if (article === null) throw new Refusal('not-found');
  return article;
}
