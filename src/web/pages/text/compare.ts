import { Refusal } from '#domain/refusal.ts';
import { readComparison } from '#operations/reads/comparison.ts';
import { readArticle } from '#operations/reads/published.ts';
import type { Answer } from '../../http/answer.ts';
import type { Visit } from '../../http/route.ts';
import { comparePage } from '../../views/compare.ts';
import { siteOf } from '../../views/site.ts';
import { findText, revisionNumber } from './find-text.ts';

/** `/<slug>/compare/2..3`: what changed between two revisions, in either order. */
export async function compare(visit: Visit): Promise<Answer> {
  const { context, params } = visit;
  const [from, to] = rangeOf(params.range);
  const found = await findText(visit);
  if (found.kind === 'elsewhere') return found.answer;
  const { slug } = found;
  const text = await readArticle(context, { slug });
  if (text === null) throw new Refusal('not-found');
  const { metadata, revisions } = text;
  if (![from, to].every((number) => revisions.some((revision) => revision.number === number))) {
    throw new Refusal('not-found');
  }
  const inputs = { slug, metadata, from, to };
  // Costly for long texts, and done on a thread: only when the page is not there already.
  const render = async () => {
    const comparison = await readComparison(context, { slug, from, to });
    if (comparison === null) throw new Refusal('not-found');
    return comparePage({ site: siteOf(visit), ...inputs, comparison });
  };
  return { kind: 'pressed', lasting: true, path: `/${slug}/compare/${from}..${to}`, inputs, render };
}

function rangeOf(written: string | undefined): readonly [number, number] {
  const [from, to, ...more] = (written ?? '').split('..');
  if (more.length > 0) throw new Refusal('not-found');
  return [revisionNumber(from), revisionNumber(to)];
}
