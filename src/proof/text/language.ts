import type { ProofLanguage } from '../words/language-words.ts';

const SMALL_WORDS: Readonly<Record<ProofLanguage, ReadonlySet<string>>> = {
  en: new Set(
    'the of and to in that is was he for it with his be at by had not are but from they which this have were'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les de des et un une du est que qui dans il ne pas pour ce par sur au avec se son sa ses plus cette'.split(
      ' ',
    ),
  ),
};
const ENOUGH_LETTERS = 20_000;

/** English or French, by which small words are more; English where neither is. */
export function guessLanguage(text: string): ProofLanguage {
  let french = 0;
  for (const [word] of text
    .slice(0, ENOUGH_LETTERS)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    if (SMALL_WORDS.fr.has(word)) french++;
    else if (SMALL_WORDS.en.has(word)) french--;
  }
  return french > 0 ? 'fr' : 'en';
}
