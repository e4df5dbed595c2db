import type { Signal } from '../signal.ts';

/** Markup this site does not have, or an address spelt for people: made to pass where links are looked for. */
export const hiddenLinks: Signal = {
  code: 'hidden-links',
  weigh: ({ links }) => {
    const hidden = links.filter(({ isHidden }) => isHidden);
    if (hidden.length === 0) return null;
    return {
      weight: Math.min(2.5, 1 + 0.5 * hidden.length),
      values: { count: hidden.length, words: hidden[0]!.words.slice(0, 80) },
    };
  },
};
