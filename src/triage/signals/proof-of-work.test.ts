import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proofOfWork } from './proof-of-work.ts';
import { weigh } from './weigh-test-support.ts';

test('absent, it weighs so little that it alone never makes likely spam', () => {
  assert.ok(weigh(proofOfWork, { circumstances: { proofOfWork: 'absent' } })!.weight < 0.5);
  assert.equal(weigh(proofOfWork, { circumstances: { proofOfWork: 'done' } }), null);
  assert.equal(weigh(proofOfWork, {}), null);
});
