import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { openPressedPages } from './pressed-pages.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet-pressed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const page = (path: string, bytes: number) => ({
  path,
  inputs: 'one',
  contentType: 'text/html',
  etag: `"${path}"`,
  identity: Buffer.alloc(bytes, path),
  gzip: Buffer.from('g'),
  brotli: Buffer.from('b'),
});

test('pages stay within the limit, and the oldest go first', () => {
  const pages = openPressedPages({ path: join(folder, 'p'), limitBytes: 100_000 });
  for (let number = 0; number < 200; number++) pages.keep(page(`/${number}`, 1000));
  assert.ok(pages.size() <= 100_000 && pages.size() > 50_000, String(pages.size()));
  assert.equal(pages.find('/0'), null);
  assert.equal(pages.find('/199')?.etag, '"/199"');
  pages.keep(page('/huge', 200_000));
  assert.equal(pages.find('/huge'), null);
  assert.ok(pages.find('/199'));
  pages.close();
});

test('a page kept again takes the place of the earlier one', () => {
  const pages = openPressedPages({ path: join(folder, 'p'), limitBytes: 1_000_000 });
  pages.keep(page('/', 1000));
  pages.keep({ ...page('/', 10), inputs: 'two' });
  assert.equal(pages.find('/')?.inputs, 'two');
  assert.ok(pages.size() < 100);
  pages.close();
});

test('a damaged file is begun anew', () => {
  const path = join(folder, 'p');
  writeFileSync(path, 'this is no database '.repeat(500));
  const pages = openPressedPages({ path, limitBytes: 1_000_000 });
  pages.keep(page('/', 10));
  assert.ok(pages.find('/'));
  pages.close();
});
