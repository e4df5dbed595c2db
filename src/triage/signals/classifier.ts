import { score } from '../score.ts';
import type { Signal } from '../signal.ts';

/** However sure, no more than this: the other signals must be able to speak against it. */
const MOST = 8;
const FEWEST_WORTH_SAYING = 0.1;
const SHOWN = 5;

/** What this site's decisions taught. */
export const classifier: Signal = {
  code: 'classifier',
  weigh: ({ submission, model, body }) => {
    const { logOdds, spam, words } = score(model, submission, body);
    if (logOdds === 0) return null;
    const side = words.filter(
      ({ weight }) => weight > 0 === logOdds > 0 && Math.abs(weight) >= FEWEST_WORTH_SAYING / 10,
    );
    return {
      weight: Math.max(-MOST, Math.min(MOST, logOdds)),
      values: {
        percent: Math.round(spam * 100),
        words: side
          .slice(0, SHOWN)
          .map(({ word }) => word)
          .join(', '),
      },
    };
  },
};
