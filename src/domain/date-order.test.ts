import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateOrder, yearOf } from './date-order.ts';

test('dates sort as they follow each other, unknown ones last', () => {
  const inOrder = [
    '-0044-03-15',
    '0079',
    '1667',
    '193X',
    '1938',
    '1938-05',
    '1938-05-02',
    '1938-06/1940',
    '2026',
    null,
  ];
  assert.deepEqual(
    [...inOrder].sort((a, b) => (dateOrder(a) < dateOrder(b) ? -1 : 1)),
    inOrder,
  );
});

test('the year of a date, where it says one', () => {
  const years = ['1938', '1938~', '1938-05-02', '1938/1940', '[1667,1668]', '-0044', '193X', null].map(yearOf);
  assert.deepEqual(years, [1938, 1938, 1938, 1938, 1667, -44, null, null]);
});
