import { Refusal } from '#domain/refusal.ts';
import type { Result } from '#domain/result.ts';
import type { Comparison } from '#text/compare-trees.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { work } from '../work.ts';
import { readRevisionFiles } from './published.ts';

/** Two published revisions of a text, word by word; null when one of them is not to be read. */
export async function readComparison(
  context: Context,
  { slug, from, to }: { readonly slug: string; readonly from: number; readonly to: number },
): Promise<Comparison | null> {
  const before = await readRevisionFiles(context, { slug, number: from });
  const after = await readRevisionFiles(context, { slug, number: to });
  if (!before || !after) return null;
  const compared = await work(context, 'compare', { from: before.source, to: after.source });
  // Nothing a reader could do otherwise: the two texts are too long to be compared.
  if (!compared.ok) throw new Refusal('too-large');
  return compared.value;
}

/** Two states that are on the desk: theirs and mine, the published and the next. */
export async function compareSources(
  context: Context,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Result<Comparison>> {
  authorise(context, 'desk.read');
  return work(context, 'compare', { from, to });
}
