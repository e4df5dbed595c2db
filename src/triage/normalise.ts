/**
 * Text of which nothing is taken out: all of ASCII but the controls, and the letters, quotes and dashes that European
 * languages put beside it. Most posts are nothing else, and are spared eight searches.
 */
const PLAIN = /^[\t\n\x20-\x7E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u20AC]*$/;
const WINDOWS_LINES = /\r\n?/g;
/** Controls other than tab and line end, and separators that end a line unseen. */
const CONTROLS = /[\p{Cc}\u2028\u2029]/gu;
const KEPT_CONTROLS: Readonly<Record<string, string>> = {
  '\n': '\n',
  '\t': '\t',
  '\u0085': '\n',
  '\u2028': '\n',
  '\u2029': '\n',
};
/** Embeddings, overrides and isolates turn what stands around them; the plain marks (U+200E, U+200F, U+061C) only themselves. */
const BIDI = /[\u202A-\u202E\u2066-\u2069]/g;
/** Without width and without a use in running text. The joiners U+200C and U+200D stay: Persian and emoji need them. */
const UNSEEN =
  /[\u00AD\u115F\u1160\u180E\u200B\u2060-\u2065\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]|\u034F|\u17B4|\u17B5|\u180B|\u180C|\u180D/g;
/** Letters of a hidden alphabet, of use only in the flags of England, Scotland and Wales. */
const TAGS = /(\u{1F3F4}[\u{E0061}-\u{E007A}]{2,6}\u{E007F})|[\u{E0000}-\u{E007F}]/gu;
const NONCHARACTERS = /[\p{Noncharacter_Code_Point}\p{Cs}]/gu;
/** More marks on one letter than any language writes. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;

/**
 * The text as it is kept: NFC, plain line ends, without what cannot be seen and could deceive. What a person typed to be
 * read stays, in every script; applied twice it changes nothing more.
 *
 * @example normalise('Cafe\u0301\r\n\u202Egpj') // 'Café\ngpj'
 */
export function normalise(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(NONCHARACTERS, '\uFFFD')
    .replace(WINDOWS_LINES, '\n')
    .replace(CONTROLS, (control) => KEPT_CONTROLS[control] ?? '')
    .replace(BIDI, '')
    .replace(UNSEEN, '')
    .replace(TAGS, (_, flag: string | undefined) => flag ?? '')
    .normalize('NFC')
    .replace(PILED_MARKS, '$1');
}
