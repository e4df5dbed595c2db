import { fold } from './fold.ts';
import { LONGEST_LOOKED_AT } from './limits.ts';
import { withoutLinks } from './links.ts';
import { wordsOf } from './words.ts';

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
  const words = wordsOf(withoutLinks(fold(text.slice(0, LONGEST_LOOKED_AT)))).filter((word) => /\p{L}/u.test(word));
  if (words.length === 0) return `e${base36(hash(fold(text.slice(0, LONGEST_LOOKED_AT)).replace(/\s+/g, ''), 1))}`;
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
  if (pairs.length < FEWEST_PAIRS) return `w${base36(hash([...new Set(words)].sort().join(' '), 1))}`;
  const least = Array.from({ length: HASHES }, (_, seed) => leastHash(pairs, seed + 2));
  return `p${least.map(base36).join('')}`;
}

function leastHash(pairs: readonly string[], seed: number): number {
  return pairs.reduce((least, pair) => Math.min(least, hash(pair, seed)), 0xffffffff);
}

const base36 = (hash: number) => hash.toString(36).padStart(7, '0');

function hash(text: string, seed: number): number {
  let state = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
