import type { Signal } from '../signal.ts';

/** Turning marks, letters of the tag alphabet, heaps of accents: each has its use, but not in a post of Latin words. */
const DECEIVING =
  /[\u202A-\u202E\u2066-\u2069]|(?<!\u{1F3F4}[\u{E0061}-\u{E007A}]{0,6})[\u{E0001}-\u{E007F}]|(?<=\p{M}{4})\p{M}|[\0-\u0008\u000E-\u001F\u007F]/gu;
/** Between two letters; at a line's end or after a link it comes with copying. */
const WITHIN_WORDS = /(?<=\p{L})[\u200B\u2060\uFEFF\u180E]+(?=\p{L})/gu;

/** Characters that cannot be seen and change what is read; they are taken out of what is kept. */
export const hiddenCharacters: Signal = {
  code: 'hidden-characters',
  weigh: ({ raw }) => {
    const deceiving = raw.match(DECEIVING)?.length ?? 0;
    const within = raw.match(WITHIN_WORDS)?.length ?? 0;
    if (deceiving + within === 0) return null;
    return { weight: (deceiving > 0 ? 1.5 : 0) + (within > 0 ? 1 : 0), values: { count: deceiving + within } };
  },
};
