import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import { isLibrarys } from '../library.ts';
import type { ProofText } from '../text/proof-text.ts';
import type { Token } from '../text/token.ts';
import { endsAbbreviation } from '../words/abbreviations.ts';
import { type Correction, correctionOf } from '../words/corrections.ts';
import { hashOf } from '../words/hash.ts';
import { isKnown, isTorn } from '../words/known.ts';
import { languageWords } from '../words/language-words.ts';
import { oddestLetters } from '../words/letters.ts';
import { sidesOf } from '../words/neighbours.ts';
import { isOldSpelling } from '../words/old-spelling.ts';

const LEAST_SCORE = -4;
/** A loan that another word of the language would fit as well as this, on both sides, is hardly one. */
const WELCOME = 10;
const ORDINAL = /^\p{Nd}+(?:st|nd|rd|th|d|s|er|re|e|ème|es|l|ᵉʳ|ᵉ|ᵈ|bis|ter|[a-z]|mm|cm|km|kg|h)$/u;
const SCRAP = { length: 3, rarest: 5 };
/** What books that break their words at the ends of lines have often, and is nonetheless only the beginning or the end of one. */
const PIECE = {
  en: /^(?:ll|re|st|ing|ed|tion|sion|ness|ous|ch|com|dis|pre|pro|em|na|ne|te|fr)$/,
  fr: /^(?:tion|sion|ment|dis|pré|con|com|ter|ris|tre)$/,
} as const;
const LONGEST_PIECE = 4;
const LATIN = /\p{Script=Latin}/u;
const PARTICLE =
  /^(?:de|la|le|les|du|des|d'|l'|rue|von|van|der|di|della|del|da|el|al|san|santa|saint|sainte|st|mme|mlle|madame|monsieur|mademoiselle|mr|mrs|miss|sir|lord|lady|m|dr|captain|colonel|general|comte|prince|duc)$/;
/** In French, also before a long word with a capital: “la Révloution”. */
const FRENCH_ARTICLE = /^(?:le|la|les|du|des)$/;
const LONG_NAME = 6;
/** A word met this often in a text is the author's. */
const TRUSTED_FROM = 3;

/** A word that no list knows, with the word it may have been; and a word that nothing explains, more softly. */
export const unknownWord: Check = {
  code: 'unknown-word',
  area: 'words',
  *find(text) {
    for (let index = 0; index < text.tokens.length; index++) {
      const token = text.tokens[index]!;
      if (token.kind === 'number' || text.foreign[index] === 1) continue;
      if (isKnown(token, text.words, text.lexicon) && !isScrap(text, index)) continue;
      if ((text.counts.get(token.lower) ?? 0) >= TRUSTED_FROM || isLibrarys(text.library, ownerOf(token.lower)))
        continue;
      if (isExcused(token, index, text)) continue;
      const question = ask(text, token, index);
      if (question) yield question;
    }
  },
};

const ownerOf = (lower: string) => lower.replace(/'s$/, '');

/** “uch”, “oor”, “tion”: a list of words may have it, but so short, so rare or so often a part, and never seen between these neighbours, it is the rest of a longer one. */
function isScrap({ tokens, words, text, language }: ProofText, index: number): boolean {
  const { lower, shape, hash, gap, end } = tokens[index]!;
  if (shape !== 'lower' || lower.length < 2 || lower.length > LONGEST_PIECE || gap === 'hyphen') return false;
  const isRare = lower.length <= SCRAP.length && words.word(hash) <= SCRAP.rarest;
  if (!isRare && !PIECE[language].test(lower)) return false;
  if (words.word(hash) < 0 || /[.'’-]/.test(text[end] ?? '')) return false;
  const { left, right } = sidesOf({ tokens, words }, index);
  return words.pair(left, hash) < 0 && words.pair(hash, right) < 0;
}

function isExcused(token: Token, index: number, { tokens, text, language }: ProofText): boolean {
  const { lower, start, end } = token;
  if (!LATIN.test(lower) || isInside(text, start, end)) return true;
  if (token.kind === 'mixed') return ORDINAL.test(lower) || /^\p{Lu}\p{Nd}+$/u.test(token.text);
  // A name after the particle of another language: “Rue de la Paix”.
  const before = tokens[index - 1]?.lower ?? '';
  if (token.shape !== 'lower' && PARTICLE.test(before))
    return language !== 'fr' || !FRENCH_ARTICLE.test(before) || lower.length < LONG_NAME;
  // An abbreviation (“viz.”, “arr.”), a part of a compound.
  if (lower.length <= 4 && text[token.end] === '.' && endsAbbreviation(text, token.end)) return true;
  return (tokens[index + 1]?.gap === 'hyphen' || token.gap === 'hyphen') && lower.length < 5;
}

function ask(text: ProofText, token: Token, index: number): Question | null {
  const best = correctionOf(text, index);
  if (token.shape === 'lower' && token.kind === 'word' && isLoan(text, token) && (best?.fit ?? 0) < WELCOME)
    return null;
  const { start, end } = token;
  if ((token.shape === 'mixed' && HUMP.test(token.text)) || isTorn(token.lower) || THRICE.test(token.lower))
    return askMisshapen(token, best);
  if (token.shape !== 'lower' && token.kind === 'word' && !/^\p{Ll}/u.test(token.text))
    return askName(text, token, best);
  if (best === null || best.score < LEAST_SCORE) {
    const confidence = strangeness(text, token);
    return { start, end, suggestion: null, confidence, because: 'unexplained', evidence: { word: token.text } };
  }
  if (isOldSpelling(token.lower, best.word.toLowerCase())) return null;
  const confidence = Math.min(0.97, Math.max(0.55, 0.72 + best.score * 0.02));
  return { start, end, suggestion: best.word, confidence, evidence: { word: token.text, meant: best.word } };
}

/** A capital after a small letter, which only some names have: “McGregor”, “DeLeon”, “LaSalle”, “O'Brien”; or two before small ones: “OHver”. */
const HUMP =
  /^(?!(?:Mac|Mc|De|Di|Du|La|Le|Van|Von|Fitz|St|O['’])\p{Lu})(?:\p{Lu}?\p{Ll}+\p{Lu}\p{Ll}*|\p{Lu}{2,}\p{Ll}{2,})$/u;

/** Three of a letter, but for centuries in Roman figures. */
const THRICE = /^(?!.*iii(?:e|ᵉ)?$).*(\p{L})\1\1/u;

/** “EngHsh”, “Peggott’y”: what no word looks like. */
function askMisshapen({ start, end, text: word }: Token, best: Correction | null): Question {
  if (best === null || best.score < LEAST_SCORE)
    return { start, end, suggestion: null, confidence: 0.6, because: 'unexplained', evidence: { word } };
  const suggestion = /^\p{Lu}/u.test(word)
    ? best.word.slice(0, 1).toUpperCase() + best.word.slice(1).toLowerCase()
    : best.word.toLowerCase();
  return { start, end, suggestion, confidence: 0.8, evidence: { word, meant: suggestion } };
}

/** “name@place.org”, “www.place.fr”, “i.e.”, “e.g.”; not “si.dge”, which has a speck in it. */
function isAddress(text: string, at: number): boolean {
  const before = /\S{0,40}$/.exec(text.slice(Math.max(0, at - 40), at))![0];
  const run = before + /^\S{0,40}/.exec(text.slice(at, at + 40))![0];
  return /[@/_\d]|www|\.(?:com|org|net|edu|gov|fr|uk|de|html?|txt|pdf|php)(?!\p{L})|(?<!\p{L})\p{L}\.|\..*\.\S/u.test(
    run,
  );
}

/** Part of an address, or what a wrong encoding left of a word, which is another rule's. */
function isInside(text: string, start: number, end: number): boolean {
  if (/[\p{Ll}]\.$/u.test(text.slice(Math.max(0, start - 2), start)) || /^\.\p{Ll}/u.test(text.slice(end, end + 2)))
    return isAddress(text, start);
  return (
    /[\p{L}\p{N}][.@/_]$|[©¨ªº¬®¯°±²³´µ¶·¸¹€™Ã]$/u.test(text.slice(Math.max(0, start - 2), start)) ||
    /^(?:[.@/_][\p{L}\p{N}]|[ÃÂâ][©¨ª«¬®¯°±²³´µ¶·¸¹º»¼½¾€])/u.test(text.slice(end, end + 2))
  );
}

/** A word that the other language has: a loan, a quotation of one word. */
function isLoan({ language }: ProofText, { lower }: Token): boolean {
  const owner = /^(.+)'s$/.exec(lower)?.[1] ?? lower;
  return owner.length > 3 && languageWords(language === 'en' ? 'fr' : 'en').word(hashOf(owner)) >= 2;
}

/** A word that could be one, in a clean text, is more likely rare than wrong; one that no mouth could say is wrong. */
function strangeness({ words }: ProofText, { lower, kind }: Token): number {
  if (kind === 'mixed') return 0.7;
  const odd = oddestLetters(words, lower);
  return odd < 0 ? 0.68 : odd < 3 ? 0.55 : 0.45;
}

/** A capital hides a name that no list has: only a slip that makes a common word, or a name of this text, is worth a question. */
function askName(
  text: ProofText,
  { start, end, text: word, lower, shape, gap }: Token,
  best: Correction | null,
): Question | null {
  if (best === null || shape === 'mixed' || shape === 'upper' || (text.capitals.get(lower) ?? 0) > 1) return null;
  if (best.cost > (lower.endsWith("'s") ? 0.3 : 0.45) || best.common < (lower.length > 5 ? 3 : 7)) return null;
  const confidence = Math.min(
    0.9,
    0.5 + best.common * 0.03 + (lower.length > 6 ? 0.08 : 0) + (gap === 'stop' ? 0.08 : 0) - best.cost * 0.3,
  );
  return { start, end, suggestion: best.word, confidence, because: 'name', evidence: { word, meant: best.word } };
}
