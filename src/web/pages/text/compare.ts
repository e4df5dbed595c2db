import { Refusal } from '#domain/refusal.ts';
import { compareRevisions } from '#operations/reads/comparison.ts';
import { readArticle } from '#operations/reads/published.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { comparePage } from '../../views/compare.ts';
import { siteOf } from '../../views/site.ts';
import { findText, revisionNumber } from './find-text.ts';

/** `/<slug>/compare/2..3`: what changed between two revisions, in either order. Done on a thread, and not kept: too many pairs, too few readers. */
export async function compare(visit: Visit): Promise<Answer> {
  const { context, params } = visit;
  const [from, to] = rangeOf(params.range);
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const { slug } = found;
  const text = await readArticle(context, { slug });
  if (text === null) throw new Refusal('not-found');
  const comparison = await compareRevisions(context, { slug, from, to });
  if (comparison.ok && comparison.value === null) throw new Refusal('not-found');
  const html = comparePage({ site: siteOf(visit), text, from, to, comparison });
  return { kind: 'html', shared: true, html, status: comparison.ok ? 200 : 422 };
}

function rangeOf(written: string | undefined): readonly [number, number] {
  const [from, to, ...more] = (written ?? '').split('..');
  if (more.length > 0) throw new Refusal('not-found');
  return [revisionNumber(from), revisionNumber(to)];
}
