// How likely it is that a common word was misread as the one that stands there, from what is seen beside each of them.
import type { LanguageWords } from './language-words.ts';
import { MISREADING_WEIGHTS } from './misreading-weights.ts';
import { bits, CHANCE_BITS, CORPUS_BITS, type Sides, shunnedBits } from './neighbours.ts';
import type { Rival } from './rivals.ts';

const MOST_BITS = 4;
const COMMON_MARK_BITS = 18;
const MOST_SHUNNED = 5;
const LEAST_BITS = -6;
const SHORT = 3;
const LONG = 6;

/** The word read, as it stands there. */
export interface ReadWord {
  readonly hash: number;
  readonly length: number;
  readonly beginsSentence: boolean;
  /** How often it stands elsewhere in the text. */
  readonly elsewhere: number;
}

export interface Misreading {
  readonly read: ReadWord;
  readonly rival: Rival;
  /** How often the text has the rival. */
  readonly rivalElsewhere: number;
}

/** What is weighed, each with a weight of its own. */
export type MisreadingTraits = Readonly<Record<keyof typeof MISREADING_WEIGHTS, number>>;

/** Natural logarithm of the odds that `rival` was meant. */
export function misreadingOdds(words: LanguageWords, sides: Sides, misreading: Misreading): number {
  const traits = traitsOf(words, sides, misreading);
  let odds = 0;
  for (const trait of TRAITS) odds += MISREADING_WEIGHTS[trait] * traits[trait];
  return odds;
}

export const TRAITS = Object.keys(MISREADING_WEIGHTS) as readonly (keyof MisreadingTraits)[];

/** What speaks for and against a misreading, as the regression takes it. */
export function traitsOf(
  words: LanguageWords,
  sides: Sides,
  { read, rival, rivalElsewhere }: Misreading,
): MisreadingTraits {
  const [is, meant] = [besideOf(words, sides, read.hash), besideOf(words, sides, rival.hash)];
  return {
    always: 1,
    french: Number(words.language === 'fr'),
    left: meant.left - is.left,
    right: meant.right - is.right,
    unseenLeft: Number(leftClass(words, sides, read.hash) < 0),
    unseenRight: Number(words.pair(read.hash, sides.right) < 0),
    readLeft: Math.min(is.left, MOST_BITS),
    readRight: Math.min(is.right, MOST_BITS),
    cost: rival.cost,
    shunned: Math.min(MOST_SHUNNED, shunnedBits(words, sides, rival.hash)),
    short: Number(read.length <= SHORT),
    long: Number(read.length >= LONG),
    beginning: Number(read.beginsSentence),
    readElsewhere: Math.log2(1 + read.elsewhere),
    rivalCommon: rival.common,
    rivalElsewhere: Math.log2(1 + rivalElsewhere),
  };
}

/** A dictionary begins a sentence with any word once: at a sentence's beginning that proves nothing. */
function leftClass(words: LanguageWords, { left, leftBits }: Sides, hash: number): number {
  const found = words.pair(left, hash);
  return found === 1 && leftBits > COMMON_MARK_BITS ? -1 : found;
}

/** How often a word was seen with each neighbour, in bits; unseen, what chance alone would make of it. */
function besideOf(words: LanguageWords, sides: Sides, hash: number) {
  const own = bits(Math.max(words.word(hash), 0));
  const seen = (countClass: number, neighbour: number) => {
    const chance = own + neighbour - CORPUS_BITS + CHANCE_BITS;
    return countClass >= 1 ? bits(countClass) : Math.max(LEAST_BITS, Math.min(chance, 0));
  };
  return {
    left: seen(leftClass(words, sides, hash), sides.leftBits),
    right: seen(words.pair(hash, sides.right), sides.rightBits),
  };
}
