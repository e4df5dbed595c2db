import { shareOfCapitals } from '../shape.ts';
import type { Signal } from '../signal.ts';

const FEWEST_LETTERS = 20;
const SHOUTED = 0.6;

/** Capitals, and strings of exclamation marks. */
export const shouting: Signal = {
  code: 'shouting',
  weigh: ({ submission, raw, folded }) => {
    const share = submission.body.length < FEWEST_LETTERS ? 0 : shareOfCapitals(raw);
    const strings = folded.match(/[!¡?]{3,}/g)?.length ?? 0;
    if (share < SHOUTED && strings === 0) return null;
    return {
      weight: (share < SHOUTED ? 0 : 0.6) + Math.min(0.6, 0.3 * strings),
      values: { percent: Math.round(share * 100), count: strings },
    };
  },
};
