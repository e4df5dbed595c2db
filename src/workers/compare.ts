import { type Comparison, compareTrees } from '#text/compare-trees.ts';
import { parseSource } from '#text/parse-source.ts';
import type { CompareArgument } from './tasks.ts';

export function compare({ from, to }: CompareArgument): Comparison {
  return compareTrees({ from: parseSource(from), to: parseSource(to) });
}
