import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';
import { hashOf } from '../words/hash.ts';
import { languageWords } from '../words/language-words.ts';

const ACCENTED: Readonly<Record<string, string>> = { a: 'àâ', e: 'éèêë', i: 'îï', o: 'ôœ', u: 'ùûü', c: 'ç' };
const COMMON = 4;

/** French words quoted in an English text, without the accent that French has there: “le proces”. */
export const lostAccent: Check = {
  code: 'lost-accent',
  area: 'words',
  *find({ tokens, foreign, language }: ProofText) {
    if (language !== 'en') return;
    const french = languageWords('fr');
    for (let index = 0; index < tokens.length; index++) {
      const { lower, text, start, end, shape, kind } = tokens[index]!;
      if (kind !== 'word' || shape === 'upper' || lower.length < 5 || !standsInFrench(tokens, foreign, index)) continue;
      if (french.word(hashOf(lower)) >= 0 || french.name(hashOf(lower)) >= 0) continue;
      const meant = withAccent(lower).find((word) => french.word(hashOf(word)) >= COMMON);
      if (meant === undefined) continue;
      const suggestion = shape === 'title' ? meant.slice(0, 1).toUpperCase() + meant.slice(1) : meant;
      yield { start, end, suggestion, confidence: 0.7, evidence: { word: text, meant: suggestion } };
    }
  },
};

const FRENCH_BEFORE = /^(?:le|la|les|du|des|de|un|une|au|aux|et|ce|cette|son|sa|d'|l')$/;
const FRENCH_AFTER = /^(?:de|du|des|de la|et|d'|à|au|aux|en)$/;

function standsInFrench(tokens: ProofText['tokens'], foreign: Uint8Array, index: number): boolean {
  const before = tokens[index - 1]?.lower ?? '';
  const after = tokens[index + 1]?.lower ?? '';
  return FRENCH_BEFORE.test(before) && (foreign[index] === 1 || FRENCH_AFTER.test(after));
}

function withAccent(word: string): string[] {
  return [...word].flatMap((letter, at) =>
    [...(ACCENTED[letter] ?? '')].map((accented) => word.slice(0, at) + accented + word.slice(at + 1)),
  );
}
