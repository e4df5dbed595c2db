import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';
import { bits } from '../words/neighbours.ts';
import { leftKey, rightKey } from '../words/pair-keys.ts';

/** Both words must be of the commonest, and the order that is meant must have been seen throughout. */
const COMMON = 11;
const LEAST_GAIN = 11;
const SUBJECT = /^(?:i|you|he|she|it|we|they|there|this|that|je|tu|il|elle|on|nous|vous|ils|elles|ce)$/;
const UNSEEN = -1.5;

/** Two small words in the wrong order: “But if even it does”. */
export const swappedWords: Check = {
  code: 'swapped-words',
  area: 'words',
  *find(text) {
    const { tokens, foreign } = text;
    for (let index = 1; index + 1 < tokens.length; index++) {
      if (foreign[index] === 1 || tokens[index + 1]!.gap !== 'space') continue;
      const question = ask(text, index);
      if (question) yield question;
    }
  },
};

function ask({ tokens, words, text }: ProofText, index: number): Question | null {
  const first = tokens[index]!;
  const second = tokens[index + 1]!;
  if (first.shape !== 'lower' || second.shape !== 'lower' || first.lower === second.lower) return null;
  // A question turns verb and subject round.
  if (SUBJECT.test(first.lower) || SUBJECT.test(second.lower)) return null;
  if (words.word(first.hash) < COMMON || words.word(second.hash) < COMMON) return null;
  const isName = () => false;
  const left = leftKey(tokens, index, isName);
  const right = rightKey(tokens, index + 1, isName);
  const middle = words.pair(second.hash, first.hash);
  const meant = [words.pair(left, second.hash), middle, words.pair(first.hash, right)];
  if (meant.some((seen) => seen < 2)) return null;
  const read = [words.pair(left, first.hash), words.pair(first.hash, second.hash), words.pair(second.hash, right)];
  const gain = sum(meant) - sum(read);
  if (gain < LEAST_GAIN) return null;
  const suggestion = `${second.text} ${first.text}`;
  return {
    start: first.start,
    end: second.end,
    suggestion,
    confidence: Math.min(0.8, 0.5 + (gain - LEAST_GAIN) * 0.03),
    evidence: { words: text.slice(first.start, second.end), meant: suggestion },
  };
}

const sum = (classes: readonly number[]) =>
  classes.reduce((total, seen) => total + (seen < 0 ? UNSEEN : bits(seen)), 0);
