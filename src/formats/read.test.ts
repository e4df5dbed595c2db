import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseSource } from '#text/parse-source.ts';
import { readBytes } from './read.ts';
import { toJson } from './reading-json.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const SAMPLE = `Salt Marsh
by Anna Weil

THE TIDE CAME IN at four [1], and nobody on the wall had noticed it until the boats
began to lift (see p. 12). It was (1) early and (2) high.

“We shall go down,” she said, “when it turns.”

    The water kept its counsel then
    And gave it to the quay,
    And no one asked for it again
    That ever went to sea.

- one rope
- two lamps

* * *

I. The Wall

A second para-
graph, wrapped by hand at eighty columns as letters were, with a call¹ in the middle of it.

[1] By the harbour clock.
¹ Which was slow.

Any message or comments?
`;

const LINES = SAMPLE.split('\n');

test('No bytes make the reader fail, and whatever it makes parses', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const reading = readBytes({ bytes, format: 'auto' });
      assert.ok(Array.isArray(parseSource(reading.source).problems));
    }),
    { numRuns: 200 },
  );
});

/** Lines of the sample in any order, cut, doubled, joined with noise: what copying and typing do to a text. */
const mangled = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...LINES) },
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.stringMatching(/^[[({<*^\d\])}>.:;,"'«»“” a-cI#|_=-]{0,24}$/),
      fc.constantFrom(
        '',
        '',
        'Notes',
        '12',
        '- 3 -',
        '\f',
        '>',
        '> a b',
        '***',
        '(*) c',
        'a\tb',
        '[^1]: d',
        '1. e',
        '2. f',
      ),
    ),
    { maxLength: 40 },
  )
  .map((lines) => lines.join('\n'));

test('No word is lost: each is in a block, a note, the furniture or the evidence of a guess', () => {
  fc.assert(
    fc.property(mangled, (text) => {
      const reading = readBytes({ bytes: encode(text), format: 'text' });
      const kept = letters(
        [
          ...reading.blocks.map((block) => block.text),
          ...reading.notes.flatMap((note) => [note.label, note.body?.text ?? '']),
          ...reading.furniture.map((one) => one.text),
          ...reading.guesses.flatMap((guess) => [guess.value ?? '', guess.evidence.excerpt, ...guess.alternatives]),
        ].join(' '),
      );
      for (const word of text.split(/[\s\p{P}\p{S}\p{C}]+/u)) {
        if (word.length > 1 && /\p{L}{2}/u.test(word))
          assert.ok(kept.includes(letters(word)), `lost: ${JSON.stringify(word)}`);
      }
    }),
    // Found at random once: a line that is no title, and below it what is no text.
    { numRuns: 300, examples: [['Salt Marsh\na>\n\n12']] },
  );
});

const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');

test('Calls and bodies are paired whatever their marks', () => {
  const reading = readBytes({ bytes: encode(SAMPLE), format: 'text' });
  assert.deepEqual(
    reading.notes.map((note) => [note.label, note.call?.line, note.body?.text]),
    [
      ['1', 4, 'By the harbour clock.'],
      ['1', 22, 'Which was slow.'],
    ],
  );
});

test('What an editor says is so: a title, a line, a note without its call', () => {
  const bytes = encode(SAMPLE);
  const corrections = [
    { kind: 'metadata', field: 'title', value: 'Salt' },
    { kind: 'lines', lines: [7, 7], as: 'quotation' },
    { kind: 'lines', lines: [14, 15], as: 'furniture' },
    { kind: 'note', bodyLine: 24, call: null },
  ] as const;
  const reading = readBytes({ bytes, format: 'text', corrections });
  assert.equal(reading.metadata.title, 'Salt');
  assert.equal(reading.blocks.find((block) => block.lines[0] === 7)?.kind, 'quotation');
  assert.ok(reading.furniture.some((one) => one.lines[0] === 14));
  assert.equal(reading.notes.find((note) => note.body?.line === 24)?.call, null);
});

test('Empty, binary and NUL-ridden files say what is wrong', () => {
  const problems = (bytes: Uint8Array) => readBytes({ bytes, format: 'auto' }).problems.map((problem) => problem.code);
  assert.deepEqual(problems(new Uint8Array()), ['empty', 'title-missing']);
  assert.ok(problems(Uint8Array.from({ length: 4000 }, (_, at) => at % 7)).includes('not-text'));
  assert.ok(problems(encode(`One\0two. ${'Three four five. '.repeat(20)}`)).includes('nul'));
});

test('A note that calls itself, and ten thousand quotation marks, are read', () => {
  const self = readBytes({ bytes: encode('Text.[1]\n\n[1] See note [1].'), format: 'text' });
  assert.equal(self.notes[0]?.body?.text, 'See note [1].');
  const deep = readBytes({ bytes: encode(`${'>'.repeat(10_000)} a\n\n${'“'.repeat(10_000)}`), format: 'text' });
  assert.ok(deep.blocks.length > 0);
});

test('In JSON, what is not known is null, empty lists too', () => {
  const json = toJson(readBytes({ bytes: encode('Once upon a time.'), format: 'text' })) as {
    metadata: Record<string, unknown>;
  };
  assert.equal(json.metadata.authors, null);
  assert.equal(json.metadata.title, null);
});
