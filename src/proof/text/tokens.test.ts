import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphsOf } from './paragraphs.ts';
import { tokensOf } from './tokens.ts';

const tokens = (text: string, elisions = false) => tokensOf({ text, paragraphs: paragraphsOf(text), elisions });

test('words keep their apostrophes in English and leave their elisions in French', () => {
  assert.deepEqual(
    tokens('Don’t go to Darwin’s.').map(({ lower }) => lower),
    ["don't", 'go', 'to', "darwin's"],
  );
  assert.deepEqual(
    tokens('Qu’il aille d’abord à l’école, aujourd’hui.', true).map(({ text }) => text),
    ['Qu’', 'il', 'aille', 'd’abord', 'à', 'l’', 'école', 'aujourd’hui'],
  );
});

test('what stands between two words is told', () => {
  assert.deepEqual(
    tokens('One two, three-four; five. Six\n\nseven').map(({ gap }) => gap),
    ['stop', 'space', 'comma', 'hyphen', 'weak', 'stop', 'stop'],
  );
});

test('shapes and kinds', () => {
  assert.deepEqual(
    tokens('a The NATO difTerent 12 i8th').map(({ shape, kind }) => `${shape} ${kind}`),
    ['lower word', 'title word', 'upper word', 'mixed word', 'lower number', 'lower mixed'],
  );
});

test('every token stands where it says', () => {
  const text = '“Où est-il ?” —\n\n  L’œuvre du 18e siècle…';
  const found = tokens(text, true);
  assert.ok(found.length > 6);
  for (const { start, end, text: word } of found) assert.equal(text.slice(start, end), word);
});

test('paragraphs: prose, heading, note, verse', () => {
  const text =
    'The Fall of the Town\n\nIt fell in the night, and nobody saw it.\n\n[1] By night.\n\nO my rose\nAnd my thorn\nAnd my long way';
  assert.deepEqual(
    paragraphsOf(text).map(({ kind }) => kind),
    ['heading', 'prose', 'note', 'verse'],
  );
});
