import { LONGEST_LOOKED_AT } from './limits.ts';

/** Turning marks, letters of the tag alphabet outside a flag, heaps of accents, controls. */
const DECEIVING =
  /[\u202A-\u202E\u2066-\u2069]|(?<!\u{1F3F4}[\u{E0061}-\u{E007A}]{0,6})[\u{E0001}-\u{E007F}]|(?<=\p{M}{4})\p{M}|[\0-\u0008\u000E-\u001F\u007F]/gu;
/** Between two letters; at a line's end or after a link they come with copying. */
const WITHIN_WORDS = /(?<=\p{L})[\u200B\u2060\uFEFF\u180E]+(?=\p{L})/gu;

/**
 * How many characters of what was typed cannot be seen and change what is read or compared. `normalise` takes them out, so
 * they must be counted before. What comes with honest copying (soft hyphens, marks at an edge) does not count.
 */
export function countHidden(typed: string): number {
  const looked = typed.slice(0, LONGEST_LOOKED_AT);
  return (looked.match(DECEIVING)?.length ?? 0) + (looked.match(WITHIN_WORDS)?.length ?? 0);
}
