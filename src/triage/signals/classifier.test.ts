import assert from 'node:assert/strict';
import { test } from 'node:test';
import { train } from '../learn.ts';
import { classifier } from './classifier.ts';
import { weigh } from './weigh-test-support.ts';

test('says nothing before it learnt, and then which words weighed on its side', () => {
  const lessons = [...Array(6).keys()].flatMap((at) => [
    { submission: { name: 'A', subject: null, body: `Subscribe to my channel, number ${at}` }, isSpam: true },
    { submission: { name: 'B', subject: null, body: `The second chapter is on page ${at}` }, isSpam: false },
  ]);
  const model = train(lessons);
  assert.equal(weigh(classifier, { body: 'Subscribe to my channel' }), null);
  const spam = weigh(classifier, { body: 'Please subscribe to this chapter', model })!;
  const good = weigh(classifier, { body: 'On page 12 of the second chapter', model })!;
  assert.ok(spam.weight > 0 && spam.weight <= 8);
  assert.ok(good.weight < 0 && good.weight >= -8);
  assert.match(String(spam.values.words), /subscribe/);
  assert.doesNotMatch(String(spam.values.words), /chapter/);
  assert.match(String(good.values.words), /chapter|page/);
});
