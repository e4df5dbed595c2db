import { hashOn } from './feature-hash.ts';
import { type Understood, understand } from './understood.ts';

/** Below this a change of one word is a change of meaning: only the same words, in any order, are the same group. */
const FEWEST_PAIRS = 6;
const HASHES = 3;

/**
 * A short string that near duplicates mostly share, for a column with an index: the posts of a flood that differ in links,
 * numbers, case, accents, signs, look-alike letters, and a word here and there.
 *
 * Minhash over pairs of neighbouring words: three hash functions, of each the pair whose hash is least. Two posts agree in
 * each with a chance of the share of pairs they have in common. So one word changed among forty leaves the key in seven
 * cases of ten, among fifteen in half; posts with other words agree in one case of a hundred, all but a few of them short.
 */
export function groupKey(text: string): string {
  return groupKeyOf(understand(text));
}

/** The same for whoever has understood it already. */
export function groupKeyOf({ folded, words: all }: Understood): string {
  const words = all.filter((word) => /\p{L}/u.test(word));
  if (words.length === 0) return `e${base36(hash(1, folded.replace(/\s+/g, '')))}`;
  if (words.length <= FEWEST_PAIRS) return `w${base36(hash(1, [...new Set(words)].sort().join(' ')))}`;
  const least = Array.from({ length: HASHES }, (_, seed) => leastOfPairs(seed + 2, words));
  return `p${least.map(base36).join('')}`;
}

function leastOfPairs(seed: number, words: readonly string[]): number {
  let least = 0xffffffff;
  for (let at = 1; at < words.length; at++) least = Math.min(least, hash(seed, words[at - 1]!, ' ', words[at]!));
  return least;
}

const base36 = (hash: number) => hash.toString(36).padStart(7, '0');

/** Of the pieces as if they were one string, which is not made. */
function hash(seed: number, ...pieces: readonly string[]): number {
  let state = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (const piece of pieces) state = hashOn(state, piece);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
