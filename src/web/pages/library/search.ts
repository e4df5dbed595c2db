import { searchTexts } from '#operations/reads/search.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { searchPage } from '../../views/search.ts';
import { siteOf } from '../../views/site.ts';
import { countPages, pageNumber } from './list-page.ts';

const LONGEST_QUERY = 200;
const FOUND_A_PAGE = 20;

export async function search(visit: Visit): Promise<Answer> {
  const query = (visit.query.get('q') ?? '').slice(0, LONGEST_QUERY).trim();
  const page = pageNumber(visit.query);
  const found = query === '' ? null : await searchTexts(visit.context, { query, page, pageSize: FOUND_A_PAGE });
  const pages = found === null ? 1 : countPages(found.total, page, FOUND_A_PAGE);
  return { kind: 'html', shared: true, html: searchPage({ site: siteOf(visit), query, found, page, pages }) };
}
