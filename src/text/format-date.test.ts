import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEdtf } from './edtf-date.ts';
import { formatDate, yearOf } from './format-date.ts';

const DATES: readonly (readonly [edtf: string, en: string, fr: string])[] = [
  ['1938', '1938', '1938'],
  ['1938~', 'about 1938', 'vers 1938'],
  ['1938?', 'perhaps 1938', 'peut-être 1938'],
  ['1938%', 'perhaps about 1938', 'peut-être vers 1938'],
  ['1936-02', 'February 1936', 'février 1936'],
  ['1936-02-14', '14 February 1936', '14 février 1936'],
  ['1931-05-01', '1 May 1931', '1er mai 1931'],
  ['1936-21', 'spring 1936', 'printemps 1936'],
  ['193X', '1930s', 'années 1930'],
  ['18XX', '19th century', 'XIXe siècle'],
  ['20XX', '21st century', 'XXIe siècle'],
  ['-0043', '44 BC', '44 av. J.-C.'],
  ['1936/1938', '1936–1938', '1936–1938'],
  ['1936-02~/1938', 'about February 1936 – 1938', 'vers février 1936 – 1938'],
  ['1936/..', 'from 1936', 'depuis 1936'],
  ['../1936', 'until 1936', 'jusqu’à 1936'],
  ['last spring', 'last spring', 'last spring'],
];

for (const [edtf, en, fr] of DATES)
  test(`${edtf} is said “${en}” and “${fr}”`, () => {
    assert.equal(formatDate(edtf, 'en'), en);
    assert.equal(formatDate(edtf, 'fr'), fr);
  });

test('what is not a date is not', () => {
  for (const text of [
    '',
    '38',
    '1938-13',
    '1938-02-30',
    '1938-2',
    '14 February 1936',
    '1938/1939/1940',
    '../..',
    '1938-XX-01',
  ])
    assert.equal(isEdtf(text), false, text);
  for (const text of ['1936-02-29', '1936-XX', '1936-02-XX', '/1938', '1936/']) assert.equal(isEdtf(text), true, text);
});

test('a year is told where it is sure', () => {
  assert.deepEqual(['1936-02~', '193X', '../1938', 'x'].map(yearOf), [1936, null, 1938, null]);
});
