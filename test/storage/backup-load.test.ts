// Backups while another process writes two hundred acts a second: each opens, verifies, and its record is the beginning of the live one.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { makeBackup } from '#operations/backup-make.ts';
import { restoreBackup } from '#operations/backup-restore.ts';
import { times } from './long-run.ts';
import { recordedLibrary } from './recorded-library.ts';

const BACKUPS = times({ suite: 3, alone: 50, long: 200 });
const ACTS_A_SECOND = 200;
/** The record grows between one and the next. */
const PAUSE_MS = times({ suite: 0, alone: 400, long: 1000 });
const WRITER = fileURLToPath(new URL('./steady-writer.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stet-load-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function leavesOf(data: string): readonly string[] {
  const client = new Database(join(data, 'stet.sqlite'), { readonly: true });
  const leaves = client.prepare('select hex(hash) from leaf order by log, "index"').pluck().all() as string[];
  client.close();
  return leaves;
}

test('every backup made under load restores, and is a beginning of the live record', async (t) => {
  const { context, dataFolder } = await recordedLibrary(times({ suite: 20, alone: 1000, long: 1000 }));
  await context.workers.close();
  await context.store.close();
  const writer = spawn(process.execPath, [WRITER, dataFolder, String(ACTS_A_SECOND)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = 0;
  writer.stdout.on('data', (chunk: Buffer) => (acknowledged += String(chunk).split('\n').length - 1));
  await once(writer.stdout, 'data');
  const faults: string[] = [];
  const report = (kind: string, address: string) => faults.push(`${address} ${kind}`);
  const copies: (readonly string[])[] = [];
  const [from, begun] = [performance.now(), acknowledged];
  for (let nth = 0; nth < BACKUPS; nth += 1) {
    const [backup, restored] = [join(folder, `backup-${nth}`), join(folder, `restored-${nth}`)];
    assert.ok((await makeBackup({ dataFolder, folder: backup }, { report })).isSound, String(faults));
    assert.ok(restoreBackup({ folder: backup, dataFolder: restored }, { report })?.isSound, String(faults));
    copies.push(leavesOf(restored));
    await new Promise((go) => setTimeout(go, PAUSE_MS));
    for (const done of [backup, restored]) rmSync(done, { recursive: true });
  }
  const seconds = (performance.now() - from) / 1000;
  const written = acknowledged - begun;
  writer.kill('SIGKILL');
  await once(writer, 'exit');
  const live = leavesOf(dataFolder);
  rmSync(dataFolder, { recursive: true, force: true });
  const beginnings = copies.filter((leaves) => leaves.every((leaf, at) => leaf === live[at]));
  t.diagnostic(
    `${beginnings.length} of ${BACKUPS} backups restored and a beginning of the live record, during ${Math.round(written / seconds)} acts a second (${ACTS_A_SECOND} asked for) over ${Math.round(seconds)} s; ${live.length} leaves at the end`,
  );
  assert.equal(beginnings.length, BACKUPS);
  assert.ok(live.length > (copies[0]?.length ?? 0), 'control: something was written meanwhile');
  assert.deepEqual(faults, []);
});
