import type { Signal } from '../signal.ts';

/** Nearly the same again: other links or names in one mould. */
export const nearCopies: Signal = {
  code: 'near-copies',
  weigh: ({ circumstances: { exactCopies, nearCopies } }) => {
    const others = nearCopies - exactCopies;
    return others < 1 ? null : { weight: Math.min(3, 0.3 + 0.7 * Math.log2(others)), values: { count: others } };
  },
};
