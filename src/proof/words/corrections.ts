import type { ProofText } from '../text/proof-text.ts';
import type { Token } from '../text/token.ts';
import { type Misread, misreadings, withLigature } from './confusions.ts';
import { hashOf } from './hash.ts';
import { type Sides, seenBeside, sidesOf } from './neighbours.ts';
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

/** The likeliest word for one that is not known, in the case of the word read; null where nothing comes near. */
export function correctionOf(text: ProofText, index: number): Correction | null {
  const whole = text.tokens[index]!;
  const owner = /^(.{4,})['’]s$/.exec(whole.text)?.[1];
  const token = owner === undefined ? whole : { ...whole, text: owner, lower: owner.toLowerCase() };
  const best = bestFor(text, token, index);
  return best === null || owner === undefined ? best : { ...best, word: best.word + whole.text.slice(owner.length) };
}

function bestFor(text: ProofText, token: Token, index: number): Correction | null {
  const weighed = { text, token, sides: sidesOf(text, index) };
  let best: Correction | null = null;
  for (const proposals of STAGES) {
    for (const misread of proposals(text, token)) {
      const correction = weigh(weighed, misread);
      if (correction !== null && correction.score > (best?.score ?? -Infinity)) best = correction;
    }
    if (best !== null && best.score > GOOD) return best;
  }
  return best;
}

/** From here on a dearer kind of mistake need not be thought of. */
const GOOD = 3;

type Proposals = (text: ProofText, token: Token) => Iterable<Misread>;

/** What may have happened to the word, the likeliest and cheapest to think of first. */
const STAGES: readonly Proposals[] = [
  ({ language }, { shape, text, lower }) => misreadings(shape === 'title' ? text : lower, language),
  ({ language }, { lower, kind }) => (lower.length > 3 && kind === 'word' ? slips(lower, language) : []),
  (_, { lower }) => (lower.length > 2 ? withLigature(lower) : []),
  twiceMisread,
];

interface Weighed {
  readonly text: ProofText;
  readonly token: Token;
  readonly sides: Sides;
}

function weigh({ text, token, sides }: Weighed, { word, cost }: Misread): Correction | null {
  const lower = word.toLowerCase();
  const hash = hashOf(lower);
  const common = commonness(text, token, lower, hash);
  if (common < 0) return null;
  const fit = seenBeside(text.words, sides, hash);
  return { word: inCaseOf(token, word), cost, common, fit, score: common * 0.5 + fit * 0.6 - cost * 9 };
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
