import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWords } from '#text/count-words.ts';
import { listBlocks } from '#text/list-blocks.ts';
import { listNotes } from '#text/list-notes.ts';
import { parseSource } from '#text/parse-source.ts';
import { plainText } from '#text/plain-text.ts';
import { writeSource } from '#text/write-source.ts';
import { listSamples } from './support/samples.ts';

const samples = listSamples().map((sample) => ({ ...sample, ...parseSource(sample.source) }));

test('every sample is written as the press would write it, without a problem', () => {
  assert.ok(samples.length >= 8, `only ${samples.length} samples`);
  for (const { slug, source, metadata, tree, problems } of samples) {
    assert.deepEqual(problems, [], slug);
    assert.equal(writeSource({ metadata, tree }), source, slug);
  }
});

test('the samples say of themselves what the index pages need', () => {
  for (const { slug, metadata } of samples) {
    assert.ok(metadata.title && metadata.summary && metadata.language && metadata.written, slug);
    assert.ok(metadata.authors.length > 0 && metadata.collections.length > 0 && metadata.keywords.length > 0, slug);
    assert.equal(metadata.licence, 'CC0-1.0', slug);
    if (metadata.translationOf)
      assert.ok(
        samples.some((other) => other.slug === metadata.translationOf),
        slug,
      );
  }
});

test('together they show each thing the press does', () => {
  const kinds = new Set(samples.flatMap(({ tree }) => listBlocks(tree).map((block) => block.kind)));
  for (const kind of ['paragraph', 'quotation', 'verse', 'heading', 'list', 'table'])
    assert.ok(kinds.has(kind as never), kind);
  const noteKinds = new Set(samples.flatMap(({ tree }) => listNotes(tree).map((note) => note.kind)));
  for (const kind of ['author', 'editor', 'translator']) assert.ok(noteKinds.has(kind as never), kind);
  assert.ok(samples.some(({ metadata, tree }) => metadata.language === 'fr' && listNotes(tree).length > 1));
  assert.ok(samples.some(({ metadata }) => metadata.translationOf !== null));
  const longest = Math.max(...samples.map(({ tree }) => countWords(plainText(tree, { leadIns: 'as transcribed' }))));
  assert.ok(longest >= 6000, `the longest has ${longest} words`);
});
