import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { detectForum, FORUM_FORMATS, type ForumFormat } from './detect.ts';
import { problemPiece } from './imported.ts';
import { readForum } from './read.ts';

/** Each folder is an export (`in.*`) named after its format, and what is to be read in it. `GOLDEN=write` writes what is found, to be read through. */
const FOLDER = new URL('../../../test/golden/forum/', import.meta.url);
const cases = readdirSync(FOLDER);
const DAMAGED = problemPiece('gzip-damaged', 'The compressed file is damaged; what follows was not read.');

test('every format has its golden exports', () => {
  for (const format of FORUM_FORMATS)
    assert.ok(
      cases.some((name) => name.startsWith(format)),
      format,
    );
});

for (const name of cases) {
  const format = name.split('-')[0] as ForumFormat;
  const file = readdirSync(new URL(`${name}/`, FOLDER)).find((one) => one.startsWith('in.'));
  const bytes = readFileSync(new URL(`${name}/${file}`, FOLDER));

  test(`Forum: ${name}`, () => {
    const found = [...readForum(format, [bytes])];
    const expected = new URL(`${name}/expected.json`, FOLDER);
    if (process.env.GOLDEN === 'write' && !existsSync(expected))
      writeFileSync(expected, `${JSON.stringify(found, null, 1)}\n`);
    assert.deepEqual(found, JSON.parse(readFileSync(expected, 'utf8')));
  });

  test(`Forum: ${name}, wherever its bytes are cut in two`, () => {
    const whole = [...readForum(format, [bytes])];
    for (const size of [1, 7, 64]) assert.deepEqual([...readForum(format, chunked(bytes, size))], whole, `by ${size}`);
  });

  test(`Forum: ${name} is known by its beginning`, () => {
    assert.equal(detectForum(bytes.toString('latin1', 0, 16_384)), format);
  });

  test(`Forum: ${name} is the same packed with gzip, and up to where it is cut off`, () => {
    const packed = gzipSync(bytes);
    assert.deepEqual([...readForum(format, [packed])], [...readForum(format, [bytes])]);
    assert.deepEqual([...readForum(format, chunked(packed, 100))], [...readForum(format, [bytes])]);
    const pieces = [...readForum(format, [packed.subarray(0, packed.length / 2)])];
    assert.deepEqual(pieces.at(-1), DAMAGED);
  });
}

function* chunked(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
