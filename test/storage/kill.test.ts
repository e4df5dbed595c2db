// kill -9 at any moment of publishing over HTTP: what was acknowledged is there after the restart, once, and the record verifies.
// Contributions and decisions will be written here too once there is a forum.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import Database from 'better-sqlite3';
import { verifyData } from '#operations/verify-data.ts';
import { endPrograms } from '#test/support/program.ts';
import { type Asked, addAdministrator, deskAt, freePort, publishAtDesk, serve } from './desk-publisher.ts';
import { times } from './long-run.ts';

const CYCLES = times({ suite: 4, alone: 100, long: 1000 });
const folder = mkdtempSync(join(tmpdir(), 'stet-kill-'));
const data = join(folder, 'data');
after(() => {
  endPrograms();
  rmSync(folder, { recursive: true, force: true });
});

test('publications acknowledged before kill -9 are all there, once each', async (t) => {
  await addAdministrator(data);
  const port = await freePort();
  const desk = deskAt(port);
  const acknowledged: string[] = [];
  let unanswered: Asked | null = null;
  let retried = 0;
  let slowestMs = 0;
  let restarts = 0;
  for (let cycle = 0; cycle <= CYCLES; cycle += 1) {
    const from = performance.now();
    const server = await serve(data, port);
    if (cycle > 0) {
      slowestMs = Math.max(slowestMs, performance.now() - from);
      restarts += 1;
    } else await desk.enter();
    if (unanswered?.path) {
      // The client does not know: it sends the same form again. Published already or not, it ends up published once.
      await desk.get('/desk');
      await desk.post(unanswered.path, unanswered.fields);
      retried += 1;
      acknowledged.push(unanswered.title);
    }
    unanswered = null;
    if (cycle === CYCLES) {
      server.kill('SIGTERM');
      await once(server, 'exit');
      break;
    }
    const exited = once(server, 'exit');
    let killing = false;
    for (let nth = 0; unanswered === null; nth += 1) {
      const asked: Asked = { title: `Killed ${cycle} ${nth}`, path: null, fields: {} };
      try {
        const done = await publishAtDesk(desk, asked);
        assert.equal(done.status, 200, done.html.slice(0, 2000));
        assert.notEqual(done.path, asked.path);
        acknowledged.push(asked.title);
        if (!killing) setTimeout(() => server.kill('SIGKILL'), Math.random() * 120);
        killing = true;
      } catch (error) {
        if (!killing || error instanceof assert.AssertionError) throw error;
        unanswered = asked;
      }
    }
    await exited;
  }
  const counted = revisionsByTitle();
  const lost = acknowledged.filter((title) => !counted.has(title));
  const doubled = [...counted].filter(([, revisions]) => revisions > 1);
  const faults: string[] = [];
  const { leaves } = verifyData({ dataFolder: data }, { report: (kind, address) => faults.push(`${address} ${kind}`) });
  t.diagnostic(
    `${CYCLES} kills, ${acknowledged.length} acknowledged (${retried} after asking again): ${lost.length} lost, ${doubled.length} doubled; ${leaves} leaves verify; slowest of ${restarts} restarts ${Math.round(slowestMs)} ms`,
  );
  assert.deepEqual([lost, doubled, faults], [[], [], []]);
  assert.ok(acknowledged.length >= CYCLES);
  assert.ok(leaves >= acknowledged.length);
});

function revisionsByTitle(): ReadonlyMap<string, number> {
  const client = new Database(join(data, 'stet.sqlite'), { readonly: true });
  assert.equal(client.pragma('integrity_check', { simple: true }), 'ok');
  const rows = client
    .prepare("select json_extract(metadata, '$.title') as title, count(*) as revisions from revision group by title")
    .all() as { title: string; revisions: number }[];
  client.close();
  return new Map(rows.map(({ title, revisions }) => [title, revisions]));
}
