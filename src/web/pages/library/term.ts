import { Refusal } from '#domain/refusal.ts';
import { findTerm, listTexts } from '#operations/reads/library.ts';
import type { Answer } from '../../http/answer.ts';
import type { Page, Visit } from '../../http/route.ts';
import { pagePath } from '../../views/paging.ts';
import { siteOf } from '../../views/site.ts';
import { termPage } from '../../views/term.ts';
import type { Way } from '../../views/ways.ts';
import { countPages, PAGE_SIZE, pageNumber } from './list-page.ts';

/** The texts of one author, one collection … */
export const termTexts =
  (way: Way): Page =>
  async (visit: Visit): Promise<Answer> => {
    const slug = visit.params.name ?? '';
    const page = pageNumber(visit.query);
    const term = await findTerm(visit.context, { kind: way.kind, slug });
    if (term === null) throw new Refusal('not-found');
    const texts = await listTexts(visit.context, {
      by: { kind: way.kind, slug },
      order: way.order,
      page,
      pageSize: PAGE_SIZE,
    });
    const inputs = { term, texts, page, pages: countPages(texts.total, page) };
    const path = pagePath(`/${way.folder}/${slug}`, page);
    return { kind: 'pressed', path, inputs, render: () => termPage({ site: siteOf(visit), way, ...inputs }) };
  };
