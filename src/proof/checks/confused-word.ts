import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';
import type { Token } from '../text/token.ts';
import { type Misread, misreadings } from '../words/confusions.ts';
import { hashOf } from '../words/hash.ts';
import { sidesOf } from '../words/neighbours.ts';
import { slips } from '../words/slips.ts';

// A noisy channel: how much likelier another word is between these neighbours, against how unlikely the slip is. In bits.
const UNSEEN = -1.7;
const LEAST_GAIN = 9.5;
const COST_BITS = 9;

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
  if (token.shape === 'lower') return token.lower.length > 1 && text[token.end] !== '-' && token.gap !== 'hyphen';
  return token.shape === 'title' && token.gap === 'stop' && token.lower.length > 2;
}

interface Sides {
  readonly left: number;
  readonly right: number;
}

function ask(text: ProofText, token: Token, index: number): Question | null {
  const sides = sidesOf(text, index);
  const { words } = text;
  const left = words.pair(sides.left, token.hash);
  const right = words.pair(token.hash, sides.right);
  if (left >= 2 || right >= 2 || (left >= 0 && right >= 0)) return null;
  const read = bits(left) + bits(right) - bits(words.word(token.hash)) + familiarity(text, token);
  let best: { readonly word: string; readonly gain: number; readonly left: number; readonly right: number } | null =
    null;
  for (const { word, cost } of candidates(text, token, left < 0 && right < 0)) {
    const worth = worthOf(text, sides, word);
    if (worth === null) continue;
    const gain = worth.bits - read - cost * COST_BITS;
    if (gain > LEAST_GAIN && gain > (best?.gain ?? 0)) best = { word, gain, ...worth };
  }
  if (best === null) return null;
  const suggestion = token.shape === 'title' ? best.word.slice(0, 1).toUpperCase() + best.word.slice(1) : best.word;
  const confidence = Math.min(0.92, 0.5 + (best.gain - LEAST_GAIN) * 0.03);
  return {
    start: token.start,
    end: token.end,
    suggestion,
    confidence,
    evidence: { word: token.text, meant: suggestion },
  };
}

function worthOf({ words }: ProofText, sides: Sides, word: string) {
  const hash = hashOf(word);
  const common = words.word(hash);
  if (common < 6) return null;
  const left = words.pair(sides.left, hash);
  const right = words.pair(hash, sides.right);
  if (left < 1 || right < 1) return null;
  return { bits: bits(left) + bits(right) - bits(common), left, right };
}

function* candidates({ language }: ProofText, token: Token, unseen: boolean): Iterable<Misread> {
  const word = token.shape === 'title' ? token.text : token.lower;
  for (const misread of misreadings(word, language)) yield { word: misread.word.toLowerCase(), cost: misread.cost };
  if (unseen && token.lower.length > 3) yield* slips(token.lower, language);
}

/** What a word's own presence elsewhere in the text is worth. */
function familiarity({ counts }: ProofText, { lower }: Token): number {
  const others = (counts.get(lower) ?? 1) - 1;
  return others === 0 ? 0 : 1 + Math.log2(others);
}

/** The binary logarithm of a count, from its class. */
const bits = (countClass: number) => (countClass < 0 ? UNSEEN : countClass - 0.5);
