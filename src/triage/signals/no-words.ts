import { LINK_SIGN } from '../links.ts';
import type { Signal } from '../signal.ts';

/** A post of links, signs or digits alone says nothing to the text. */
export const noWords: Signal = {
  code: 'no-words',
  weigh: ({ body }) => (/\p{L}/u.test(body.rest.replaceAll(LINK_SIGN, '')) ? null : { weight: 1, values: {} }),
};
