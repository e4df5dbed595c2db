import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { acceptedCoding, compressForKeeping } from './compression.ts';

test('the coding a browser asks for, weights and all', () => {
  const asked: readonly (readonly [string | undefined, string])[] = [
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.2, gzip;q=0.9', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['identity', 'identity'],
    ['GZIP', 'gzip'],
    ['br ; q=0', 'identity'],
    ['x-unknown, deflate', 'identity'],
  ];
  for (const [header, coding] of asked) assert.equal(acceptedCoding(header), coding, String(header));
});

test('compressed for keeping, it is the same again', async () => {
  const body = Buffer.from('Let it stand. '.repeat(1000));
  const { brotli, gzip } = await compressForKeeping(body);
  assert.ok(brotliDecompressSync(brotli).equals(body) && gunzipSync(gzip).equals(body));
  assert.ok(brotli.length < 100);
});
