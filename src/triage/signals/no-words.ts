import { fold } from '../fold.ts';
import { LONGEST_LOOKED_AT } from '../limits.ts';
import { withoutLinks } from '../links.ts';
import type { Signal } from '../signal.ts';

/** A post of links, signs or digits alone says nothing to the text. */
export const noWords: Signal = {
  code: 'no-words',
  weigh: ({ submission }) => {
    const rest = withoutLinks(fold(submission.body.slice(0, LONGEST_LOOKED_AT)));
    return /\p{L}/u.test(rest.replaceAll('\uE000', '')) ? null : { weight: 1, values: {} };
  },
};
