import { listTerms, listTexts } from '#operations/reads/library.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { homePage } from '../../views/home.ts';
import { pagePath } from '../../views/paging.ts';
import { siteOf } from '../../views/site.ts';
import { countPages, PAGE_SIZE, pageNumber } from './list-page.ts';

const MOST_TERMS = 24;

export async function home(visit: Visit): Promise<Answer> {
  const { context, query } = visit;
  const page = pageNumber(query);
  const [texts, collections, authors] = await Promise.all([
    listTexts(context, { by: { kind: 'all' }, order: 'newest', page, pageSize: PAGE_SIZE }),
    listTerms(context, { kind: 'collection', page: 1, pageSize: MOST_TERMS }),
    listTerms(context, { kind: 'author', page: 1, pageSize: MOST_TERMS }),
  ]);
  const inputs = { texts, collections, authors, page, pages: countPages(texts.total, page) };
  return {
    kind: 'pressed',
    path: pagePath('/', page),
    inputs,
    render: () => homePage({ site: siteOf(visit), ...inputs }),
  };
}
