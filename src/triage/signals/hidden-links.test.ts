import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hiddenLinks } from './hidden-links.ts';
import { weigh } from './weigh-test-support.ts';

test('foreign markup and spelt addresses are found', () => {
  for (const body of [
    '<a href="http://x.example.com">here</a>',
    '[url=http://x.example.com]here[/url]',
    '[here](x.example.com/a)',
    'go to kidsmediausa  . com',
    'cheap pills [dot] com',
  ])
    assert.equal(weigh(hiddenLinks, { body })!.values.count, 1, body);
});

test('a bare link is not hidden', () => {
  assert.equal(weigh(hiddenLinks, { body: 'https://example.org/a_(b) and example.com.' }), null);
});
