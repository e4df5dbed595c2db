import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseSource } from '#text/parse-source.ts';
import { plainText } from '#text/plain-text.ts';
import { readBytes } from './read.ts';

/** The standing example is somebody's work and stays out of the project: the test runs where it lies beside it. */
const FILE = new URL('../../../shared/texts/a-logic-in-history.txt', import.meta.url);
const skip = existsSync(FILE) ? false : 'the standing example (../shared/texts/a-logic-in-history.txt) is not here';

test('Every fact of the standing example is found', { skip }, () => {
  const bytes = readFileSync(FILE);
  const reading = readBytes({ bytes, format: 'auto' });
  const { metadata, counts, sections, blocks, notes, furniture } = reading;
  assert.equal(metadata.online, '2024-01-09');
  assert.equal(metadata.postedBy, 'Robert Paris');
  assert.deepEqual(metadata.authors, ['C.L.R. James']);
  assert.equal(metadata.title, null);
  assert.equal(reading.language, 'en');
  assert.deepEqual(counts, { sections: 6, paragraphs: 31, quotations: 3, notes: 4, words: 5838, noteWords: 364 });
  assert.deepEqual(
    sections.map((section) => section.paragraphs),
    [1, 5, 12, 2, 7, 4],
  );
  assert.ok(sections.every((section) => section.heading === null));
  const quoted = blocks.filter((block) => block.kind === 'quotation').map((block) => [block.quotation, block.lines[0]]);
  assert.deepEqual(quoted, [
    [1, 34],
    [1, 36],
    [2, 40],
    [3, 54],
  ]);
  const pairs = notes.map((note) => [note.label, note.call?.line, note.body?.line]);
  assert.deepEqual(pairs, [
    ['1', 13, 74],
    ['2', 26, 76],
    ['3', 50, 78],
    ['4', 56, 80],
  ]);
  assert.deepEqual(
    furniture.flatMap((one) => one.lines[0]),
    [82, 85, 87, 88, 90],
  );
  const leadIn = reading.guesses.find((guess) => guess.what === 'lead-in');
  assert.equal(leadIn?.value, 'THERE IS A LOGIC IN HISTORY AND DESPITE ALL THE');
  const title = reading.guesses.find((guess) => guess.what === 'title');
  assert.equal(title?.value, null);
  assert.ok(title !== undefined && title.confidence < 0.8 && title.alternatives.length > 0);
  assert.ok(blocks.every((block) => !/\[\d\]| [.,]$/.test(block.text)));
});

test('Its plain text comes back byte for byte', { skip }, () => {
  const bytes = readFileSync(FILE);
  const { tree } = parseSource(readBytes({ bytes, format: 'auto' }).source);
  const lines = bytes.toString('utf8').split('\n').slice(5, 80);
  assert.equal(plainText(tree, { leadIns: 'as transcribed' }), `${lines.join('\n')}\n`);
});

test('A title given is a title had; a line said to be text is text', { skip }, () => {
  const bytes = readFileSync(FILE);
  const corrections = [
    { kind: 'metadata', field: 'title', value: 'A Logic' },
    { kind: 'lines', lines: [22, 22], as: 'heading' },
    { kind: 'lines', lines: [82, 82], as: 'text' },
  ] as const;
  const reading = readBytes({ bytes, format: 'auto', corrections });
  assert.equal(reading.metadata.title, 'A Logic');
  assert.equal(
    reading.sections.find((section) => section.line === 22)?.heading,
    'Let us look rigorously at the Soviet Union today.',
  );
  assert.ok(reading.blocks.some((block) => block.lines[0] === 82));
});
