import type { Signal } from '../signal.ts';

/** The same again: once may be a person’s second try, ten times is a flood. */
export const copies: Signal = {
  code: 'copies',
  weigh: ({ circumstances: { exactCopies } }) =>
    exactCopies < 1
      ? null
      : { weight: Math.min(3, 0.5 + 0.7 * Math.log2(exactCopies)), values: { count: exactCopies } },
};
