import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';
import { endsAbbreviation } from '../words/abbreviations.ts';

/** A sentence that begins without its capital: “. so far from”. */
export const lowerAfterStop: Check = {
  code: 'lower-after-stop',
  area: 'words',
  *find({ text, tokens, words, foreign, paragraphs }: ProofText) {
    for (let index = 1; index < tokens.length; index++) {
      const token = tokens[index]!;
      const before = tokens[index - 1]!;
      if (
        token.gap !== 'stop' ||
        token.shape !== 'lower' ||
        token.kind !== 'word' ||
        token.paragraph !== before.paragraph
      )
        continue;
      const gap = text.slice(before.end, token.start);
      if (!/^[.][”"’»)]? $|^(?:\[\d+\])?\. $|^\.\[\d+\] $/.test(gap) || foreign[index] === 1) continue;
      if (endsAbbreviation(text, before.end) || before.shape !== 'lower' || words.word(before.hash) < 1) continue;
      if (paragraphs[token.paragraph]!.kind === 'note') continue;
      // Either the capital was lost, or the stop is none: the question is of both.
      const suggestion = gap + token.text.slice(0, 1).toUpperCase() + token.text.slice(1);
      yield { start: before.end, end: token.end, suggestion, confidence: 0.82, evidence: { word: token.text } };
    }
  },
};
