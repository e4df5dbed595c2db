import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortenedLinks } from './shortened-links.ts';
import { weigh } from './weigh-test-support.ts';

test('a shortener is known by its host, not by letters in an address', () => {
  assert.equal(
    weigh(shortenedLinks, { body: 'look: https://bit.ly/3xY and TinyURL.com/abc' })!.values.hosts,
    'bit.ly, tinyurl.com',
  );
  assert.equal(weigh(shortenedLinks, { body: 'https://rabbit.ly.example.org/bit.ly' }), null);
});
