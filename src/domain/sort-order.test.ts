import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOrder, titleOrder } from './sort-order.ts';

test('titles are filed without article, marks and capitals', () => {
  assert.deepEqual(['The Lamp', 'L’Été', 'A', 'Les Ombres', '“An End”'].map(titleOrder), [
    'lamp',
    'ete',
    'a',
    'ombres',
    'end',
  ]);
});

test('names are filed by their last word, or as a comma has it', () => {
  assert.deepEqual(['Aimé Césaire', 'Césaire, Aimé', 'Voltaire'].map(nameOrder), [
    'cesaire aime',
    'cesaire aime',
    'voltaire',
  ]);
});
