import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Correction } from '#domain/reading.ts';
import { readBytes } from '../read.ts';

const read = (text: string, corrections: readonly Correction[] = []) =>
  readBytes({ bytes: Buffer.from(text), format: 'markdown', corrections });

const PANDOC = `---
author: Anna Weil
date: 2010-03-04 10:15:00 +0100
lang: en
tags: [salt, trade]
mood: sober
---
# On Salt

First *things* first.[^a]

> Salt is the price of meat.
>
> And of fish.

## The pans

- one
- two

[^a]: As the ledger has it.
`;

test('a source that names its metadata is taken as it stands, other programs’ keys too', () => {
  const reading = read(PANDOC);
  assert.equal(reading.metadata.title, 'On Salt');
  assert.deepEqual(reading.metadata.authors, ['Anna Weil']);
  assert.equal(reading.metadata.online, '2010-03-04');
  assert.deepEqual(reading.metadata.keywords, ['salt', 'trade']);
  assert.match(reading.source, /^mood: sober$/m);
  assert.doesNotMatch(reading.source, /^author:|# On Salt$/m);
  assert.deepEqual(reading.counts, { sections: 2, paragraphs: 3, quotations: 1, notes: 1, words: 16, noteWords: 5 });
  assert.deepEqual(
    reading.sections.map(({ heading }) => heading),
    [null, 'The pans'],
  );
  assert.deepEqual(reading.notes, [
    { label: 'a', call: { line: 10, column: 22 }, body: { line: 21, text: 'As the ledger has it.' } },
  ]);
  assert.deepEqual(
    reading.problems.map(({ code }) => code),
    ['front-matter-key-unknown'],
  );
});

test('what stands under a title without front matter is asked as in a bare transcription', () => {
  const reading = read(
    '# On Salt\n\nby Anna Weil\n\n4 March 1932\n\nSalt is the price of *meat*, and the price of fish.[^1]\n\n[^1]: And of soup.\n',
  );
  assert.equal(reading.metadata.title, 'On Salt');
  assert.deepEqual(reading.metadata.authors, ['Anna Weil']);
  assert.deepEqual(
    reading.blocks.map(({ text }) => text),
    ['Salt is the price of meat, and the price of fish.'],
  );
  assert.match(reading.source, /\*meat\*/);
});

test('notes that Markdown does not know of are paired all the same', () => {
  const reading = read(
    '# On Salt\n\nSalt is the price of meat, he wrote.[1] Nobody answered him.\n\n## Notes\n\n[1] In a letter to his sister.\n',
  );
  assert.deepEqual(
    reading.notes.map(({ label, call, body }) => [label, call?.line, body?.line]),
    [['1', 3, 7]],
  );
});

test('one correction makes one block what it was said to be', () => {
  const lines = (first: number, last: number, as: 'heading' | 'furniture' | 'verse'): Correction => ({
    kind: 'lines',
    lines: [first, last],
    as,
  });
  const text = '---\ntitle: Salt\n---\nShare this page\n\nThe pans\n\nSalt, salt,\nsalt.\n';
  const reading = read(text, [lines(4, 4, 'furniture'), lines(6, 6, 'heading'), lines(8, 9, 'verse')]);
  assert.deepEqual(
    reading.blocks.map(({ kind, lines: [first] }) => [kind, first]),
    [
      ['heading', 6],
      ['verse', 8],
    ],
  );
  assert.deepEqual(
    reading.furniture.map(({ text: words }) => words),
    ['Share this page'],
  );
  assert.match(reading.source, /## The pans\n\n:::verse/);
});

test('a title that is not there is not invented', () => {
  const reading = read('---\nauthors: [Anna Weil]\n---\nSalt is the price of meat.\n');
  assert.equal(reading.metadata.title, null);
  assert.equal(reading.guesses[0]?.what, 'title');
  assert.ok(reading.problems.some(({ code }) => code === 'title-missing'));
});

test('lines ended by hard breaks are verse, stanza by stanza, and keep their indentation', () => {
  const reading = read(
    '# The Bar\n\nOnce there was a song.[^1]\n\nThe wind went round  \n  and would not stay,  \nto Ashing Bay.\n\nOne,  \ntwo,  \nthree.\n\n[^1]: It is lost.\n',
  );
  assert.deepEqual(
    reading.blocks.map(({ kind, lines }) => [kind, ...lines]),
    [
      ['paragraph', 3, 3],
      ['verse', 5, 11],
    ],
  );
  assert.match(reading.source, /^:::verse\nThe wind went round\n\u2003and would not stay,\nto Ashing Bay\.\n\nOne,$/m);
});

test('Only what became metadata or furniture leaves the text: a dateline under a first heading stays', () => {
  const reading = readBytes({
    bytes: Buffer.from(
      '# Letters from the Light\n\nBy Ruth Pell\n\n\n## To her mother\nThe 2nd of February 1887.\n\nI came on Sunday, in the rain, and was put at once to the oil.[^1]\n\n## To her brother\n\nYou ask how a lamp is lit on such a night.\n\n[^1]: The log has Monday.\n',
    ),
    format: 'markdown',
  });
  assert.deepEqual(reading.metadata.authors, ['Ruth Pell']);
  assert.match(reading.source, /## To her mother\n+The 2nd of February 1887\./);
});
