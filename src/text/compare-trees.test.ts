import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareTrees } from './compare-trees.ts';
import { compareWords } from './compare-words.ts';
import { parseSource } from './parse-source.ts';

const FROM = `---
title: Salt
---
The council met on Tuesday.

It sent three delegates to the coast.[^1]

Nobody came back that winter, and nobody was asked to.

[^1]: Two of them by train.`;

test('nothing changed: every block is unchanged', () => {
  const { metadata, blocks, notes, counts } = compareTrees({ from: parseSource(FROM), to: parseSource(FROM) });
  assert.deepEqual(metadata, []);
  assert.deepEqual(
    blocks.map(({ change }) => change),
    ['unchanged', 'unchanged', 'unchanged'],
  );
  assert.deepEqual(
    notes.map(({ change }) => change),
    ['unchanged'],
  );
  assert.equal(counts.wordsAdded + counts.wordsRemoved, 0);
});

test('words, moves, metadata and notes are told apart', () => {
  const to = `---
title: Salt and Ledger
---
Nobody came back that winter, and nobody was asked to.

The council met on Wednesday.

It sent three delegates to the coast.[^1]

> A quotation that is new.

[^1]: Two of them by sea.`;
  const { metadata, blocks, notes, counts } = compareTrees({ from: parseSource(FROM), to: parseSource(to) });
  assert.deepEqual(metadata, [{ field: 'title', from: 'Salt', to: 'Salt and Ledger' }]);
  assert.deepEqual(
    blocks.map(({ change }) => change),
    ['moved', 'changed', 'unchanged', 'added'],
  );
  assert.deepEqual(blocks[1]!.words, [
    { kind: 'same', text: 'The council met on ' },
    { kind: 'removed', text: 'Tuesday' },
    { kind: 'added', text: 'Wednesday' },
    { kind: 'same', text: '.' },
  ]);
  assert.deepEqual(
    notes.map(({ change }) => change),
    ['changed'],
  );
  assert.deepEqual(counts, {
    wordsAdded: 7,
    wordsRemoved: 2,
    blocksAdded: 1,
    blocksRemoved: 0,
    blocksChanged: 1,
    blocksMoved: 1,
  });
});

test('a removed block stands behind the one it stood behind', () => {
  const to = FROM.replace('It sent three delegates to the coast.[^1]\n\n', '');
  const { blocks } = compareTrees({ from: parseSource(FROM), to: parseSource(to) });
  assert.deepEqual(
    blocks.map(({ change }) => change),
    ['unchanged', 'removed', 'unchanged'],
  );
});

test('the runs of a comparison give both texts back', () => {
  const texts = fc
    .array(fc.constantFrom('a ', 'b ', 'c', ', ', 'dé ', '. '), { maxLength: 30 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, texts, (from, to) => {
      const words = compareWords(from, to);
      assert.equal(
        words
          .filter(({ kind }) => kind !== 'added')
          .map(({ text }) => text)
          .join(''),
        from,
      );
      assert.equal(
        words
          .filter(({ kind }) => kind !== 'removed')
          .map(({ text }) => text)
          .join(''),
        to,
      );
    }),
    { numRuns: 300, seed: 1 },
  );
});
