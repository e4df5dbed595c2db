import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hiddenCharacters } from './hidden-characters.ts';
import { weigh } from './weigh-test-support.ts';

test('turning marks, characters inside words and heaps of accents count', () => {
  assert.equal(weigh(hiddenCharacters, { body: 'abc\u202Egpj.exe' })!.values.count, 1);
  assert.equal(weigh(hiddenCharacters, { body: 'vi\u200Bag\u200Bra' })!.values.count, 2);
  assert.ok(weigh(hiddenCharacters, { body: `e${'\u0301'.repeat(12)}` })!.weight > 1);
});

test('what was taken out before is told by the circumstances', () => {
  assert.equal(weigh(hiddenCharacters, { circumstances: { hiddenCharacters: 7 } })!.values.count, 7);
});

test('honest copying and other scripts do not count', () => {
  for (const body of [
    '\uFEFFcopied\u200B\n',
    'hy\u00ADphen',
    'می\u200Cخواهم',
    '👩\u200D👧',
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
  ])
    assert.equal(weigh(hiddenCharacters, { body }), null, body);
});
