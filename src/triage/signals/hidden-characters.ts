import { countHidden } from '../count-hidden.ts';
import type { Signal } from '../signal.ts';

const MANY = 5;

/** They have their use, but hardly in what is typed into a form. */
export const hiddenCharacters: Signal = {
  code: 'hidden-characters',
  weigh: ({ raw, circumstances }) => {
    const count = Math.max(countHidden(raw), circumstances.hiddenCharacters);
    return count === 0 ? null : { weight: count < MANY ? 1 : 2, values: { count } };
  },
};
