import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';

const LEAST_LENGTH = 100;
/** Without another stop in it, a paragraph as short may be a title; in marks of quotation, a shorter one. */
const LEAST_SENTENCE = 250;
const LEAST_SPEECH = 180;
const SPEECH = /^[“«]\s?\p{Lu}.*[”»]$/u;

/** A paragraph of sentences whose last one has no stop. */
export const missingStop: Check = {
  code: 'missing-stop',
  area: 'structure',
  *find({ text, paragraphs }: ProofText) {
    for (let index = 0; index < paragraphs.length; index++) {
      const { start, end, kind } = paragraphs[index]!;
      const next = paragraphs[index + 1];
      const words = text.slice(start, end);
      if (kind !== 'prose' || words.length < LEAST_LENGTH || next?.kind === 'verse' || words.includes('\n')) continue;
      if (/[.!?…][”»]?\s?\([^()]*\)$/.test(words)) continue;
      const quoted = /[\p{L}\d][”»]$/u.test(words);
      // The last paragraph of an excerpt may break off, but not inside a quotation that is closed.
      if (next === undefined && !quoted) continue;
      if (
        !/[\p{Ll}\d][”»’)]?$/u.test(words) ||
        (next !== undefined && !/^[“«"‘(—–-]?\s?\p{Lu}/u.test(text.slice(next.start, next.start + 3)))
      )
        continue;
      if (!/[.!?]/.test(words.slice(0, -1)) && words.length < (SPEECH.test(words) ? LEAST_SPEECH : LEAST_SENTENCE))
        continue;
      yield {
        start: end - 1,
        end,
        suggestion: SPEECH.test(words) ? `.${text[end - 1]}` : `${text[end - 1]}.`,
        confidence: /[”»]$/.test(words) ? 0.6 : 0.82,
        evidence: { words: words.slice(-30) },
      };
    }
  },
};
