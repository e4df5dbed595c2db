import { assess } from '#triage/assess.ts';
import { type Lesson, learn } from '#triage/learn.ts';
import type { LabelledPost } from '#triage/measure.ts';
import { applyChange, emptyModel } from '#triage/model.ts';
import { type Judge, naiveBayes } from './naive-bayes.ts';
import { shuffled } from './posts.ts';

const STEPS = [25, 50, 100, 200, 400];
const SHUFFLES = 20;
/** Earlier decisions gone through again with each new one. */
const REHEARSED = 10;

export interface Step {
  readonly decisions: number;
  readonly ours: { readonly mean: number; readonly least: number };
  /** Nothing rehearsed. */
  readonly plain: { readonly mean: number; readonly least: number };
  readonly peer: { readonly mean: number; readonly least: number };
}

/**
 * From an empty model, one decision after the other, with some of the earlier ones as a site does; judged on all posts not yet decided,
 * without those that repeat a decided one word for word.
 */
export function learningCurve(posts: readonly LabelledPost[]): readonly Step[] {
  const runs = Array.from({ length: SHUFFLES }, (_, seed) => runOf(shuffled(posts, seed + 1)));
  return STEPS.map((decisions, at) => ({
    decisions,
    ours: summary(runs.map((run) => run[at]!.ours)),
    plain: summary(runs.map((run) => run[at]!.plain)),
    peer: summary(runs.map((run) => run[at]!.peer)),
  }));
}

function runOf(posts: readonly LabelledPost[]) {
  const model = emptyModel();
  const plain = emptyModel();
  let decided = 0;
  return STEPS.map((step) => {
    for (; decided < step; decided++) {
      const rehearsed = shuffled(posts.slice(0, decided), decided).slice(0, REHEARSED);
      applyChange(model, learn(model, [posts[decided]!], rehearsed));
      applyChange(plain, learn(plain, [posts[decided]!]));
    }
    const known = posts.slice(0, step);
    const bodies = new Set(known.map(({ submission }) => submission.body));
    const asked = posts.slice(step).filter(({ submission }) => !bodies.has(submission.body));
    const ours = accuracy(asked, ({ submission }) => assess({ submission, model }).score);
    const unrehearsed = accuracy(asked, ({ submission }) => assess({ submission, model: plain }).score);
    return { ours, plain: unrehearsed, peer: accuracy(asked, naiveBayes(known)) };
  });
}

function accuracy(asked: readonly Lesson[], judge: Judge): number {
  return asked.filter((lesson) => judge(lesson) >= 0.5 === lesson.isSpam).length / asked.length;
}

function summary(values: readonly number[]) {
  return { mean: values.reduce((sum, one) => sum + one, 0) / values.length, least: Math.min(...values) };
}
