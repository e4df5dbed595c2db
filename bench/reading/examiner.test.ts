import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSimply } from './baseline.ts';
import { MARKS } from './marks.ts';
import { added, FIELD_MEASURES, MEASURES } from './rates.ts';
import type { ReadingJson } from './reading-shape.ts';
import { score } from './score.ts';
import { STYLES } from './styles.ts';
import { listTranscriptions, type Transcription } from './transcription.ts';

const development = listTranscriptions('development', 3);
const heldOut = listTranscriptions('held-out', 1);

/** What a reader without fault would answer. */
function perfectly({ items, notes, metadata, labels }: Transcription): ReadingJson {
  const blocks = items.filter((item) => item.kind !== 'note');
  return {
    language: null,
    metadata: { ...metadata },
    guesses: labels.flatMap((label, index) =>
      label === 'heading'
        ? [{ what: 'section', value: null, evidence: { line: index + 1, excerpt: '' }, confidence: 1 }]
        : [],
    ),
    blocks: blocks.map(({ kind, section, line, text }) => ({ kind, section, lines: [line, line], text })),
    notes,
    furniture: [],
    problems: [],
  };
}

test('the examiner has enough to ask: 120 transcriptions, 20 styles, both languages, most marks', () => {
  assert.ok(development.length >= 120 && STYLES.filter((style) => !style.heldOut).length >= 20);
  for (const language of ['en', 'fr']) assert.ok(development.filter((one) => one.language === language).length >= 60);
  assert.ok(new Set(development.map((one) => one.mark)).size >= 0.6 * Object.keys(MARKS).length);
  const pairs = development.flatMap((one) => one.notes.filter((note) => note.call && note.body));
  assert.ok(pairs.length > 500, `${pairs.length} notes`);
  assert.ok(
    development.some((one) => one.notes.some((note) => !note.call)) &&
      development.some((one) => one.notes.some((note) => !note.body)),
  );
});

test('a reader without fault gets full marks', () => {
  const total = added([...development, ...heldOut].map((one) => score(one, perfectly(one)).score));
  for (const measure of [...MEASURES, ...FIELD_MEASURES])
    assert.equal(measure.of(total), measure.more ? 1 : 0, measure.name);
});

test('a reader that knows only blank lines and [n] does not', () => {
  const total = added(development.map((one) => score(one, readSimply(one.bytes)).score));
  for (const name of ['notes recall', 'paragraphs', 'headings', 'verse', 'metadata']) {
    const measure = MEASURES.find((one) => one.name === name)!;
    assert.ok(measure.of(total)! < measure.target, name);
  }
});

test('the truth points at what stands in the file', () => {
  for (const { name, text, notes, items } of [...development, ...heldOut]) {
    const lines = text.split(/\r\n?|\n/);
    assert.ok(!/[\ue000-\ue002]/.test(text), name);
    for (const { call, body } of notes) {
      if (call) assert.equal(lines[call.line - 1]!.slice(call.column - 1).length >= call.width, true, name);
      if (body) assert.ok(lines[body.line - 1]!.includes(body.text.slice(0, 4).trim()), `${name}: ${body.text}`);
    }
    for (const item of items) assert.ok(lines[item.line - 1]!.trim() !== '', name);
  }
});

test('the same seed gives the same bytes', () => {
  const again = listTranscriptions('development', 1);
  for (const one of again)
    assert.deepEqual(one.bytes, development.find((other) => other.name === one.name)!.bytes, one.name);
});
