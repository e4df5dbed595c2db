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
  const words = all.filter(hasLetter);
  if (words.length === 0) return `e${base36(hashOf(folded.replace(/\s+/g, '')))}`;
  if (words.length <= FEWEST_PAIRS) return `w${base36(hashOf([...new Set(words)].sort().join(' ')))}`;
  const least = Array.from({ length: HASHES }, (_, seed) => leastOfPairs(words, seed + 2));
  return `p${least.map(base36).join('')}`;
}

/** Nearly every word begins with one of these, and need not be searched. */
const hasLetter = (word: string) => (word >= 'a' && word < '{') || /\p{L}/u.test(word);

/** Each pair as if it were one string, which is not made. */
function leastOfPairs(words: readonly string[], seed: number): number {
  let least = 0xffffffff;
  for (let at = 1; at < words.length; at++) {
    const before = hashOn(hashStart(seed), words[at - 1]!);
    least = Math.min(least, hashEnd(hashOn(hashOn(before, ' '), words[at]!)));
  }
  return least;
}

const base36 = (hash: number) => hash.toString(36).padStart(7, '0');

const hashOf = (text: string) => hashEnd(hashOn(hashStart(1), text));

const hashStart = (seed: number) => 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);

function hashEnd(hash: number): number {
  let state = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
