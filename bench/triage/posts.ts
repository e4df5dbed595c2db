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
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = chance(seed, at) % (at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}

/** 32 bits that depend on every bit of both (the last rounds of MurmurHash3). */
function chance(seed: number, at: number): number {
  let state = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
