import type { ProofText } from '../text/proof-text.ts';
import type { Token } from '../text/token.ts';
import { type Misread, misreadings, withLigature } from './confusions.ts';
import { hashOf } from './hash.ts';
import { seenBeside, sidesOf } from './neighbours.ts';
import { slips } from './slips.ts';

export interface Correction {
  readonly word: string;
  readonly cost: number;
  /** Class of frequency in the language, or what the text's own use is worth. */
  readonly common: number;
  /** Classes of the neighbours seen with it, summed. */
  readonly fit: number;
  readonly score: number;
}

/** The likeliest words for one that is not known, best first, in the case of the word read. */
export function correctionsOf(text: ProofText, index: number): Correction[] {
  const token = text.tokens[index]!;
  const sides = sidesOf(text, index);
  const best = new Map<string, Correction>();
  const weigh = (proposals: Iterable<Misread>) => {
    for (const { word, cost } of proposals) {
      const lower = word.toLowerCase();
      const hash = hashOf(lower);
      const common = commonness(text, token, lower, hash);
      if (common < 0) continue;
      const fit = seenBeside(text.words, sides, hash);
      const score = common * 0.5 + fit * 0.6 - cost * 9;
      if (score > (best.get(lower)?.score ?? -Infinity))
        best.set(lower, { word: inCaseOf(token, word), cost, common, fit, score });
    }
  };
  weigh(proposals(text, token));
  if (best.size === 0) weigh(twiceMisread(text, token));
  return [...best.values()].sort((a, b) => b.score - a.score);
}

function* proposals({ language }: ProofText, token: Token): Iterable<Misread> {
  const { text, lower } = token;
  yield* misreadings(token.shape === 'title' ? text : lower, language);
  if (lower.length > 3 && token.kind === 'word') yield* slips(lower, language);
  if (lower.length > 2) yield* withLigature(lower);
}

/** Two misreadings in one word, where one explains nothing. */
function* twiceMisread({ language }: ProofText, { lower }: Token): Iterable<Misread> {
  if (lower.length < 4) return;
  for (const { word, cost } of misreadings(lower, language)) {
    if (cost > 0.4) continue;
    for (const again of misreadings(word, language))
      if (again.cost <= 0.3) yield { word: again.word, cost: cost + again.cost + 0.2 };
  }
}

/** Never less sure for a name than for a word that the text itself uses often. */
function commonness({ words, counts }: ProofText, token: Token, lower: string, hash: number): number {
  const own = counts.get(lower) ?? 0;
  const word = words.word(hash);
  const name = token.shape === 'lower' ? -1 : words.name(hash);
  const known = Math.max(word, name);
  if ((known < 0 && own < 3) || !/^[\p{L}'-]+$/u.test(lower)) return -1;
  return Math.max(known, own > 0 ? 3 + Math.log2(own) * 2 : -1);
}

function inCaseOf({ shape }: Token, word: string): string {
  if (shape === 'upper') return word.toUpperCase();
  return shape === 'title' ? word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase() : word;
}
