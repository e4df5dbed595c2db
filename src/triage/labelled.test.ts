// What triage learns from nothing, on labelled comments that are no part of the project; bench/triage.ts measures more.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readLabelledPosts } from '#cli/labelled-posts.ts';
import { assess } from './assess.ts';
import { learn } from './learn.ts';
import type { LabelledPost } from './measure.ts';
import { applyChange, emptyModel } from './model.ts';

const FILE = fileURLToPath(new URL('../../../shared/data/spam/comments.csv', import.meta.url));
const DECISIONS = 100;
const SHUFFLES = 8;
const REHEARSED = 10;

test('a hundred decisions are enough', { skip: existsSync(FILE) ? false : 'no labelled data here' }, async () => {
  const posts = await readLabelledPosts(FILE, Number.POSITIVE_INFINITY, process.stdin);
  assert.ok(posts.length > 1000);
  const reached = Array.from({ length: SHUFFLES }, (_, at) => accuracyAfterDecisions(shuffled(posts, at + 1)));
  const mean = reached.reduce((sum, one) => sum + one, 0) / SHUFFLES;
  assert.ok(mean >= 0.92, `mean accuracy ${mean}: ${reached.join(', ')}`);
});

/** On what is not decided yet, without what was decided word for word. */
function accuracyAfterDecisions(posts: readonly LabelledPost[]): number {
  const model = emptyModel();
  const decided = posts.slice(0, DECISIONS);
  for (const [at, post] of decided.entries()) {
    // As the site does: each decision with some of the earlier ones.
    applyChange(model, learn(model, [post], shuffled(decided.slice(0, at), at).slice(0, REHEARSED)));
  }
  const bodies = new Set(decided.map(({ submission }) => submission.body));
  const asked = posts.slice(DECISIONS).filter(({ submission }) => !bodies.has(submission.body));
  const right = asked.filter(({ submission, isSpam }) => assess({ submission, model }).score >= 0.5 === isSpam);
  return right.length / asked.length;
}

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const keyed = items.map((item, at) => ({
    item,
    key: Math.imul((at + 1) ^ Math.imul(seed, 0x9e3779b1), 0x85ebca6b) >>> 7,
  }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}
