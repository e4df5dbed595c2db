import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';

/** A shorter line may be a title. */
const LEAST_LENGTH = 40;

/** A sentence cut by a blank line, and a paragraph that ends without a mark. */
export const splitParagraph: Check = {
  code: 'split-paragraph',
  area: 'structure',
  *find({ text, paragraphs }: ProofText) {
    for (let index = 1; index < paragraphs.length; index++) {
      const before = paragraphs[index - 1]!;
      const after = paragraphs[index]!;
      if (before.kind === 'item' || after.kind === 'item') continue;
      if (before.kind === 'verse' || after.kind === 'verse' || before.kind === 'table' || after.kind === 'table')
        continue;
      if (before.end - before.start < LEAST_LENGTH && before.kind === 'heading') continue;
      if (
        !/[\p{L}\p{N},;’-]$/u.test(text.slice(before.end - 1, before.end)) ||
        !/^\p{Ll}/u.test(text.slice(after.start, after.start + 2))
      )
        continue;
      yield {
        start: before.end,
        end: after.start,
        suggestion: ' ',
        confidence: 0.9,
        evidence: { word: text.slice(after.start).split(/\s/, 1)[0] ?? '' },
      };
    }
  },
};
