import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';

/** Words that announce another, so that no comma or stop can follow them. */
const ANNOUNCING = {
  en: new Set('the a an my our your their whose every'.split(' ')),
  fr: new Set('du des au aux mes tes ses nos vos cet'.split(' ')),
};

/** “the, end”: a mark that came in, or a word that fell out. */
export const noStopAfter: Check = {
  code: 'no-stop-after',
  area: 'marks',
  *find({ text, tokens, language, foreign }: ProofText) {
    for (let index = 0; index < tokens.length; index++) {
      const { lower, shape, end, start, gap } = tokens[index]!;
      if (shape !== 'lower' || !ANNOUNCING[language].has(lower) || foreign[index] === 1 || gap === 'hyphen') continue;
      const next = tokens[index + 1];
      if (next === undefined || !/^[,.;:] /.test(text.slice(end, end + 2)) || text.slice(end, end + 3) === '. .')
        continue;
      // “the, as it were, end” and “his, my, our house” are written so.
      const later = tokens[index + 2];
      if (
        text[end] === ',' &&
        (later?.gap === 'comma' || tokens[index + 3]?.gap === 'comma' || tokens[index + 4]?.gap === 'comma')
      )
        continue;
      yield {
        start,
        end: end + 1,
        suggestion: text.slice(start, end),
        confidence: 0.7,
        evidence: { word: text.slice(start, end), mark: text[end] ?? '' },
      };
    }
  },
};
