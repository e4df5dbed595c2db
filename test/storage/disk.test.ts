// A full disk, and a disk that fails to sync: no success is answered for what is not kept.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Refusal } from '#domain/refusal.ts';
import { readArticle } from '#operations/reads/published.ts';
import { verifyData } from '#operations/verify-data.ts';
import { createTestContext } from '#test/support/context.ts';
import { publishSource } from '#test/support/library.ts';
import { times } from './long-run.ts';

const WRITER = fileURLToPath(new URL('./power-loss-writer.ts', import.meta.url));
const FAILURES = times({ suite: 2, alone: 20, long: 100 });
const folder = mkdtempSync(join(tmpdir(), 'stet-disk-'));
const small = join(folder, 'small');
const mounted =
  process.getuid?.() === 0 &&
  spawnSync('mkdir', [small]).status === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]).status === 0;
const traces = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
after(() => {
  if (mounted) spawnSync('umount', [small]);
  rmSync(folder, { recursive: true, force: true });
});

const source = (title: string) => `---\ntitle: ${title}\n---\n\n${`Some words of ${title}. `.repeat(4000)}\n`;

test('a full disk: writing is refused, reading works, nothing is partial, and it recovers without a restart', {
  skip: mounted ? false : 'needs to be root to mount a small tmpfs',
}, async () => {
  const { context, dataFolder, close } = await createTestContext({ dataFolder: join(small, 'data') });
  await publishSource(context, { source: source('First'), slug: 'first' });
  let refused: unknown = null;
  for (let nth = 0; nth < 100 && refused === null; nth += 1)
    await publishSource(context, { source: source(`Filler ${nth}`), slug: `filler-${nth}` }).catch((error) => {
      refused = error;
    });
  assert.ok(refused instanceof Refusal && refused.code === 'store-full', String(refused));
  assert.ok(await readArticle(context, { slug: 'first' as never }), 'reading works');
  spawnSync('mount', ['-o', 'remount,size=16m', small]);
  await publishSource(context, { source: source('After'), slug: 'after' });
  const faults: string[] = [];
  verifyData({ dataFolder }, { report: (kind, address) => faults.push(`${address} ${kind}`) });
  assert.deepEqual(faults, []);
  await close();
});

test('a disk that fails to sync: nothing is acknowledged after it, and what was before is there', {
  skip: traces ? false : 'strace is not here, or may not trace',
}, async (t) => {
  let after = 0;
  for (let nth = 1; nth <= FAILURES; nth += 1) {
    const data = join(folder, `failing-${nth}`);
    await (await createTestContext({ dataFolder: data })).close();
    const when = 2 + Math.floor(Math.random() * 30);
    const trace = join(folder, 'trace');
    const inject = ['-e', 'trace=fsync,fdatasync,write', '-e', `inject=fsync,fdatasync:error=EIO:when=${when}+`];
    const run = spawnSync('strace', ['-f', '-o', trace, ...inject, process.execPath, WRITER, 'press', data, '30'], {
      encoding: 'utf8',
    });
    const lines = readFileSync(trace, 'latin1').split('\n');
    const failedAt = lines.findIndex((line) => /EIO.*INJECTED/.test(line));
    assert.ok(failedAt >= 0, 'control: a sync failed');
    const late = lines.slice(failedAt).filter((line) => /write\(1, "ack /.test(line));
    after += late.length;
    assert.notEqual(run.status, 0, 'the writer does not end as if all were well');
    const acknowledged = [...run.stdout.matchAll(/ack (\S+)/g)].map(([, slug]) => slug!);
    const { context, close } = await createTestContext({ dataFolder: data });
    for (const slug of acknowledged) assert.ok(await readArticle(context, { slug: slug as never }), slug);
    await close();
    writeFileSync(trace, '');
  }
  t.diagnostic(`${FAILURES} failing syncs: ${after} acknowledgements after one`);
  assert.equal(after, 0);
});
