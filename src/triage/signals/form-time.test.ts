import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formTime } from './form-time.ts';
import { weigh } from './weigh-test-support.ts';

test('the faster, the heavier; whoever takes time, or whose time is not known, is not asked', () => {
  const of = (secondsToSend: number | null) => weigh(formTime, { circumstances: { secondsToSend } })?.weight ?? 0;
  assert.ok(of(0.5) > of(2));
  assert.ok(of(2) > 0);
  assert.deepEqual([of(3), of(600), of(null), of(-3), of(Number.NaN)], [0, 0, 0, 0, 0]);
});
