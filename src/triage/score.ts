import { featuresOf, NO_WORD } from './features.ts';
import type { Model } from './model.ts';
import type { Submission } from './submission.ts';
import type { Understood } from './understood.ts';

export interface Score {
  /** 0 good, 1 spam; a half where nothing is known. */
  readonly spam: number;
  /** The same in log-odds. */
  readonly logOdds: number;
  /** What weighed most, the heaviest first: a word or two as they are understood; above nought it speaks for spam. */
  readonly words: readonly { readonly word: string; readonly weight: number }[];
}

const MOST_WORDS = 8;
/** Decisions of the rarer kind at which half of what the model says is believed. */
const HALF_BELIEVED = 5;

/** What the model thinks of a submission, and why. */
export function score(model: Model, submission: Submission, body?: Understood): Score {
  const belief = beliefIn(model);
  if (belief === 0) return { spam: 0.5, logOdds: 0, words: [] };
  const { indices, strengths, words, wordNumbers } = featuresOf(submission, body);
  const weights = new Float64Array(words.length);
  const weighed = new Set<number>();
  let logOdds = 0;
  for (let at = 0; at < indices.length; at++) {
    const weight = belief * model.weights[indices[at]!]! * strengths[at]!;
    logOdds += weight;
    const number = wordNumbers[at]!;
    if (number === NO_WORD || weight === 0) continue;
    weights[number]! += weight;
    weighed.add(number);
  }
  const most = heaviest(weighed, weights).map((number) => ({ word: words[number]!, weight: weights[number]! }));
  return { spam: logistic(logOdds), logOdds, words: most };
}

export function logistic(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** From 0 to 1: whoever has seen only one kind can tell nothing apart. */
function beliefIn({ spam, good }: Model): number {
  const rarer = Math.min(spam, good);
  return rarer / (rarer + HALF_BELIEVED);
}

/** Of equal ones the first stands first. No list of all is made or sorted: they are many, and few are wanted. */
function heaviest(numbers: Iterable<number>, weights: Float64Array): readonly number[] {
  const weightOf = (number: number) => Math.abs(weights[number]!);
  const most: number[] = [];
  for (const number of numbers) {
    if (most.length === MOST_WORDS && weightOf(number) <= weightOf(most.at(-1)!)) continue;
    const at = most.findIndex((other) => weightOf(other) < weightOf(number));
    most.splice(at === -1 ? most.length : at, 0, number);
    if (most.length > MOST_WORDS) most.pop();
  }
  return most;
}
