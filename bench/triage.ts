// Measures triage on labelled posts of ../shared (not part of the project), against naive Bayes in the same run: `node bench/triage.ts`.
import { figuresOf, type JudgedPost, judgeLeavingOneOut, type LabelledPost } from '#triage/measure.ts';
import { groupKeyFigures } from './triage/group-keys.ts';
import { learningCurve } from './triage/learning-curve.ts';
import { naiveBayes } from './triage/naive-bayes.ts';
import { readPosts } from './triage/posts.ts';
import { speedFigures } from './triage/speed.ts';

const SETS = ['comments', 'messages'];

for (const name of SETS) {
  const posts = await readPosts(name);
  if (posts === null) {
    console.log(`${name}: the labelled data is not here, nothing measured`);
    continue;
  }
  console.log(`${name}: ${posts.length} posts`);
  showLeavingOneOut(posts);
  if (name !== 'comments') continue;
  showLearning(posts);
  showGroups(posts);
  showSpeed(posts);
}

function showLeavingOneOut(posts: readonly LabelledPost[]): void {
  const ours = figuresOf(judgeLeavingOneOut(posts));
  const hasSources = new Set(posts.map(({ source }) => source)).size > 1;
  console.log(`  ${hasSources ? 'one source left out' : 'one of ten parts left out'}`);
  console.log(`    triage       ${figures(ours)}`);
  if (!hasSources) return;
  const peer = figuresOf(peerLeavingOneOut(posts));
  console.log(`    naive Bayes  ${figures(peer)}`);
  console.log(`    errors, ours to the peer's: ${((1 - ours.accuracy) / (1 - peer.accuracy)).toFixed(2)}`);
}

function peerLeavingOneOut(posts: readonly LabelledPost[]): readonly JudgedPost[] {
  return [...new Set(posts.map(({ source }) => source))].flatMap((source) => {
    const judge = naiveBayes(posts.filter((post) => post.source !== source));
    return posts.filter((post) => post.source === source).map((post) => ({ post, score: judge(post) }));
  });
}

function showLearning(posts: readonly LabelledPost[]): void {
  console.log('  learning from zero (accuracy on what is not yet decided, mean and least of 20 shuffles)');
  for (const { decisions, ours, plain, peer } of learningCurve(posts)) {
    console.log(
      `    after ${String(decisions).padStart(3)}: triage ${ours.mean.toFixed(3)} (${ours.least.toFixed(3)})  unrehearsed ${plain.mean.toFixed(3)} (${plain.least.toFixed(3)})  naive Bayes ${peer.mean.toFixed(3)} (${peer.least.toFixed(3)})`,
    );
  }
}

function showGroups(posts: readonly LabelledPost[]): void {
  const { kept, posts: count, groups, shared } = groupKeyFigures(posts);
  console.log('  group key: share of edited copies that keep it');
  for (const { name, share } of kept) console.log(`    ${name.padEnd(20)} ${share.toFixed(3)}`);
  console.log(`    ${count} different posts fall into ${groups} groups; shared ones:`);
  for (const group of shared.slice(0, 8)) {
    console.log(
      `      ${group
        .map((body) => JSON.stringify(body.slice(0, 50)))
        .slice(0, 3)
        .join(' ')}`,
    );
  }
}

function showSpeed(posts: readonly LabelledPost[]): void {
  const speed = speedFigures(posts);
  console.log(
    `  a second: ${speed.assess} assessed, ${speed.learn} learnt, ${speed.groupKey} group keys; naive Bayes ${speed.peer} judged (ratio ${(speed.assess / speed.peer).toFixed(2)})`,
  );
  console.log(`  20,000 characters: ${speed.longestMilliseconds.toFixed(1)} ms`);
  console.log(
    `  model of ${posts.length} decisions: ${speed.modelBytes} bytes, one decision ${speed.changeBytes}; read ${speed.readMilliseconds.toFixed(1)} ms, written ${speed.writeMilliseconds.toFixed(1)} ms`,
  );
}

function figures({ accuracy, spamCaughtAt1, spamCaughtAt05 }: ReturnType<typeof figuresOf>): string {
  return `accuracy ${accuracy.toFixed(4)}  spam caught at 1 % ${spamCaughtAt1.toFixed(3)}  at 0.5 % ${spamCaughtAt05.toFixed(3)}`;
}
