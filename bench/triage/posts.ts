import { existsSync } from 'node:fs';
import { readLabelledPosts } from '#cli/labelled-posts.ts';
import type { LabelledPost } from '#triage/measure.ts';
import { SHARED } from '../proof/labelled-text.ts';

/** Null where the data, which is not part of the project, is not there. */
export async function readPosts(name: string): Promise<readonly LabelledPost[] | null> {
  const file = `${SHARED}data/spam/${name}.csv`;
  return existsSync(file) ? await readLabelledPosts(file, Number.POSITIVE_INFINITY, process.stdin) : null;
}

/** Shuffled, for each seed in its own way. */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const mixed = [...items];
  let state = seed * 2654435761;
  for (let at = mixed.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}
