import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { writeDurably } from './durable-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-durable-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a file is there whole or as it was before, and nothing is left beside it', () => {
  const path = join(folder, 'made', 'checkpoint');
  writeDurably({ path, bytes: Buffer.from('as it was') });
  // The disk takes the file and then none of its bytes.
  const unwritable = { length: 4 } as Uint8Array;
  assert.throws(() => writeDurably({ path, bytes: unwritable }));
  assert.deepEqual(readdirSync(join(folder, 'made')), ['checkpoint']);
  assert.equal(readFileSync(path, 'utf8'), 'as it was');
  writeDurably({ path, bytes: Buffer.from('as it is') });
  assert.equal(readFileSync(path, 'utf8'), 'as it is');
});
