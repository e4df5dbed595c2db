import { fold } from '../fold.ts';
import { splitLinks } from '../links.ts';
import type { Signal } from '../signal.ts';

/** A name with an address in it is an advertisement. */
export const name: Signal = {
  code: 'name',
  weigh: ({ submission }) => {
    const [link] = splitLinks(fold(submission.name.slice(0, 400))).links;
    return link === undefined ? null : { weight: 1.5, values: { words: link.words.slice(0, 80) } };
  },
};
