import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';

/** “in Russia it was 168,000”, twice in a paragraph: four words and the figure. */
const WORDS_BEFORE = 4;

/** The same words with the same figure twice in one paragraph, as when the eye of a copyist slips a line. */
export const repeatedClause: Check = {
  code: 'repeated-clause',
  area: 'numbers',
  *find({ tokens, text }: ProofText) {
    let seen = new Map<string, number>();
    let paragraph = -1;
    for (let index = WORDS_BEFORE; index < tokens.length; index++) {
      const token = tokens[index]!;
      if (token.paragraph !== paragraph) {
        paragraph = token.paragraph;
        seen = new Map();
      }
      const first = tokens[index - WORDS_BEFORE]!;
      if (token.kind !== 'number' || first.paragraph !== paragraph) continue;
      const figure = /^[\d.,\u00A0\u202F]*\d/.exec(text.slice(token.start, token.start + 14))?.[0] ?? '';
      if (figure.replace(/\D/g, '').length < 4 || /^(?:1[0-9]|20)\d\d$/.test(figure)) continue;
      const clause = text.slice(first.start, token.start) + figure;
      const end = token.start + figure.length;
      if (seen.has(clause)) yield { start: first.start, end, suggestion: null, confidence: 0.62, evidence: { clause } };
      seen.set(clause, index);
    }
  },
};
