import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repetition } from './repetition.ts';
import { weigh } from './weigh-test-support.ts';

test('one word, one line or one sign over and over', () => {
  assert.equal(weigh(repetition, { body: 'cool cool cool cool cool cool cool cool' })!.values.count, 8);
  assert.equal(weigh(repetition, { body: 'buy now\nor never\nbuy now\nand so\nbuy now' })!.values.words, 'buy now');
  assert.equal(weigh(repetition, { body: '★★★★★★★★★★ offer' })!.values.words, '★');
});

test('prose and rules between paragraphs are not repeated', () => {
  for (const body of [
    'The end of the book is the best of the book, I think, and the rest is not.',
    'One\n----------------\nTwo',
    'Well..........',
  ])
    assert.equal(weigh(repetition, { body }), null, body);
});
