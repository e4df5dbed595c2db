import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookAlikes } from './look-alikes.ts';
import { weigh } from './weigh-test-support.ts';

test('a Latin word with Cyrillic letters in it is disguised', () => {
  const { values } = weigh(lookAlikes, { body: 'Buy сhеаp medicine and viаgra' })!;
  assert.equal(values.count, 2);
  assert.match(String(values.words), /viаgra/);
});

test('other alphabets, and science, are not', () => {
  for (const body of ['Привет, как дела?', 'Ελληνικά and English', '5 μmol of Δx', 'naïve façade'])
    assert.equal(weigh(lookAlikes, { body }), null, body);
});
