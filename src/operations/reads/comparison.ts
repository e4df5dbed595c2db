import { done, type Result } from '#domain/result.ts';
import type { Comparison } from '#text/compare-trees.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { work } from '../work.ts';
import { readRevisionFiles } from './published.ts';

/** Two published revisions of a text, word by word; null when one of them is not to be read. */
export async function compareRevisions(
  context: Context,
  { slug, from, to }: { readonly slug: string; readonly from: number; readonly to: number },
): Promise<Result<Comparison | null>> {
  authorise(context, 'public');
  const [before, after] = [
    await readRevisionFiles(context, { slug, number: from }),
    await readRevisionFiles(context, { slug, number: to }),
  ];
  if (!before || !after) return done(null);
  return work(context, 'compare', { from: before.source, to: after.source });
}

/** Two states that are on the desk: theirs and mine, the published and the next. */
export async function compareSources(
  context: Context,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Result<Comparison>> {
  authorise(context, 'desk.read');
  return work(context, 'compare', { from, to });
}
