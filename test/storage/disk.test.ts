// The served press on a full disk, and on one that fails to sync: no success is answered for what is not kept.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { verifyData } from '#operations/verify-data.ts';
import { endPrograms, untilSaid } from '#test/support/program.ts';
import { type Asked, addAdministrator, deskAt, freePort, publishAtDesk, serve } from './desk-publisher.ts';
import { times } from './long-run.ts';

const STET = fileURLToPath(new URL('../../bin/stet', import.meta.url));
const FAILURES = times({ suite: 1, alone: 20, long: 100 });
const folder = mkdtempSync(join(tmpdir(), 'stet-disk-'));
const small = join(folder, 'small');
const mounted =
  process.getuid?.() === 0 &&
  spawnSync('mkdir', [small]).status === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]).status === 0;
const traces = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
const traced = new Set<ChildProcess>();
after(() => {
  endPrograms();
  for (const child of traced) child.kill('SIGKILL');
  if (mounted) spawnSync('umount', ['-l', small]);
  rmSync(folder, { recursive: true, force: true });
});

const faultsOf = (dataFolder: string) => {
  const faults: string[] = [];
  verifyData({ dataFolder }, { report: (kind, address) => faults.push(`${address} ${kind}`) });
  return faults;
};
const asking = (title: string, body?: string): Asked => ({
  title,
  path: null,
  fields: {},
  ...(body !== undefined && { body }),
});

test('a full disk: writing answers 507, reading works, nothing is partial, and it recovers without a restart', {
  skip: mounted ? false : 'needs to be root to mount a small tmpfs',
}, async (t) => {
  const [data, port] = [join(small, 'data'), await freePort()];
  await addAdministrator(data);
  const server = await serve(data, port);
  const desk = deskAt(port);
  await desk.enter();
  const answers: number[] = [];
  let published = 0;
  while (answers.at(-1) !== 507 && answers.length < 100) {
    const body = `Some words of filler ${answers.length}. `.repeat(3000);
    const answer = await publishAtDesk(desk, asking(`Filler ${answers.length}`, body));
    answers.push(answer.status);
    if (answer.status === 200) published += 1;
  }
  assert.equal(answers.at(-1), 507, String(answers));
  assert.ok(published > 0 && answers.slice(0, -1).every((status) => status === 200), String(answers));
  const page = await desk.get('/filler-0');
  assert.deepEqual([page.status, page.html.includes('Some words of filler 0')], [200, true], 'reading works');
  spawnSync('mount', ['-o', 'remount,size=32m', small]);
  const after = await publishAtDesk(desk, asking('Room again'));
  assert.equal(after.status, 200, 'no restart was needed');
  assert.equal((await desk.get('/room-again')).status, 200);
  server.kill('SIGTERM');
  await once(server, 'exit');
  assert.deepEqual(faultsOf(data), []);
  t.diagnostic(`${published} texts filled 4 MiB, then 507; published again after there was room; the record verifies`);
});

test('a disk that fails to sync: no success is answered after it, the program ends within a second, and starts again', {
  skip: traces ? false : 'strace is not here, or may not trace',
}, async (t) => {
  let [late, slowestMs, acknowledgements] = [0, 0, 0];
  for (let nth = 0; nth < FAILURES; nth += 1) {
    const data = join(folder, `failing-${nth}`);
    await addAdministrator(data);
    const failed = await untilDiskFails(data, nth % 2 === 0);
    late += failed.late;
    slowestMs = Math.max(slowestMs, failed.endedMs);
    acknowledgements += failed.acknowledged.length;
    assert.notEqual(failed.code, 0, 'the program does not end as if all were well');
    const port = await freePort();
    const server = await serve(data, port);
    const desk = deskAt(port);
    for (const title of failed.acknowledged)
      assert.equal((await desk.get(`/${title.toLowerCase().replaceAll(' ', '-')}`)).status, 200, title);
    await desk.enter();
    assert.equal((await publishAtDesk(desk, asking('Room again'))).status, 200);
    server.kill('SIGTERM');
    await once(server, 'exit');
    assert.deepEqual(faultsOf(data), []);
    rmSync(data, { recursive: true, force: true });
  }
  t.diagnostic(
    `${FAILURES} disks failed at different places, ${acknowledgements} publications acknowledged before: ${late} successes after; ended within ${Math.round(slowestMs)} ms`,
  );
  assert.equal(late, 0);
  assert.ok(acknowledgements > 0, 'control: something was published before');
  assert.ok(slowestMs < 1000);
});

/** Publishes until nobody answers. From some sync on none succeeds; or one does not, and those after it say that all is well. */
async function untilDiskFails(data: string, isOnce: boolean) {
  const port = await freePort();
  const trace = join(folder, 'trace');
  const inject = `inject=fsync,fdatasync:error=EIO:when=${14 + Math.floor(Math.random() * 25)}${isOnce ? '' : '+'}`;
  // The database's own syncs: a tile or a rendered page that cannot be synced is made again, and ends nothing.
  const files = ['stet.sqlite', 'stet.sqlite-wal'].flatMap((name) => ['-P', join(data, name)]);
  const served = [process.execPath, STET, 'serve', '--data', data, '--port', String(port), '--samples', 'no'];
  const args = ['-f', '-y', '-ttt', ...files, '-o', trace, '-e', 'trace=fsync,fdatasync', '-e', inject, ...served];
  const { PATH = '', HOME = '' } = process.env;
  const server = spawn('strace', args, { env: { PATH, HOME } });
  traced.add(server);
  const ended = once(server, 'exit').then(([code]) => ({ code, at: Date.now() }));
  await untilSaid(server, /http:\/\//);
  const desk = deskAt(port);
  const answered: { readonly title: string; readonly begunAt: number }[] = [];
  try {
    await desk.enter();
    for (let nth = 0; nth < 60; nth += 1) {
      const begunAt = Date.now();
      const answer = await publishAtDesk(desk, asking(`Failing ${nth}`));
      if (answer.status === 200) answered.push({ title: `Failing ${nth}`, begunAt });
    }
  } catch (error) {
    assert.ok(!(error instanceof assert.AssertionError), String(error));
  }
  if (server.exitCode === null) setTimeout(() => server.kill('SIGKILL'), 5000).unref();
  const { code, at } = await ended;
  traced.delete(server);
  const line = readFileSync(trace, 'latin1').match(/^\d+ +([\d.]+) \w+\(\d+<[^>]*stet\.sqlite[^>]*>.*EIO/m);
  assert.ok(line, 'control: a sync of the database failed');
  const failedAt = Number(line[1]) * 1000;
  return {
    code: code as number,
    acknowledged: answered.map(({ title }) => title),
    late: answered.filter(({ begunAt }) => begunAt > failedAt).length,
    endedMs: at - failedAt,
  };
}
