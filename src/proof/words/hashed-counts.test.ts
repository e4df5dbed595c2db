import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf, hashOfPair } from './hash.ts';
import { classOf, countClass, readHashedCounts, writeHashedCounts } from './hashed-counts.ts';
import { languageWords } from './language-words.ts';

test('a table gives back the class of every key it was made of, and no other', () => {
  const words = Array.from({ length: 5000 }, (_, index) => `word${index}`);
  const bytes = writeHashedCounts(new Map(words.map((word, index) => [hashOf(word), index])));
  const table = readHashedCounts(bytes);
  assert.equal(table.size, 5000);
  words.forEach((word, index) => {
    assert.equal(classOf(table, hashOf(word)), countClass(index));
  });
  const strangers = Array.from({ length: 5000 }, (_, index) => hashOf(`other${index}`));
  assert.ok(strangers.filter((key) => classOf(table, key) >= 0).length <= 1);
});

test('classes are binary logarithms, bounded', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 1000, 1e9].map(countClass), [0, 1, 2, 2, 3, 10, 15]);
});

test('bytes that are no table are refused', () => {
  assert.throws(() => readHashedCounts(new Uint8Array(16)), /not a table/);
});

test('the order of a pair counts', () => {
  assert.notEqual(hashOfPair(hashOf('of'), hashOf('the')), hashOfPair(hashOf('the'), hashOf('of')));
});

test('the tables of both languages hold what they should', () => {
  const [english, french] = [languageWords('en'), languageWords('fr')];
  for (const word of ['the', 'government', 'organise', 'organize']) assert.ok(english.word(hashOf(word)) >= 0, word);
  for (const word of ['le', 'gouvernement', 'œuvre', 'été', 'fussions'])
    assert.ok(french.word(hashOf(word)) >= 0, word);
  for (const word of ['tbe', 'govrenment', 'tlie']) assert.equal(english.word(hashOf(word)), -1, word);
  assert.ok(english.pair(hashOf('of'), hashOf('the')) > 10);
  assert.ok(english.pair(hashOf('the'), hashOf('of')) < 6);
  assert.ok(french.pair(hashOf('de'), hashOf('la')) > 10);
});
