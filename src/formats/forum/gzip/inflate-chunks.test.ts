import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { FORUM_LIMITS } from '../imported.ts';
import { inflateChunks } from './inflate-chunks.ts';

function inflate(bytes: Uint8Array): { readonly text: string; readonly code: string | null } {
  const { chunks, problem } = inflateChunks([bytes]);
  const text = Buffer.concat([...chunks]).toString();
  return { text, code: problem()?.problem.code ?? null };
}

const WORDS = 'Some words of a forum, and others. '.repeat(40);
const packed = gzipSync(WORDS);

test('what is packed is unpacked, one after another too, and what is not is left as it is', () => {
  assert.deepEqual(inflate(packed), { text: WORDS, code: null });
  assert.deepEqual(inflate(Buffer.concat([packed, gzipSync('More.')])), { text: `${WORDS}More.`, code: null });
  assert.deepEqual(inflate(Buffer.from(WORDS)), { text: WORDS, code: null });
  assert.deepEqual(inflate(new Uint8Array()), { text: '', code: null });
});

test('wherever it is cut off, that is told', () => {
  for (let length = 2; length < packed.length; length += 1)
    assert.equal(inflate(packed.subarray(0, length)).code, 'gzip-damaged', String(length));
});

test('a byte that was changed is told', () => {
  for (let at = 10; at < packed.length; at += 1) {
    const changed = Buffer.from(packed);
    changed[at] = changed[at]! ^ 0x10;
    const { text, code } = inflate(changed);
    assert.ok(code === 'gzip-damaged' || text === WORDS, String(at));
  }
});

test('what grows beyond any export is not followed, and not held', () => {
  const bomb = gzipSync(Buffer.alloc(FORUM_LIMITS.unpacked * 1.5));
  let [total, largest] = [0, 0];
  const { chunks, problem } = inflateChunks([bomb]);
  for (const { length } of chunks) [total, largest] = [total + length, Math.max(largest, length)];
  assert.equal(problem()?.problem.code, 'gzip-grows');
  assert.ok(total <= FORUM_LIMITS.unpacked, String(total));
  assert.ok(largest < 20_000_000, String(largest));
});
