import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';
import { type DoubtedWord, doubtedWords } from '../words/doubted-words.ts';
import { misreadingOdds } from '../words/misreading-odds.ts';

// In natural logarithms. From EVEN on a question is worth asking of a clean text; below LEAST_ODDS of none.
const EVEN = -1.7;
const LEAST_ODDS = -3.2;

/** A word that exists, but hardly there: “he” for “be”, “arc” for “are”, “Rut” for “But”. */
export const confusedWord: Check = {
  code: 'confused-word',
  area: 'words',
  *find(text) {
    for (const doubted of doubtedWords(text)) {
      const question = ask(text, doubted);
      if (question) yield question;
    }
  },
};

function ask(text: ProofText, { index, sides, misreadings }: DoubtedWord): Question | null {
  let best: { readonly word: string; readonly odds: number } | null = null;
  for (const misreading of misreadings) {
    const odds = misreadingOdds(text.words, sides, misreading);
    if (odds > (best?.odds ?? LEAST_ODDS)) best = { word: misreading.rival.word, odds };
  }
  if (best === null) return null;
  const token = text.tokens[index]!;
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
