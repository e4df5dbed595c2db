import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figuresOf, judgeLeavingOneOut, type LabelledPost } from './measure.ts';

const post = (body: string, isSpam: boolean, source: string | null = null): LabelledPost => ({
  submission: { name: '', subject: null, body },
  isSpam,
  source,
});
const judged = (isSpam: boolean, ...scores: readonly number[]) =>
  scores.map((score) => ({ post: post('', isSpam), score }));

test('accuracy at one half; spam caught above the bar that so many good posts pass', () => {
  const good = judged(false, 0.95, 0.7, ...Array<number>(198).fill(0.1));
  const spam = judged(true, 0.99, 0.9, 0.6, 0.05);
  const figures = figuresOf([...good, ...spam]);
  assert.equal(figures.accuracy, (198 + 3) / 204);
  // One of a hundred: two good posts may be lost, so the bar is the third. One of two hundred: one may, and the bar is the second.
  assert.equal(figures.spamCaughtAt1, 3 / 4);
  assert.equal(figures.spamCaughtAt05, 2 / 4);
});

test('what stands at the bar is not caught: a score given to everything catches nothing', () => {
  assert.equal(figuresOf([...judged(false, 0.5, 0.5), ...judged(true, 0.5, 0.5)]).spamCaughtAt1, 0);
});

test('nothing is learnt from the source that is judged', () => {
  const one = [...Array(10).keys()].map((at) => post(`alpha beta gamma ${at}`, at % 2 === 0, 'one'));
  // In this source the same words mean the contrary: whoever looked at it would be right.
  const two = [...Array(10).keys()].map((at) =>
    post(`${at % 2 ? 'subscribe channel' : 'edition line'} ${at}`, at % 2 === 0, 'two'),
  );
  const three = [...Array(10).keys()].map((at) =>
    post(`${at % 2 ? 'subscribe channel' : 'edition line'} ${at}`, at % 2 === 1, 'three'),
  );
  const all = judgeLeavingOneOut([...one, ...two, ...three]);
  assert.equal(all.length, 30);
  assert.equal(figuresOf(all.filter(({ post: { source } }) => source === 'two')).accuracy, 0);
});

test('without sources, near duplicates are in one part', () => {
  const posts = [...Array(40).keys()].map((at) =>
    post(`the same long post with one number in it, which is ${at}`, at % 2 === 0),
  );
  // All are in one part, so nothing is known of any.
  assert.ok(judgeLeavingOneOut(posts).every(({ score }) => score === 0.5));
});
