import { assess } from '#triage/assess.ts';
import { groupKey } from '#triage/group-key.ts';
import { learn, train } from '#triage/learn.ts';
import type { LabelledPost } from '#triage/measure.ts';
import { readModel, writeModel } from '#triage/model.ts';
import { writeChange } from '#triage/model-bytes.ts';
import { naiveBayes } from './naive-bayes.ts';

const ROUNDS = 5;

/** Posts a second in one thread, and what a model weighs. */
export function speedFigures(posts: readonly LabelledPost[]) {
  const model = train(posts);
  const peer = naiveBayes(posts);
  const bytes = writeModel(model);
  const change = posts.reduce((sum, post) => sum + writeChange(learn(model, [post])).length, 0) / posts.length;
  const longest = posts
    .map(({ submission }) => submission.body)
    .join(' ')
    .slice(0, 20_000);
  return {
    assess: rate(posts, ({ submission }) => assess({ submission, model })),
    learn: rate(posts, (post) => learn(model, [post])),
    groupKey: rate(posts, ({ submission }) => groupKey(submission.body)),
    peer: rate(posts, peer),
    longestMilliseconds: milliseconds(() => assess({ submission: { name: '', subject: null, body: longest }, model })),
    modelBytes: bytes.length,
    changeBytes: Math.round(change),
    readMilliseconds: milliseconds(() => readModel(bytes)),
    writeMilliseconds: milliseconds(() => writeModel(model)),
  };
}

function rate(posts: readonly LabelledPost[], work: (post: LabelledPost) => unknown): number {
  const taken = milliseconds(() => posts.forEach(work));
  return Math.round((1000 * posts.length) / taken);
}

/** The least of some rounds: the others waited for something else. */
function milliseconds(work: () => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  });
  return Math.min(...rounds);
}
