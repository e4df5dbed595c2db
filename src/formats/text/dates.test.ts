import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDate, wholeDate } from './dates.ts';

const READ: readonly (readonly [string, string])[] = [
  ['Tuesday 9 January 2024', '2024-01-09'],
  ['mardi 9 janvier 2024', '2024-01-09'],
  ['le 1er mai 1938', '1938-05-01'],
  ['January 9th, 2024', '2024-01-09'],
  ['Jan. 4th 1937', '1937-01-04'],
  ['2024-01-09', '2024-01-09'],
  ['1931-02', '1931-02'],
  ['13/02/1938', '1938-02-13'],
  ['février 1938', '1938-02'],
  ['Spring 1938', '1938-21'],
  ['1936–1938', '1936/1938'],
  ['1936-38', '1936/1938'],
  ['c. 1920', '1920~'],
  ['vers 1920', '1920~'],
  ['1930s', '193X'],
  ['1938?', '1938?'],
  ['(1938)', '1938'],
];

for (const [text, value] of READ) test(`A date: ${text}`, () => assert.equal(wholeDate(text)?.value, value));

test('The weekday is a checksum', () => {
  assert.equal(findDate('Tuesday 9 January 2024')?.weekdayAgrees, true);
  assert.equal(findDate('lundi 9 janvier 2024')?.weekdayAgrees, false);
  assert.equal(findDate('9 January 2024')?.weekdayAgrees, null);
});

test('No day that never was; day and month first only where either may be', () => {
  assert.notEqual(findDate('31 February 1938')?.value, '1938-02-31');
  assert.equal(findDate('03/04/2011', 'en')?.alternative, '2011-03-04');
  assert.equal(findDate('03/04/2011', 'fr')?.alternative, null);
  assert.equal(wholeDate('In 1938 the mill closed'), null);
});
