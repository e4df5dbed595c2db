import { MOST_LOOKED_AT } from './limits.ts';
import { LATIN_FOR } from './look-alikes-data.ts';
import { normalise } from './normalise.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
/** Words copied out of a page still carry its marks. */
const PAGE_MARKS = /<br\s*\/?>|&(amp|lt|gt|quot|#39|nbsp);/g;
/** Nothing in it is composed, piled up, hidden or of another script. */
const ASCII = /^[\t\n\x20-\x7E]*$/;
const LETTERS = /\p{L}+/gu;
const LATIN = /\p{Script=Latin}/u;
const DRESSING = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
/** `s u b s c r i b e`, `f.r.e.e`: one separator between single letters, five of them at least. */
const SPACED_WORD = /(?<![\p{L}\p{N}])\p{L}(?:([ .*_-])\p{L}(?:\1\p{L}){3,})(?![\p{L}\p{N}])/gu;
/** `freeeee` as `free`; the three of an address stay. */
const REPEATED_LETTER = /(?!www\.)(\p{L})\1{2,}/gu;
/** Three units alike, or a letter of two units: without one no letter is repeated, and to ask so takes a third of the time. */
const THRICE = /(.)\1\1|[\uD800-\uDBFF]/s;

/**
 * A text as spam is to be recognised in it, whatever it was dressed in: compatibility forms, accents, look-alike letters of
 * other scripts within a Latin word, spaced letters, repeated letters. Cut at `MOST_LOOKED_AT`. For comparing only; never shown
 * as what somebody wrote.
 *
 * @example fold('Ｓuｂsсribе, S U B S C R I B E') // 'subscribe, subscribe'
 */
export function fold(text: string): string {
  const letters = ASCII.test(text) ? text.slice(0, MOST_LOOKED_AT) : withPlainLetters(text);
  const small = letters.toLowerCase();
  const unmarked = /[<&]/.test(small)
    ? small.replace(PAGE_MARKS, (_, name: string | undefined) => (name === undefined ? ' ' : ENTITIES[name]!))
    : small;
  const joined = unmarked.replace(SPACED_WORD, (word) => word.replace(/[^\p{L}]/gu, ''));
  const sparing = THRICE.test(joined) ? joined.replace(REPEATED_LETTER, '$1$1') : joined;
  return sparing.replace(/[‘’ʼ]/g, "'");
}

function withPlainLetters(text: string): string {
  const bare = normalise(text).normalize('NFKD').slice(0, MOST_LOOKED_AT).replace(/\p{M}/gu, '');
  return isMixed(bare) ? bare.replace(LETTERS, (word) => (isMixed(word) ? toLatin(word) : word)) : bare;
}

/** Words written with two alphabets at once. */
export function mixedWordsOf(text: string): readonly string[] {
  return isMixed(text) ? text.match(LETTERS)!.filter(isMixed) : [];
}

/** Asked of a whole text first: most hold letters of one script, and no word of them need be looked at. */
const isMixed = (text: string) => LATIN.test(text) && DRESSING.test(text);

/** As the Latin word it is taken for. */
function toLatin(word: string): string {
  return [...word].map((letter) => LATIN_FOR.get(letter) ?? letter).join('');
}
