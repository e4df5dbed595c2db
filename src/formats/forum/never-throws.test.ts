// Whatever the bytes are: pieces and problems, never an exception, and never more time than bytes.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { answersInOrder } from './answers-in-order.ts';
import { FORUM_FORMATS, type ForumFormat } from './detect.ts';
import { FORUM_LIMITS, type ForumPiece, type ImportedContribution } from './imported.ts';
import { htmlToPlain } from './plain/html-to-plain.ts';
import { markdownToPlain } from './plain/markdown-to-plain.ts';
import { spipToPlain } from './plain/spip-to-plain.ts';
import { readForum } from './read.ts';
import { tidy } from './words-of.ts';

const FOLDER = new URL('../../../test/golden/forum/', import.meta.url);
const SAMPLES = readdirSync(FOLDER).map((name) => {
  const file = readdirSync(new URL(`${name}/`, FOLDER)).find((one) => one.startsWith('in.'));
  return { format: name.split('-')[0] as ForumFormat, bytes: readFileSync(new URL(`${name}/${file}`, FOLDER)) };
});

for (const { format, bytes } of SAMPLES) {
  test(`a ${format} export with bytes changed, cut out and put in twice is read to its end`, () => {
    fc.assert(
      fc.property(mutations(bytes.length), (changes) => {
        isRead([...readForum(format, [mutated(bytes, changes)])]);
      }),
      { numRuns: 150 },
    );
  });
}

test('anything at all is read as any format', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FORUM_FORMATS), fc.uint8Array({ maxLength: 400 }), (format, bytes) => {
      isRead([...readForum(format, [bytes])]);
    }),
    { numRuns: 500 },
  );
});

const LONG = 40_000;
const HOSTILE = [
  '<',
  '<b>',
  '{{',
  '[[',
  '[a->',
  '[a](',
  '**',
  '_a',
  '&',
  '\n ',
  ' ',
  '\n',
  '<a href="',
  '<!--',
  '>',
  '`',
  '-*',
  '\n_ ',
  '[',
];

test('no body takes time that grows faster than it', () => {
  for (const part of HOSTILE) {
    for (const read of [
      (text: string) => htmlToPlain(text, { newlines: 'kept' }),
      spipToPlain,
      markdownToPlain,
      tidy,
    ]) {
      const body = part.repeat(LONG);
      // A quadratic pattern would not end while anybody waits.
      assert.ok(read(`${body}x`).length <= 3 * body.length + 10, part);
    }
  }
});

test('nesting, declarations and strings without an end are refused, not followed', () => {
  const xml = (text: string) => codesOf(readForum('wxr', [Buffer.from(text)]));
  assert.deepEqual(xml(`<rss>${'<a>'.repeat(FORUM_LIMITS.depth + 10)}`), ['xml-deep']);
  assert.deepEqual(xml('<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>'), ['xml-doctype']);
  assert.deepEqual(xml('<rss>&a;</rss>'), ['xml-mistake']);
  assert.equal(xml(`<rss>${'&a;'.repeat(5000)}</rss>`).at(-1), 'xml-mistakes');
  const calls = `INSERT INTO spip_forum (id_forum) VALUES (${'replace('.repeat(5000)}`;
  assert.deepEqual(codesOf(readForum('spip', [Buffer.from(calls)])), ['sql-row']);
  assert.deepEqual(codesOf(readForum('spip', [Buffer.from("INSERT INTO spip_forum (id_forum) VALUES ('1")])), [
    'sql-row',
    'sql-unended',
  ]);
});

test('each stands after what it answers, once; what answers nothing or itself answers the text', () => {
  const ids = fc.nat({ max: 12 });
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(ids, fc.option(ids)), { selector: ([id]) => id }), (pairs) => {
      const given = pairs.map(([id, parent]) => contribution(String(id), parent === null ? null : String(parent)));
      const ordered = [...answersInOrder(given)];
      assert.deepEqual(
        ordered.map((one) => one.contribution.foreignId).sort(),
        given.map((one) => one.foreignId).sort(),
      );
      const seen = new Set<string>();
      for (const { contribution: one, isOrphan } of ordered) {
        if (one.parentForeignId !== null) assert.ok(seen.has(one.parentForeignId));
        assert.equal(
          isOrphan,
          one.parentForeignId !== given.find((it) => it.foreignId === one.foreignId)?.parentForeignId,
        );
        seen.add(one.foreignId);
      }
    }),
  );
});

test('only one in a circle loses what it answers, and what hangs on the circle stays on it', () => {
  const answers = [contribution('tail', 'a'), contribution('a', 'b'), contribution('b', 'a')];
  const orphans = [...answersInOrder(answers)]
    .filter(({ isOrphan }) => isOrphan)
    .map((one) => one.contribution.foreignId);
  assert.equal(orphans.length, 1);
  assert.notEqual(orphans[0], 'tail');
});

function isRead(pieces: readonly ForumPiece[]): void {
  for (const piece of pieces) {
    if (piece.kind === 'problem') assert.match(piece.problem.code, /^[a-z0-9-]+$/);
    if (piece.kind !== 'contribution') continue;
    const { name, subject, body, at } = piece.contribution;
    for (const text of [name, subject ?? '', body]) {
      assert.ok(text.isWellFormed());
      assert.doesNotMatch(text, /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/u);
    }
    if (at !== null) assert.match(at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  }
}

const codesOf = (pieces: Iterable<ForumPiece>) =>
  [...pieces].flatMap((piece) => (piece.kind === 'problem' ? [piece.problem.code] : []));

interface Change {
  readonly at: number;
  readonly length: number;
  readonly byte: number | null;
}

const mutations = (length: number) =>
  fc.array(
    fc.record({
      at: fc.nat({ max: length - 1 }),
      length: fc.nat({ max: 40 }),
      byte: fc.option(fc.oneof(fc.constantFrom(...Buffer.from('\'"\\<>&();,\n\0`[]{}')), fc.nat({ max: 255 }))),
    }),
    { minLength: 1, maxLength: 6 },
  );

/** A byte where there is one, else some bytes gone or twice. */
function mutated(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  return changes.reduce<Buffer>((done, { at, length, byte }) => {
    const [head, tail] = [done.subarray(0, at), done.subarray(at)];
    if (byte !== null) return Buffer.concat([head, Buffer.of(byte), tail.subarray(1)]);
    return Buffer.concat(length % 2 === 0 ? [head, tail.subarray(length)] : [head, tail.subarray(0, length), tail]);
  }, Buffer.from(bytes));
}

const contribution = (foreignId: string, parentForeignId: string | null): ImportedContribution => ({
  foreignId,
  parentForeignId,
  textForeignId: 't',
  name: '',
  email: null,
  subject: null,
  body: 'x',
  at: null,
  state: 'waiting',
  history: null,
  line: null,
});
