import { LATIN_FOR } from './look-alikes-data.ts';
import { normalise } from './normalise.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
/** Words copied out of a page still carry its marks. */
const PAGE_MARKS = /<br\s*\/?>|&(amp|lt|gt|quot|#39|nbsp);/g;
/** Written with two alphabets at once. */
export const MIXED_WORD =
  /(?=\p{L}*\p{Script=Latin})(?=\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}])\p{L}+/gu;
/** `s u b s c r i b e`, `f.r.e.e`: one separator between single letters, five of them at least. */
const SPACED_WORD = /(?<![\p{L}\p{N}])\p{L}(?:([ .*_-])\p{L}(?:\1\p{L}){3,})(?![\p{L}\p{N}])/gu;

/**
 * A text as spam is to be recognised in it, whatever it was dressed in: compatibility forms, accents, look-alike letters of
 * other scripts within a Latin word, spaced letters, repeated letters. For comparing only; never shown as what somebody wrote.
 *
 * @example fold('Ｓuｂsсribе, S U B S C R I B E') // 'subscribe, subscribe'
 */
export function fold(text: string): string {
  return normalise(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(MIXED_WORD, toLatin)
    .toLowerCase()
    .replace(PAGE_MARKS, (_, name: string | undefined) => (name === undefined ? ' ' : ENTITIES[name]!))
    .replace(SPACED_WORD, (word) => word.replace(/[^\p{L}]/gu, ''))
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
    .replace(/[‘’ʼ]/g, "'");
}

/** A word of two alphabets, as the Latin one it is taken for. */
export function toLatin(word: string): string {
  return [...word].map((letter) => LATIN_FOR.get(letter) ?? letter).join('');
}
