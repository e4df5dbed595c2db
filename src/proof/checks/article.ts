import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';

/** “an hour”, “a one-sided”, “an historical” and “an useful”, as was written, are left alone: the letter does not tell the sound. */
const UNTOLD = /^(?:h|u|eu|ew|one|once|ou|yt|x|s?[fhlmnrsx][^aeiouy])/;

/** “a apple”, “an table”. */
export const article: Check = {
  code: 'article',
  area: 'words',
  *find({ tokens, language, foreign, words }: ProofText) {
    if (language !== 'en') return;
    for (let index = 0; index + 1 < tokens.length; index++) {
      const { lower, shape, start, end } = tokens[index]!;
      const next = tokens[index + 1]!;
      if ((lower !== 'a' && lower !== 'an') || shape === 'upper' || next.gap !== 'space' || foreign[index + 1] === 1)
        continue;
      if (
        next.kind !== 'word' ||
        next.shape !== 'lower' ||
        UNTOLD.test(next.lower) ||
        words.word(next.hash) < 3 ||
        next.lower.length < 3
      )
        continue;
      const vowel = /^[aeiou]/.test(next.lower);
      if (vowel === (lower === 'an')) continue;
      yield {
        start,
        end,
        suggestion: matched(lower === 'a' ? 'an' : 'a', shape),
        confidence: 0.8,
        evidence: { word: next.text },
      };
    }
  },
};

const matched = (word: string, shape: string) =>
  shape === 'lower' ? word : word.slice(0, 1).toUpperCase() + word.slice(1);
