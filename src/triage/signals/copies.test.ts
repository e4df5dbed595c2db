import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copies } from './copies.ts';
import { weigh } from './weigh-test-support.ts';

test('the more copies, the heavier, up to a bound', () => {
  const weightOf = (exactCopies: number) =>
    weigh(copies, { circumstances: { exactCopies, nearCopies: exactCopies } })?.weight ?? 0;
  assert.equal(weightOf(0), 0);
  assert.ok(weightOf(1) > 0 && weightOf(1) < 1);
  assert.ok(weightOf(10) > weightOf(3));
  assert.equal(weightOf(1e9), weightOf(1e6));
});
