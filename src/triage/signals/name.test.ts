import assert from 'node:assert/strict';
import { test } from 'node:test';
import { name } from './name.ts';
import { weigh } from './weigh-test-support.ts';

test('an address in the name is an advertisement, a dotted name is a name', () => {
  assert.ok(weigh(name, { name: 'Cheap-Loans.com' })!.weight > 1);
  assert.equal(weigh(name, { name: 'J. R. R. Tolkien' }), null);
  assert.equal(weigh(name, { name: 'Ann', body: 'see example.com' }), null);
});
