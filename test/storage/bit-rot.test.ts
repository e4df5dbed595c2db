// One bit of the database flipped at a time, anywhere: whatever alters a published text or a leaf is named.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import Database from 'better-sqlite3';
import { verifyData } from '#operations/verify-data.ts';
import { times } from './long-run.ts';
import { recordedLibrary } from './recorded-library.ts';

const TRIALS = times({ suite: 200, alone: 1000, long: 10_000 });
/** Most of the file is other things than texts and leaves: it goes on until so many flips hit one. */
const LEAST_ALTERING = TRIALS / 20;
const folder = mkdtempSync(join(tmpdir(), 'stet-rot-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Everything the record vouches for, read by another client; null when that cannot be read at all. */
function vouchedFor(path: string): string | null {
  const client = new Database(path, { readonly: true });
  try {
    const texts = client
      .prepare(
        `select text_id, number, hex(source), hex(body_html), hex(plain_text), hex(metadata), hex(manifest)
          from revision not indexed order by text_id, number`,
      )
      .raw()
      .all();
    const leaves = client.prepare('select "index", hex(bytes) from leaf order by log, "index"').raw().all();
    return JSON.stringify([texts, leaves]);
  } catch {
    return null;
  } finally {
    client.close();
  }
}

function isNamed(): boolean {
  let faults = 0;
  verifyData({ dataFolder: folder }, { report: () => (faults += 1) });
  return faults > 0;
}

test('every flipped bit that alters a published text or a leaf is found', async (t) => {
  const { context, dataFolder, close } = await recordedLibrary(200);
  const path = join(folder, 'stet.sqlite');
  await context.store.write(async () => {});
  const writer = new Database(join(dataFolder, 'stet.sqlite'));
  writer.pragma('wal_checkpoint(truncate)');
  writer.close();
  const whole = readFileSync(join(dataFolder, 'stet.sqlite'));
  await close();
  writeFileSync(path, whole);
  const sound = vouchedFor(path);
  assert.ok(sound && sound.length > 20_000);
  assert.equal(isNamed(), false, 'control: sound before');

  const missed: number[] = [];
  let altering = 0;
  let [found, trial] = [0, 0];
  for (; trial < TRIALS || (altering <= LEAST_ALTERING && trial < 10 * TRIALS); trial += 1) {
    const at = Math.floor(Math.random() * whole.length);
    const changed = Buffer.from(whole);
    changed[at] = changed[at]! ^ (1 << (trial % 8));
    for (const beside of ['-wal', '-shm']) rmSync(path + beside, { force: true });
    writeFileSync(path, changed);
    const isAltering = vouchedFor(path) !== sound;
    const named = isNamed();
    if (isAltering) altering += 1;
    if (named) found += 1;
    if (isAltering && !named) missed.push(at);
  }
  t.diagnostic(
    `${trial} flips: ${altering} altered a published text or a leaf, ${altering - missed.length} of them named; ${found - (altering - missed.length)} others named too`,
  );
  assert.ok(altering > LEAST_ALTERING, 'control: enough of the flips hit something');
  assert.deepEqual(missed, []);
});
