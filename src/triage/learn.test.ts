import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Lesson, learn, train } from './learn.ts';
import { applyChange, emptyModel, readModel, writeModel } from './model.ts';
import { readChange, writeChange } from './model-bytes.ts';
import { score } from './score.ts';
import type { Submission } from './submission.ts';

const post = (body: string, name = 'Ann'): Submission => ({ name, subject: null, body });
const LESSONS: readonly Lesson[] = [...Array(8).keys()].flatMap((at) => [
  { submission: post(`Check out my channel and subscribe, friend number ${at}`, 'Promo'), isSpam: true },
  { submission: post(`The edition of 19${10 + at} has another reading in this line`), isSpam: false },
]);

test('what was decided is recognised, and so is what resembles it', () => {
  const model = train(LESSONS);
  assert.ok(score(model, post('Subscribe to this channel')).spam > 0.6);
  assert.ok(score(model, post('Another edition has this line as well')).spam < 0.4);
  assert.equal(model.spam, 8);
  assert.equal(model.good, 8);
});

test('an empty model knows nothing; one kind of decision alone teaches nothing yet', () => {
  assert.equal(score(emptyModel(), post('Subscribe')).spam, 0.5);
  const model = emptyModel();
  applyChange(
    model,
    learn(
      model,
      LESSONS.filter(({ isSpam }) => isSpam),
    ),
  );
  assert.equal(score(model, post('Anything at all')).spam, 0.5);
});

test('learning leaves the model as it is; the change applied twice is the change applied once', () => {
  const model = emptyModel();
  const change = learn(model, LESSONS);
  assert.ok(model.weights.every((weight) => weight === 0));
  assert.equal(model.spam + model.good, 0);
  applyChange(model, change);
  const once = writeModel(model);
  applyChange(model, change);
  assert.deepEqual(writeModel(model), once);
});

test('lessons together are the same as one after the other', () => {
  const together = emptyModel();
  applyChange(together, learn(together, LESSONS));
  const apart = emptyModel();
  for (const lesson of LESSONS) applyChange(apart, learn(apart, [lesson]));
  assert.deepEqual(writeModel(together), writeModel(apart));
});

test('what is rehearsed is gone through again and not counted', () => {
  const model = emptyModel();
  const [first, second] = LESSONS as [Lesson, Lesson];
  applyChange(model, learn(model, [first, second]));
  const before = score(train(LESSONS), first.submission).spam;
  assert.ok(before > 0.5);
  const change = learn(model, [], [first]);
  assert.deepEqual([change.spam, change.good], [1, 1]);
  assert.ok(change.indices.length > 10);
});

test('a lesson is learnt at once, and the contrary decision takes it back', () => {
  const model = train(LESSONS);
  const submission = post('A wholly new kind of post about gardening tools');
  const after = (isSpam: boolean) => {
    applyChange(model, learn(model, [{ submission, isSpam }]));
    return score(model, submission).spam;
  };
  assert.ok(after(true) > 0.6);
  assert.ok(after(false) < 0.5);
});

test('the words that weighed are those of the post, the heaviest first, on both sides', () => {
  const { words } = score(train(LESSONS), post('Subscribe to the edition'));
  assert.ok(words.some(({ word, weight }) => /subscribe/.test(word) && weight > 0));
  assert.ok(words.some(({ word, weight }) => /edition/.test(word) && weight < 0));
  const weights = words.map(({ weight }) => Math.abs(weight));
  assert.deepEqual(
    weights,
    weights.toSorted((one, other) => other - one),
  );
});

test('the name and the parts of links are learnt as well', () => {
  const model = train(
    [...Array(8).keys()].flatMap((at) => [
      { submission: post(`see https://pills.example/${at}`, 'Promo'), isSpam: true },
      { submission: post(`see https://library.example/${at}`, 'Ann'), isSpam: false },
    ]),
  );
  assert.ok(score(model, post('see https://pills.example/99', 'Bob')).spam > 0.6);
  assert.ok(score(model, post('see', 'Promo')).spam > score(model, post('see', 'Ann')).spam);
});

test('a model survives its bytes; bytes that are none give null', () => {
  const model = train(LESSONS);
  const bytes = writeModel(model);
  assert.deepEqual(readModel(bytes), model);
  assert.deepEqual(readModel(writeModel(emptyModel())), emptyModel());
  const damaged = bytes.slice();
  damaged[2]! ^= 1;
  const beyond = writeChange({ indices: Uint32Array.of(2 ** 30), values: Float32Array.of(1), spam: 1, good: 1 });
  const endless = writeChange({ indices: Uint32Array.of(1), values: Float32Array.of(Number.NaN), spam: 1, good: 1 });
  for (const none of [new Uint8Array(), bytes.slice(0, -1), damaged, beyond, endless])
    assert.equal(readModel(none), null);
});

test('bytes are read wherever they begin in a larger piece', () => {
  const bytes = writeChange(learn(emptyModel(), LESSONS.slice(0, 1)));
  const larger = new Uint8Array(bytes.length + 3);
  larger.set(bytes, 3);
  assert.deepEqual(readChange(larger.subarray(3)), readChange(bytes));
});

test('ten thousand decisions leave every weight finite', () => {
  const model = emptyModel();
  const submission = post('the same post each time');
  for (let at = 0; at < 10_000; at++) applyChange(model, learn(model, [{ submission, isSpam: at % 3 !== 0 }]));
  assert.ok(model.weights.every((weight) => Math.abs(weight) < 100));
});
