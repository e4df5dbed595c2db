import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';
import type { Token } from '../text/token.ts';
import { fitOf, isShunned, sidesOf } from '../words/neighbours.ts';
import { type Rival, rivalsOf } from '../words/rivals.ts';
import { areForms } from '../words/variants.ts';

// A noisy channel: how much likelier another word is between these neighbours, against how unlikely the slip is. In bits.
/** The counts of French come from one book, those of English from several. */
const LEAST_GAIN = { en: -1, fr: 4 };
const COST_BITS = 14;
/** Where both sides were seen as often as this, nothing is asked. */
const AT_HOME = 4;
/** What grammar is made of goes with any neighbour. */
const VERY_COMMON = 13;
const RARITY_BITS = 1.5;

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

function ask(text: ProofText, token: Token, index: number): Question | null {
  const { words } = text;
  const sides = sidesOf(text, index);
  const left = words.pair(sides.left, token.hash);
  const right = words.pair(token.hash, sides.right);
  if (Math.min(left, right) >= AT_HOME) return null;
  const read = fitOf(words, sides, token.hash) + familiarity(text, token);
  let best: { readonly word: string; readonly gain: number } | null = null;
  const floor = read + LEAST_GAIN[text.language];
  for (const { word, hash, cost, common } of rivals(words, token, Math.max(left, right) < 2)) {
    const rivalLeft = words.pair(sides.left, hash);
    const rivalRight = words.pair(hash, sides.right);
    // A rival must do as well on either side.
    if (rivalLeft < left || rivalRight < right || !isSeen(rivalLeft, rivalRight, common)) continue;
    if (common < VERY_COMMON && areForms(token.lower, word)) continue;
    if (isShunned(words, sides, hash)) continue;
    const gain = fitOf(words, sides, hash) - floor - cost * COST_BITS - (15 - common) * RARITY_BITS;
    if (gain > (best?.gain ?? 0)) best = { word, gain };
  }
  if (best === null) return null;
  const suggestion = token.shape === 'title' ? best.word.slice(0, 1).toUpperCase() + best.word.slice(1) : best.word;
  const confidence = Math.min(0.92, 0.5 + best.gain * 0.03);
  return {
    start: token.start,
    end: token.end,
    suggestion,
    confidence,
    evidence: {
      word: token.text,
      meant: suggestion,
      before: text.tokens[index - 1]?.text ?? '',
      after: text.tokens[index + 1]?.text ?? '',
    },
  };
}

/** With both neighbours; for a word of grammar, which goes with any, one side is enough. */
function isSeen(left: number, right: number, common: number): boolean {
  return common >= VERY_COMMON ? left + right >= 2 : left >= 1 && right >= 1;
}

function rivals(words: ProofText['words'], token: Token, unseen: boolean): readonly Rival[] {
  const { misread, slipped } = rivalsOf(words, token.shape === 'title' ? token.text : token.lower);
  return unseen ? [...misread, ...slipped()] : misread;
}

/** What a word's own presence elsewhere in the text is worth. */
function familiarity({ counts }: ProofText, { lower }: Token): number {
  const others = (counts.get(lower) ?? 1) - 1;
  return others === 0 ? 0 : Math.min(4, 1 + Math.log2(others));
}
