import type { Signal } from '../signal.ts';

const FEWEST_WORDS = 8;
const LARGE_SHARE = 0.4;
const SAME_LINES = 3;

/** One word, sign or line over and over. */
export const repetition: Signal = {
  code: 'repetition',
  weigh: ({ words, folded }) => {
    const [word, count] = mostFrequent(words);
    if (words.length >= FEWEST_WORDS && count / words.length >= LARGE_SHARE) return found(word, count);
    const [line, times] = mostFrequent(
      folded
        .split('\n')
        .map((one) => one.trim())
        .filter((one) => one.length > 3),
    );
    if (times >= SAME_LINES) return found(line.slice(0, 40), times);
    const run = /([^\s\p{L}\p{N}.…_*=-])\1{7,}/u.exec(folded);
    return run === null ? null : found(run[1]!, run[0].length);
  },
};

const found = (words: string, count: number) => ({ weight: 0.8, values: { words, count } });

/** The first of those that come most often. */
function mostFrequent(items: readonly string[]): readonly [string, number] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  let most: readonly [string, number] = ['', 0];
  for (const one of counts) if (one[1] > most[1]) most = one;
  return most;
}
