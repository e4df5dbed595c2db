import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';
import { hashOf } from '../words/hash.ts';

/** Endings that a long list of words may have as words. */
const ENDING =
  /^(?:ness|ment|ments|tion|tions|sion|sions|ing|ings|ed|ly|ance|ence|able|ible|ous|ism|ist|ity|ties|ful)$/;

/** A space inside a word: “af ternoon”, “the ir”. */
export const splitWord: Check = {
  code: 'split-word',
  area: 'spaces',
  *find(text) {
    for (let index = 1; index < text.tokens.length; index++) {
      const question = ask(text, index);
      if (question) yield question;
    }
  },
};

function ask({ tokens, words, foreign, counts, text }: ProofText, index: number): Question | null {
  const first = tokens[index - 1]!;
  const second = tokens[index]!;
  if (second.gap !== 'space' || second.shape !== 'lower' || first.kind !== 'word' || second.kind !== 'word')
    return null;
  const left = words.word(first.hash);
  const right = ENDING.test(second.lower) ? -1 : words.word(second.hash);
  // Two common words side by side are two words.
  if (left >= 7 && right >= 7) return null;
  if (second.start - first.end !== 1 || text[first.end] !== ' ') return null;
  const joined = first.lower + second.lower;
  const common = Math.max(words.word(hashOf(joined)), (counts.get(joined) ?? 0) > 1 ? 5 : -1);
  if (common < 1 || joined.length < 4) return null;
  const pair = words.pair(first.hash, second.hash);
  // An ending stands beside a word wherever one was cut.
  if (pair >= (right < 0 ? 3 : 1)) return null;
  const rarest = Math.min(left, right);
  // In another language’s passage only a common word that fell apart is one.
  if (foreign[index] === 1 && foreign[index - 1] === 1 && (rarest >= 0 || common < 6)) return null;
  const confidence = confidenceOf(rarest, common, Math.min(first.lower.length, second.lower.length));
  if (confidence === 0) return null;
  const suggestion = first.text + second.text;
  return { start: first.start, end: second.end, suggestion, confidence, evidence: { word: suggestion } };
}

function confidenceOf(rarest: number, common: number, shortest: number): number {
  if (rarest < 0) return common >= 4 ? 0.92 : common >= 2 ? 0.75 : shortest > 2 ? 0.6 : 0;
  if (rarest <= 2) return common >= 5 ? 0.75 : 0;
  return rarest <= 4 && common >= 8 ? 0.6 : 0;
}
