// How likely it is that a common word was misread as the one that stands there, from what is seen beside each of them.
// The weights are those of a logistic regression over the labelled halves of both languages, with every text left out once (`bench/proof.ts` measures them).
import type { LanguageWords } from './language-words.ts';
import { bits, CHANCE_BITS, CORPUS_BITS, type Sides, shunnedBits } from './neighbours.ts';
import type { Rival } from './rivals.ts';

const WEIGHT = {
  always: -4.74,
  french: -1.06,
  /** For each bit by which the rival is oftener seen beside the neighbour. */
  left: 0.27,
  right: 0.24,
  /** The word read was never seen beside the neighbour. */
  unseenLeft: 0.45,
  unseenRight: 0.92,
  /** For each bit, up to four, of the word read beside its neighbour. */
  readLeft: 0.07,
  readRight: 0.08,
  cost: -3.2,
  /** For each bit, up to five, by which grammar keeps the rival away. */
  shunned: -0.45,
  short: 0.98,
  long: -0.69,
  /** Set by hand: the labelled texts hold no misread beginning of a sentence, so fitting would forbid them. */
  beginning: -1.5,
  /** For each doubling of how often the text has the word elsewhere. */
  readElsewhere: -0.54,
  rivalElsewhere: 0.106,
} as const;
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

/** Natural logarithm of the odds that `rival` was meant. */
export function misreadingOdds(
  words: LanguageWords,
  sides: Sides,
  { read, rival, rivalElsewhere }: { readonly read: ReadWord; readonly rival: Rival; readonly rivalElsewhere: number },
): number {
  const [is, meant] = [besideOf(words, sides, read.hash), besideOf(words, sides, rival.hash)];
  return (
    WEIGHT.always +
    WEIGHT.left * (meant.left - is.left) +
    WEIGHT.right * (meant.right - is.right) +
    WEIGHT.readLeft * Math.min(is.left, MOST_BITS) +
    WEIGHT.readRight * Math.min(is.right, MOST_BITS) +
    WEIGHT.cost * rival.cost +
    WEIGHT.readElsewhere * Math.log2(1 + read.elsewhere) +
    WEIGHT.rivalElsewhere * Math.log2(1 + rivalElsewhere) +
    (words.language === 'fr' ? WEIGHT.french : 0) +
    (leftClass(words, sides, read.hash) < 0 ? WEIGHT.unseenLeft : 0) +
    (words.pair(read.hash, sides.right) < 0 ? WEIGHT.unseenRight : 0) +
    (read.length <= SHORT ? WEIGHT.short : 0) +
    (read.length >= LONG ? WEIGHT.long : 0) +
    (read.beginsSentence ? WEIGHT.beginning : 0) +
    WEIGHT.shunned * Math.min(MOST_SHUNNED, shunnedBits(words, sides, rival.hash))
  );
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
