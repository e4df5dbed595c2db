import { listTerms } from '#operations/reads/library.ts';
import type { Answer } from '../../http/answer.ts';
import type { Page, Visit } from '../../http/route.ts';
import { pagePath } from '../../views/paging.ts';
import { siteOf } from '../../views/site.ts';
import { termIndexPage } from '../../views/term-index.ts';
import type { Way } from '../../views/ways.ts';
import { countPages, pageNumber } from './list-page.ts';

const NAMES_A_PAGE = 300;

/** All authors, all collections …, by name. */
export const termIndex =
  (way: Way): Page =>
  async (visit: Visit): Promise<Answer> => {
    const page = pageNumber(visit.query);
    const terms = await listTerms(visit.context, { kind: way.kind, page, pageSize: NAMES_A_PAGE });
    const inputs = { terms, page, pages: countPages(terms.total, page, NAMES_A_PAGE) };
    const path = pagePath(`/${way.folder}`, page);
    return { kind: 'pressed', path, inputs, render: () => termIndexPage({ site: siteOf(visit), way, ...inputs }) };
  };
