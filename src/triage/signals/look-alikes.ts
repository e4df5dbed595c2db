import { mixedWordsOf } from '../fold.ts';
import { LATIN_FOR } from '../look-alikes-data.ts';
import type { Signal } from '../signal.ts';

const SHORTEST = 4;
const SHOWN = 3;

/** A Latin word with a letter or two of another alphabet that look the same: nobody types that by mistake. */
export const lookAlikes: Signal = {
  code: 'look-alikes',
  weigh: ({ raw }) => {
    const words = mixedWordsOf(raw.normalize('NFC')).filter(isDisguised);
    if (words.length === 0) return null;
    return {
      weight: Math.min(3, 1 + 0.5 * words.length),
      values: { count: words.length, words: words.slice(0, SHOWN).join(', ').slice(0, 80) },
    };
  },
};

/** `Δx` and `μmol` are science: every foreign letter must be one that passes for a Latin one. */
function isDisguised(word: string): boolean {
  const foreign = [...word].filter((letter) => !/\p{Script=Latin}/u.test(letter));
  return word.length >= SHORTEST && foreign.every((letter) => LATIN_FOR.has(letter));
}
