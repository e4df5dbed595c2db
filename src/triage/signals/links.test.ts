import assert from 'node:assert/strict';
import { test } from 'node:test';
import { links } from './links.ts';
import { weigh } from './weigh-test-support.ts';

test('one link weighs little, several more, a post of links most', () => {
  const one = weigh(links, {
    body: 'The letter itself is at https://archive.example.org/letters/12, with the envelope and both drafts.',
  })!;
  const three = weigh(links, {
    body: 'See www.one.example.com, two.ru and http://three.example.net/?x=1, all of them worth your while, dear friends.',
  })!;
  const alone = weigh(links, { body: 'https://example.org/win' })!;
  assert.equal(one.values.count, 1);
  assert.equal(three.values.count, 3);
  assert.ok(one.weight < 0.5 && three.weight > 1 && alone.weight > one.weight);
});

test('prose has no links in it', () => {
  for (const body of [
    'He left at 10.30. No more is known.',
    'i.e. the second edition, p. 12',
    'Mr. Net said so. Info follows.',
    'and/or',
  ])
    assert.equal(weigh(links, { body }), null, body);
});
