import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';
import type { Token } from '../text/token.ts';
import { misreadingOdds } from '../words/misreading-odds.ts';
import { type Sides, sidesOf } from '../words/neighbours.ts';
import { isOldSpelling } from '../words/old-spelling.ts';
import { type Rival, rivalsOf } from '../words/rivals.ts';

// In natural logarithms. From EVEN on a question is worth asking of a clean text; below LEAST_ODDS of none.
const EVEN = -1.7;
const LEAST_ODDS = -3.2;
/** Where both sides were seen as often as this, nothing is asked. */
const WELL_KNOWN = 5;
/** Beside neighbours seen as often as this, a rarer kind of mistake is not thought of. */
const AT_HOME = 3;
const ROMAN = /^(?:x{0,3}(?:ix|iv|v?i{1,3})|x{1,3}v?)$/;

/** A word that exists, but hardly there: “he” for “be”, “arc” for “are”, “Rut” for “But”. */
export const confusedWord: Check = {
  code: 'confused-word',
  area: 'words',
  *find(text) {
    for (let index = 0; index < text.tokens.length; index++) {
      const token = text.tokens[index]!;
      if (!isAsked(text, token, index)) continue;
      const question = ask(text, token, index);
      if (question) yield question;
    }
  },
};

function isAsked({ words, foreign, text }: ProofText, token: Token, index: number): boolean {
  if (token.kind !== 'word' || foreign[index] === 1 || words.word(token.hash) < 0) return false;
  if (ROMAN.test(token.lower)) return false;
  if (token.shape === 'lower') return token.lower.length > 1 && text[token.end] !== '-' && token.gap !== 'hyphen';
  return token.shape === 'title' && token.gap === 'stop' && token.lower.length > 2;
}

function ask(text: ProofText, token: Token, index: number): Question | null {
  const { words, counts } = text;
  const sides = sidesOf(text, index);
  const seen = [words.pair(sides.left, token.hash), words.pair(token.hash, sides.right)] as const;
  if (Math.min(...seen) >= WELL_KNOWN) return null;
  const read = {
    hash: token.hash,
    length: token.lower.length,
    beginsSentence: token.shape === 'title',
    elsewhere: (counts.get(token.lower) ?? 1) - 1,
  };
  let best: { readonly word: string; readonly odds: number } | null = null;
  for (const rival of rivals(words, token, Math.max(...seen) < AT_HOME)) {
    if (!isThinkable(words, sides, rival.hash, seen)) continue;
    if (isOldSpelling(token.lower, rival.word) || isSameBare(token.lower, rival.word)) continue;
    const odds = misreadingOdds(words, sides, { read, rival, rivalElsewhere: counts.get(rival.word) ?? 0 });
    if (odds > (best?.odds ?? LEAST_ODDS)) best = { word: rival.word, odds };
  }
  if (best === null) return null;
  const suggestion = token.shape === 'title' ? best.word.slice(0, 1).toUpperCase() + best.word.slice(1) : best.word;
  return {
    start: token.start,
    end: token.end,
    suggestion,
    confidence: Math.min(0.92, 0.5 + (best.odds - EVEN) * 0.12),
    evidence: {
      word: token.text,
      meant: suggestion,
      before: text.tokens[index - 1]?.text ?? '',
      after: text.tokens[index + 1]?.text ?? '',
    },
  };
}

/** Seen with one neighbour at least, and on the whole no less than what stands there. */
function isThinkable(
  words: ProofText['words'],
  { left, right }: Sides,
  hash: number,
  [readLeft, readRight]: readonly [number, number],
): boolean {
  const [rivalLeft, rivalRight] = [words.pair(left, hash), words.pair(hash, right)];
  if (rivalLeft < 0 && rivalRight < 0) return false;
  return rivalLeft + rivalRight >= readLeft + readRight - 2;
}

function rivals(words: ProofText['words'], token: Token, unseen: boolean): readonly Rival[] {
  const { misread, slipped } = rivalsOf(words, token.shape === 'title' ? token.text : token.lower);
  return unseen ? [...misread, ...slipped()] : misread;
}

/** “piège” and “piége” are one word, written so at two times. */
function isSameBare(word: string, other: string): boolean {
  return word.length > 3 && bare(word) === bare(other);
}

const bare = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');
