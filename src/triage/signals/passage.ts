import { fold } from '../fold.ts';
import { LONGEST_LOOKED_AT } from '../limits.ts';
import type { Signal } from '../signal.ts';
import { wordsOf } from '../words.ts';

const SHORTEST_WORD = 5;
const FEWEST_SHARED = 2;

/** Who answers a passage takes up its words. */
export const passage: Signal = {
  code: 'passage',
  weigh: ({ submission, words }) => {
    if (!submission.quote) return null;
    const said = new Set(words);
    const telling = wordsOf(fold(submission.quote.slice(0, LONGEST_LOOKED_AT))).filter(
      (word) => word.length >= SHORTEST_WORD,
    );
    const shared = [...new Set(telling)].filter((word) => said.has(word));
    if (shared.length < FEWEST_SHARED) return null;
    return { weight: -0.5, values: { words: shared.slice(0, 3).join(', ') } };
  },
};
