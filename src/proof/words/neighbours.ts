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
export const CORPUS_BITS = 23;
/** What a pair never seen is worth, of what chance alone would make of it. */
export const CHANCE_BITS = -2.5;

/** By how many bits a word stands beside a neighbour less often than chance would put it there, on its worse side: grammar forbids it (“the but”). */
export function shunnedBits(words: LanguageWords, sides: Sides, hash: number): number {
  const own = bits(Math.max(words.word(hash), 0));
  const shunned = (countClass: number, neighbour: number) =>
    own + neighbour - CORPUS_BITS - Math.max(0, bits(countClass));
  return Math.max(
    0,
    shunned(words.pair(sides.left, hash), sides.leftBits),
    shunned(words.pair(hash, sides.right), sides.rightBits),
  );
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
