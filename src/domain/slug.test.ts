import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReservedSlug, isSlug, LONGEST_SLUG, slugFrom } from './slug.ts';

const CASES: readonly (readonly [string, string])[] = [
  ['The Lamp-Tenders', 'the-lamp-tenders'],
  ['L’Œuvre de l’été: ça va?', 'l-oeuvre-de-l-ete-ca-va'],
  ['Straße, Łódź & Ærø', 'strasse-lodz-aero'],
  ['Война и мир', 'voina-i-mir'],
  ['Πολιτεία', 'politeia'],
  ['魯迅', 'u9b6f-u8fc5'],
  ['  1984 ', '1984'],
  ['…', ''],
];

for (const [words, slug] of CASES) {
  test(`"${words}" → ${slug}`, () => assert.equal(slugFrom(words), slug));
}

test('whatever the words, the slug is one, or empty', () => {
  for (const [words] of CASES)
    for (const long of [words, `${words} `.repeat(60)]) {
      const slug = slugFrom(long);
      assert.ok(slug === '' || isSlug(slug), `${long} → ${slug}`);
    }
});

test('a long title is cut between words', () => {
  const slug = slugFrom('considerations '.repeat(20));
  assert.ok(slug.length <= LONGEST_SLUG);
  assert.match(slug, /considerations$/);
});

test('what is not a slug is told', () => {
  for (const wrong of ['', 'A', 'a--b', '-a', 'a-', 'a/b', 'é', 'a.md', 'a'.repeat(LONGEST_SLUG + 1)])
    assert.ok(!isSlug(wrong), wrong);
  assert.ok(isReservedSlug('desk') && !isReservedSlug('the-desk'));
});
