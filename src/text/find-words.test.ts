import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findWords, foldWords } from './find-words.ts';

const PASSAGE = 'It isn’t « the  end » of the road—no:\nthe ferry lay, in 1871, upon the wa\u00ADter.';

function found(typed: string, passage = PASSAGE): string | null {
  const span = findWords(passage, typed);
  return span && passage.slice(span.start, span.end);
}

test('the examples', () => {
  assert.deepEqual(findWords('It isn’t — the  road.', "ISN'T - the road"), { start: 3, end: 20 });
  assert.equal(foldWords('It isn’t — the  road.'), "itisn't-theroad.");
});

test('whatever a keyboard or a copy makes of them, the words are found as they stand', () => {
  for (const [typed, stands] of [
    ['the road', 'the road'],
    ["IT ISN'T", 'It isn’t'],
    ['"the end" of', '« the  end » of'],
    ['road - no : the\tferry', 'road—no:\nthe ferry'],
    ['upon the water', 'upon the wa\u00ADter'],
    ['u\u00ADpon the\u00A0 wa\u200Bter.', 'upon the wa\u00ADter.'],
    ['of the road1—no', 'of the road—no'],
    ['the ferry lay,[12] in 1871', 'the ferry lay, in 1871'],
  ] as const)
    assert.equal(found(typed), stands, typed);
  assert.equal(found('ﬁnal Cafe\u0301', 'A final café.'), 'final café');
  assert.equal(found('a b\nc', 'a\tb\tc'), 'a\tb\tc');
});

test('words that do not stand there are not found', () => {
  for (const typed of ['', ' ', '\u00AD', 'the roads', 'road the of', 'in 1872', 'it isnt', 'in 187'.repeat(300)])
    assert.equal(found(typed), null, typed);
  assert.equal(found('the road', ''), null);
});

test('any part of any passage is found in it, as the same signs', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(words, words, words, (before, part, after) => {
      const span = findWords(before + part + after, part);
      if (span === null) return /^[\s\p{Cc}\p{Cf}]*$/u.test(part.normalize('NFKD'));
      return findWords((before + part + after).slice(span.start, span.end), part) !== null;
    }),
  );
});
