import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { blockIdSource } from './block-id.ts';
import { createWorkers } from './pool.ts';

const workers = createWorkers({ size: 1 });
after(() => workers.close());

const source = readFileSync(new URL('../../samples/on-reading-proof.md', import.meta.url), 'utf8');

test('a source is prepared, and prepared again after a change keeps its ids', async () => {
  const argument = { previousBlocks: [], previousNotes: [], language: 'fr' } as const;
  const first = await workers.run('prepare', { ...argument, source });
  assert.equal(first.metadata.title, 'On Reading Proof');
  assert.match(first.bodyHtml, /aria-label="Paragraph 1"/, 'in the language of the text, not of the site');
  assert.ok(first.words > 1500 && first.excerpt.length > 50 && first.contents.length >= 3);
  assert.ok(first.plainText.includes('YOU HAVE BEEN TOLD') && first.searchText.includes('You have been told'));
  const changed = source.replace('I have been one for twenty-six years', 'I was one for twenty-seven years');
  const next = { source: changed, previousBlocks: first.blocks, previousNotes: first.notes, language: 'fr' } as const;
  const second = await workers.run('prepare', next);
  assert.deepEqual(
    second.blocks.map(({ id }) => id),
    first.blocks.map(({ id }) => id),
  );
  assert.deepEqual(second.removed, []);
});

test('a preview numbers its blocks the same way each time', async () => {
  const [one, two] = await Promise.all([1, 2].map(() => workers.run('preview', { source, language: 'en' })));
  assert.equal(one?.html, two?.html);
});

test('two sources are compared', async () => {
  const comparison = await workers.run('compare', { from: source, to: source.replace('disappointing', 'delighting') });
  assert.ok(JSON.stringify(comparison).includes('delighting'));
});

test('a file is read and prepared in one trip', async () => {
  const bytes = new TextEncoder().encode(source);
  const { reading, prepared } = await workers.run('readAndPrepare', {
    bytes,
    fileName: 'a.md',
    format: 'auto',
    language: 'en',
  });
  assert.equal(reading.format, 'markdown');
  assert.equal(prepared.notes.length, reading.counts.notes);
});

test('ids are short, begin with a letter, and are never given twice', () => {
  const taken = ['bbbbbbb'];
  const createId = blockIdSource(taken);
  const ids = Array.from({ length: 5000 }, createId);
  assert.equal(new Set([...ids, ...taken]).size, 5001);
  assert.ok(ids.every((id) => /^[a-z][a-z2-9]{6}$/.test(id)));
});
