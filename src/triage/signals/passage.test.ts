import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passage } from './passage.ts';
import { weigh } from './weigh-test-support.ts';

test('who takes up the passage’s words is believed a little more', () => {
  const quote = 'The council decided against the printers in November.';
  assert.ok(weigh(passage, { body: 'Which printers? The council met in December.', quote })!.weight < 0);
  assert.equal(weigh(passage, { body: 'Nice article, visit my site', quote }), null);
  assert.equal(weigh(passage, { body: 'Which printers? The council met in December.' }), null);
});
