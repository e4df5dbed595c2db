import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countHidden } from './count-hidden.ts';
import { normalise } from './normalise.ts';

const CASES: readonly (readonly [string, string, string])[] = [
  ['composed', 'Cafe\u0301', 'Café'],
  ['line ends', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
  ['controls', 'a\0b\u0007c\u009Bd\te', 'abcd\te'],
  ['overrides and isolates', 'a\u202Egpj\u2066x\u2069', 'agpjx'],
  ['without width', 'vi\u200Bag\u2060ra\uFEFF\u00AD', 'viagra'],
  ['tags', 'a\u{E0061}\u{E0062}', 'a'],
  ['lone surrogates and what is no character', 'a\uD800b\uFFFEc\u{1FFFF}', 'a\uFFFDb\uFFFDc\uFFFD'],
  ['piled accents', `e${'\u0316'.repeat(20)}`, `e${'\u0316'.repeat(4)}`],
];

const KEPT: readonly string[] = [
  'می‌خواهم',
  '👩‍👩‍👧',
  '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
  'שלום\u200F!',
  'Ｆｕｌｌ ½ ﬁ',
  'Việt Nam, Ελληνικά, Привет, 漢字',
  '<b>a</b> & "b"',
];

for (const [name, given, wanted] of CASES)
  test(`normalised: ${name}`, () => {
    assert.equal(normalise(given), wanted);
  });

test('what a person typed to be read stays', () => {
  for (const text of KEPT) assert.equal(normalise(text), text.normalize('NFC'));
});

test('applied twice it changes nothing more, and nothing deceiving is left', () => {
  const signs = fc.constantFrom(...CASES.flatMap(([, given]) => [...given]), ...KEPT.flatMap((text) => [...text]));
  const text = fc.oneof(
    fc.array(signs, { maxLength: 40 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (given) => {
      const once = normalise(given);
      assert.equal(normalise(once), once);
      assert.equal(countHidden(once), 0);
      assert.doesNotMatch(once, /[\u202A-\u202E\u2066-\u2069\r\0]/);
    }),
    { numRuns: 500 },
  );
});
