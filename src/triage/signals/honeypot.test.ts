import assert from 'node:assert/strict';
import { test } from 'node:test';
import { honeypot } from './honeypot.ts';
import { weigh } from './weigh-test-support.ts';

test('a filled trap speaks strongly for spam, an empty one says nothing', () => {
  assert.ok(weigh(honeypot, { circumstances: { honeypotFilled: true } })!.weight >= 3);
  assert.equal(weigh(honeypot, {}), null);
});
