import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';

const LEAST_LENGTH = 100;

/** A paragraph of sentences whose last one has no stop. */
export const missingStop: Check = {
  code: 'missing-stop',
  area: 'structure',
  *find({ text, paragraphs }: ProofText) {
    for (let index = 0; index + 1 < paragraphs.length; index++) {
      const { start, end, kind } = paragraphs[index]!;
      const next = paragraphs[index + 1]!;
      const words = text.slice(start, end);
      if (kind !== 'prose' || words.length < LEAST_LENGTH || next.kind === 'verse' || words.includes('\n')) continue;
      if (!/[\p{Ll}\d][”»’)]?$/u.test(words) || !/^[“«"‘(—–-]?\s?\p{Lu}/u.test(text.slice(next.start, next.start + 3)))
        continue;
      if (!/[.!?]/.test(words.slice(0, -1)) && words.length < 250) continue;
      yield {
        start: end - 1,
        end,
        suggestion: `${text.slice(end - 1, end)}.`,
        confidence: /[”»]$/.test(words) ? 0.6 : 0.82,
        evidence: { words: words.slice(-30) },
      };
    }
  },
};
