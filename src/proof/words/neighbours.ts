import type { ProofText } from '../text/proof-text.ts';
import type { Token } from '../text/token.ts';
import type { LanguageWords } from './language-words.ts';
import { bitsOfMark, leftKey, rightKey } from './pair-keys.ts';

/** What stands on the two sides of a word, and how common each is, in bits. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  readonly leftBits: number;
  readonly rightBits: number;
}

/** The keys on the two sides of a word, to be asked about with several words. */
export function sidesOf({ tokens, words }: Pick<ProofText, 'tokens' | 'words'>, index: number): Sides {
  const isName = (token: Token) => token.gap !== 'stop' && words.word(token.hash) < 0;
  const left = leftKey(tokens, index, isName);
  const right = rightKey(tokens, index, isName);
  return { left, right, leftBits: bitsOf(words, left), rightBits: bitsOf(words, right) };
}

/** Binary logarithm of the words the counts were made of. */
const CORPUS_BITS = 22.5;
const COMMON_MARK_BITS = 18;
/** What a pair never seen is worth, of what chance alone would make of it. */
const CHANCE_BITS = -2.5;

/**
 * How likely a word is between its neighbours, in bits: how often it was seen with each, against how often it was seen.
 * A pair never seen says little of a rare word, and much of a common one.
 */
export function fitOf(words: LanguageWords, sides: Sides, hash: number): number {
  const own = bits(Math.max(words.word(hash), 0));
  const left = seen(leftClass(words, sides, hash), own + sides.leftBits - CORPUS_BITS + CHANCE_BITS);
  const right = seen(words.pair(hash, sides.right), own + sides.rightBits - CORPUS_BITS + CHANCE_BITS);
  return left + right - own;
}

/** True where a word stands beside a neighbour less often than chance would put it there: grammar forbids it (“the but”). */
export function isShunned(words: LanguageWords, sides: Sides, hash: number): boolean {
  const own = bits(Math.max(words.word(hash), 0));
  const shunned = (countClass: number, neighbour: number) =>
    Math.max(0, bits(countClass)) < own + neighbour - CORPUS_BITS;
  return (
    shunned(words.pair(sides.left, hash), sides.leftBits) || shunned(words.pair(hash, sides.right), sides.rightBits)
  );
}

/** A dictionary begins a sentence with any word once: at a sentence's beginning that proves nothing. */
function leftClass(words: LanguageWords, { left, leftBits }: Sides, hash: number): number {
  const found = words.pair(left, hash);
  return found === 1 && leftBits > COMMON_MARK_BITS ? -1 : found;
}

function seen(countClass: number, chance: number): number {
  const least = Math.max(-24, Math.min(chance, 0));
  return countClass < 1 ? least : Math.max(least, bits(countClass));
}

function bitsOf(words: LanguageWords, key: number): number {
  return bitsOfMark(key) ?? bits(Math.max(words.word(key), 0));
}

/** The binary logarithm of a count, from its class. */
export const bits = (countClass: number) => countClass - 0.5;

/** How often a word was seen with its two neighbours, as a sum of classes; a side never seen counts less than nothing. */
export function seenBeside(words: LanguageWords, sides: Sides, hash: number): number {
  const left = words.pair(sides.left, hash);
  const right = words.pair(hash, sides.right);
  return (left < 0 ? -2 : left) + (right < 0 ? -2 : right);
}
