import { Refusal } from '#domain/refusal.ts';
import { latestPublications } from '#operations/reads/feed.ts';
import { findTerm } from '#operations/reads/library.ts';
import type { Answer } from '../../http/answer.ts';
import type { Page, Visit } from '../../http/route.ts';
import { atomFeed } from '../../views/atom.ts';
import { siteOf } from '../../views/site.ts';
import type { Way } from '../../views/ways.ts';

const ENTRIES = 30;
const ATOM = 'application/atom+xml; charset=utf-8';

/** Everything published, latest first. */
export async function siteFeed(visit: Visit): Promise<Answer> {
  const entries = await latestPublications(visit.context, { by: { kind: 'all' }, limit: ENTRIES });
  const site = siteOf(visit);
  const render = () => atomFeed({ site, entries, title: site.name, path: '/feed.atom', page: '/' });
  return { kind: 'pressed', path: '/feed.atom', inputs: entries, contentType: ATOM, render };
}

/** The same of one author, one collection … */
export const termFeed =
  (way: Way): Page =>
  async (visit: Visit): Promise<Answer> => {
    const { context, params } = visit;
    const slug = params.name ?? '';
    const term = await findTerm(context, { kind: way.kind, slug });
    if (term === null) throw new Refusal('not-found');
    const entries = await latestPublications(context, { by: { kind: way.kind, slug }, limit: ENTRIES });
    const site = siteOf(visit);
    const page = `/${way.folder}/${slug}`;
    const path = `${page}/feed.atom`;
    const render = () => atomFeed({ site, entries, title: `${term.name} · ${site.name}`, path, page });
    return { kind: 'pressed', path, inputs: [term, entries], contentType: ATOM, render };
  };
