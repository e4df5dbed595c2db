import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noWords } from './no-words.ts';
import { weigh } from './weigh-test-support.ts';

test('links, signs and figures are no words', () => {
  assert.ok(weigh(noWords, { body: 'https://example.com/a-long-address !!! 123 🎁' })!.weight > 0);
  assert.equal(weigh(noWords, { body: 'no' }), null);
  assert.equal(weigh(noWords, { body: '不' }), null);
});
