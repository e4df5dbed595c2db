import type { Token } from '../text/token.ts';
import { hashOf } from './hash.ts';
import type { LanguageWords } from './language-words.ts';

const PREFIXES = {
  en: /^(?:un|non|re|over|under|out|fore|mis|anti|counter|semi|ultra|super|sub|inter|pre|self|half|mid|ex|co|dis|in)(?=\w{5})/,
  fr: /^(?:re|ré|r|in|im|dé|dés|sur|sous|anti|contre|non|mi|demi|ex|co|inter|pré|super|ultra|semi|néo|auto|archi|trans)(?=[\p{L}]{4})/u,
} as const;
const SUFFIXES = {
  en: /(?<=\w{4})(?:ness|nesses|less|like|ship|ships|wise|wards?|isms?|ists?|ians?|ly|ers?|ings?|ed|eth|est|s)$/,
  fr: /(?<=[\p{L}]{4})(?:ismes?|istes?|ment|ments|iens?|iennes?|eurs?|s|es|e)$/u,
} as const;
const VERBAL = /(?:ers?|ings?|ed|eth|est)$/;
/** A stem must be at least this common to lend its credit to a derived form. */
const COMMON_STEM = 3;
const LONGEST_WORD = 40;
/** With what each language writes after a numeral: “xixe”, “XIXth”. */
const ROMAN = {
  en: /^(?=[mdclxvi])m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})(?:th|st|nd|rd)?$/,
  fr: /^(?=[mdclxvi])m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})(?:e|er|es|ème)?$/,
} as const;
/** In small letters only small numbers are usual; what is short and has other letters is a scrap: “md”, “mc”. */
const USUAL_ROMAN = /^[ivxl]{2}|^.{4}/;

/** True for a word that needs no question: of the language, of its names, of the site's lexicon, or derived from a common word. */
export function isKnown(token: Token, words: LanguageWords, lexicon: ReadonlyMap<string, string>): boolean {
  const { lower, hash } = token;
  // No word is so long: nothing is to be thought of it.
  if (lower.length > LONGEST_WORD) return true;
  if (token.kind !== 'word') return token.kind === 'number';
  // A capital inside a word is letters misread: “difTerent”.
  if (token.shape === 'mixed' && /^\p{Ll}[^'’]*$/u.test(token.text)) return false;
  if (words.word(hash) >= 0 || lower.length === 1) return true;
  if (token.shape !== 'lower' && (words.name(hash) >= 0 || lexicon.has(lower))) return true;
  if (isContracted(token, words, lexicon)) return true;
  if (words.language === 'en' && isTorn(lower)) return false;
  if (ROMAN[words.language].test(lower) && (token.shape !== 'lower' || USUAL_ROMAN.test(lower))) return true;
  return isDerived(lower, words);
}

/** “Peggott'y”, “Rameses'the”: an apostrophe that leaves out nothing; “d'Artagnan”, “jusqu'au” and “rock'n'roll” are written so. */
export const isTorn = (lower: string) =>
  /^(?!aujourd|quelqu|jusqu|lorsqu|puisqu|presqu|grand|entr)\p{L}{4,}'(?:[aybcfghjkpqw]|\p{L}{3,})$/u.test(lower);

/** “Darwin's”, “o'clock”, “don't”, “seem'd”: the part that counts is known. */
function isContracted({ lower, shape }: Token, words: LanguageWords, lexicon: ReadonlyMap<string, string>): boolean {
  const cut = lower.indexOf("'");
  if (cut < 0) return false;
  const tail = lower.slice(cut + 1);
  if (words.language === 'en' && !/^(?:s|d|ll|re|ve|t|m|st|er|em|n)$/.test(tail)) return false;
  const base = words.language === 'en' ? lower.slice(0, cut) : tail;
  const hash = hashOf(base);
  return (
    words.word(hash) >= 0 ||
    (shape !== 'lower' && (words.name(hash) >= 0 || lexicon.has(base))) ||
    words.word(hashOf(`${base}e`)) >= 0
  );
}

function isDerived(lower: string, { language, word }: LanguageWords): boolean {
  if (lower.length < 6) return false;
  const common = (stem: string) => word(hashOf(stem)) >= COMMON_STEM;
  const bare = lower.replace(PREFIXES[language], '');
  if (bare !== lower && common(bare)) return true;
  const stem = lower.replace(SUFFIXES[language], '');
  // Only a verb takes these: one that the list has with an -s.
  if (language === 'en' && VERBAL.test(lower) && word(hashOf(`${stem}s`)) < 0 && word(hashOf(`${stem}es`)) < 0)
    return false;
  return stem !== lower && (common(stem) || (/(?:ed|ers?|ing|eth|ismes?|istes?)$/.test(lower) && common(`${stem}e`)));
}
