import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearCopies } from './near-copies.ts';
import { weigh } from './weigh-test-support.ts';

test('exact copies are not counted twice', () => {
  assert.equal(weigh(nearCopies, { circumstances: { exactCopies: 4, nearCopies: 4 } }), null);
  assert.equal(weigh(nearCopies, { circumstances: { exactCopies: 1, nearCopies: 4 } })!.values.count, 3);
  assert.ok(
    weigh(nearCopies, { circumstances: { nearCopies: 30 } })!.weight >
      weigh(nearCopies, { circumstances: { nearCopies: 2 } })!.weight,
  );
});
