import { Refusal } from '#domain/refusal.ts';
import { findPassage, readArticle } from '#operations/reads/published.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { citePage } from '../../views/cite.ts';
import { siteOf } from '../../views/site.ts';
import { findText, revisionNumber } from './find-text.ts';
import { findParagraph } from './paragraph-number.ts';

/** How to cite a revision, or one paragraph of it: named by its id, as links do, or by the number in its margin, as people do. */
export async function citeText(visit: Visit): Promise<Answer> {
  const { context, query } = visit;
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const written = query.get('revision');
  const number = written === null ? undefined : revisionNumber(written);
  const article = await readArticle(context, { slug: found.slug, ...(number ? { number } : {}) });

  if (!article) throw new Refusal('not-found');
  const asked = (query.get('paragraph') ?? '').trim();
  const paragraph = asked === '' ? null : findParagraph(article.bodyHtml, asked);
  const passage =
    asked !== '' && paragraph === null ? await findPassage(context, { slug: found.slug, id: asked }) : null;
  const elsewhere = passage === null || passage.number === article.number ? null : passage.number;
  const inputs = { article, asked, paragraph, elsewhere, withRevision: number !== undefined };
  return { kind: 'html', shared: true, html: citePage({ site: siteOf(visit), ...inputs }) };
}
