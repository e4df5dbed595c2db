import { type Features, featuresOf } from './features.ts';
import { applyChange, emptyModel, type Model } from './model.ts';
import type { ModelChange } from './model-bytes.ts';
import { logistic } from './score.ts';
import type { Submission } from './submission.ts';

/** What a moderator decided of a submission. Refused for another reason than spam is not spam: better not to learn from it. */
export interface Lesson {
  readonly submission: Submission;
  readonly isSpam: boolean;
}

/** How far one decision moves the weights: found on labelled comments, leaving one source out; from 4 to 30 little changes. */
const STEP = 10;
/** Rounds of Newton's method: after six the remaining error is below what a Float32 holds. */
const NEWTON_ROUNDS = 8;
const MANY_LESSONS = 5000;
const ROUNDS_FOR_FEW = 10;
const ROUNDS_FOR_MANY = 3;

/**
 * What these decisions change in the model, which itself stays as it is: store the change (`writeChange`), and apply it
 * (`applyChange`) once it is stored. A lesson costs as much as its text is long, whatever was learnt before.
 *
 * Online logistic regression with implicit steps (Kulis and Bartlett, 2010): each lesson moves the weights to where the
 * step's size agrees with the answer *after* the step, so that no lesson overshoots.
 *
 * `rehearsed` are earlier lessons, taken at random from those whose words are still kept, some ten for each new one. They are
 * gone through again and not counted: with few decisions the last one would else weigh too much (after a hundred decisions
 * they take away an eighth of the errors).
 */
export function learn(model: Model, lessons: readonly Lesson[], rehearsed: readonly Lesson[] = []): ModelChange {
  const changed = new Map<number, number>();
  for (const { submission, isSpam } of [...lessons, ...rehearsed]) step(model, changed, featuresOf(submission), isSpam);
  const spam = lessons.filter(({ isSpam }) => isSpam).length;
  return {
    indices: Uint32Array.from(changed.keys()),
    values: Float32Array.from(changed.values()),
    spam: model.spam + spam,
    good: model.good + lessons.length - spam,
  };
}

/** A new model from all kept decisions, each gone through several times: after an import, for measuring. */
export function train(lessons: readonly Lesson[]): Model {
  const model = emptyModel();
  const rounds = lessons.length > MANY_LESSONS ? ROUNDS_FOR_MANY : ROUNDS_FOR_FEW;
  for (let round = 1; round <= rounds; round++) {
    for (const lesson of inMixedOrder(lessons, round)) applyChange(model, learn(model, [lesson]));
  }
  model.spam /= rounds;
  model.good /= rounds;
  return model;
}

function step(model: Model, changed: Map<number, number>, { indices, strengths }: Features, isSpam: boolean): void {
  const weightAt = (index: number) => changed.get(index) ?? model.weights[index]!;
  let sum = 0;
  let square = 0;
  for (let at = 0; at < indices.length; at++) {
    sum += weightAt(indices[at]!) * strengths[at]!;
    square += strengths[at]! * strengths[at]!;
  }
  const move = STEP * moveOf(sum, STEP * square, isSpam ? 1 : 0);
  for (let at = 0; at < indices.length; at++) {
    changed.set(indices[at]!, Math.fround(weightAt(indices[at]!) + move * strengths[at]!));
  }
}

/** The d with d = answer − logistic(sum + reach × d). */
function moveOf(sum: number, reach: number, answer: 0 | 1): number {
  let move = answer - logistic(sum);
  for (let round = 0; round < NEWTON_ROUNDS; round++) {
    const guess = logistic(sum + reach * move);
    move -= (move - answer + guess) / (1 + reach * guess * (1 - guess));
  }
  return move;
}

/** Shuffled, the same each time: kept decisions stand in order of time, often many of one kind together. */
function inMixedOrder<T>(items: readonly T[], seed: number): readonly T[] {
  const mixed = [...items];
  let state = seed;
  for (let at = mixed.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}
