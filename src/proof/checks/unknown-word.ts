import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';
import type { Token } from '../text/token.ts';
import { type Correction, correctionsOf } from '../words/corrections.ts';
import { isKnown } from '../words/known.ts';

/** A word met this often in a text is the author's. */
const TRUSTED_FROM = 3;

/** A word that no list knows, with the word it may have been; and a word that nothing explains, more softly. */
export const unknownWord: Check = {
  code: 'unknown-word',
  area: 'words',
  *find(text) {
    for (let index = 0; index < text.tokens.length; index++) {
      const token = text.tokens[index]!;
      if (token.kind === 'number' || text.foreign[index] === 1 || isKnown(token, text.words, text.lexicon)) continue;
      if ((text.counts.get(token.lower) ?? 0) >= TRUSTED_FROM || isExcused(token, text)) continue;
      const question = ask(text, token, index);
      if (question) yield question;
    }
  },
};

function isExcused(token: Token, { tokens, text }: ProofText): boolean {
  if (token.kind === 'mixed')
    return (
      /^\p{Nd}+(?:st|nd|rd|th|d|s|er|re|e|ème|es|l|bis|ter|[a-z]|mm|cm|km|kg|h)$/u.test(token.lower) ||
      /^\p{Lu}\p{Nd}+$/u.test(token.text)
    );
  // An abbreviation (“viz.”, “arr.”), initials, a part of a compound.
  if (token.lower.length <= 4 && text[token.end] === '.') return true;
  const next = tokens[token === tokens.at(-1) ? -1 : tokens.indexOf(token) + 1];
  return next?.gap === 'hyphen' && token.lower.length < 5;
}

function ask(text: ProofText, token: Token, index: number): Question | null {
  const corrections = correctionsOf(text, index);
  const best = corrections[0];
  const { start, end } = token;
  if (token.shape !== 'lower' && token.kind === 'word') return askName(token, best);
  if (best === undefined || best.score < -2) {
    return { start, end, suggestion: null, confidence: 0.45, because: 'unexplained', evidence: { word: token.text } };
  }
  const confidence = Math.min(0.97, Math.max(0.5, 0.72 + best.score * 0.02));
  return { start, end, suggestion: best.word, confidence, evidence: { word: token.text, meant: best.word } };
}

/** A capital hides a name that no list has: only a slip that makes a common word, or a name of this text, is worth a question. */
function askName({ start, end, text: word, lower, shape, gap }: Token, best: Correction | undefined): Question | null {
  if (best === undefined || shape === 'mixed') return null;
  if (best.cost > 0.5 || best.common < (lower.length > 6 ? 3 : 6)) return null;
  const confidence = Math.min(
    0.9,
    0.45 + best.common * 0.03 + (lower.length > 6 ? 0.1 : 0) + (gap === 'stop' ? 0.1 : 0),
  );
  return { start, end, suggestion: best.word, confidence, because: 'name', evidence: { word, meant: best.word } };
}
