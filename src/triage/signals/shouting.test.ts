import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shouting } from './shouting.ts';
import { weigh } from './weigh-test-support.ts';

test('capitals throughout and strings of marks are shouted', () => {
  assert.ok(weigh(shouting, { body: 'LISTEN TO ME ALL OF YOU, READ THIS NOW' })!.weight >= 0.6);
  assert.equal(weigh(shouting, { body: 'What a text!!! And so long!!!!' })!.values.count, 2);
});

test('short capitals and one mark are not', () => {
  for (const body of ['OK', 'The NATO and the UN agreed in 1960!', 'He asked: why?!'])
    assert.equal(weigh(shouting, { body }), null, body);
});
