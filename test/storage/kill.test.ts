// kill -9 at any moment of publishing over HTTP: what was acknowledged is there after the restart, once, and the record verifies.
// Contributions and decisions will be written here too once there is a forum.
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import Database from 'better-sqlite3';
import { verifyData } from '#operations/verify-data.ts';
import { createDeskClient, type DeskClient, fieldsOf } from '#test/support/desk-client.ts';
import { endPrograms, runProgram, startProgram, untilSaid } from '#test/support/program.ts';
import { times } from './long-run.ts';

const CYCLES = times({ suite: 4, alone: 100, long: 1000 });
const PASSWORD = 'correct horse battery';
const folder = mkdtempSync(join(tmpdir(), 'stet-kill-'));
const data = join(folder, 'data');
after(() => {
  endPrograms();
  rmSync(folder, { recursive: true, force: true });
});

/** A publication on its way: what is needed to ask for it again after the crash. */
interface Asked {
  readonly title: string;
  path: string | null;
  fields: Record<string, string>;
}

async function publish(desk: DeskClient, asked: Asked): Promise<void> {
  const begun = await desk.post('/desk/new/empty', {});
  const text = /^\/desk\/texts\/[\w-]+/.exec(begun.path)?.[0];
  assert.ok(text, begun.path);
  await desk.post(`${text}/edit`, {
    version: fieldsOf(begun.html).version ?? '',
    'value.title': asked.title,
    body: `One paragraph of ${asked.title}.`,
    act: 'save',
  });
  const page = await desk.get(`${text}/publish`);
  asked.fields = { version: fieldsOf(page.html).version ?? '', slug: '', reason: '' };
  asked.path = `${text}/publish`;
  const done = await desk.post(asked.path, asked.fields);
  assert.equal(done.status, 200, done.html.slice(0, 2000));
  assert.notEqual(done.path, asked.path);
}

test('publications acknowledged before kill -9 are all there, once each', async (t) => {
  await runProgram(['user', 'add', 'Ada', '--role', 'administrator', '--password-stdin', '--data', data], {
    input: `${PASSWORD}\n`,
  });
  const port = await freePort();
  const desk = createDeskClient({ address: `http://127.0.0.1:${port}` });
  const acknowledged: string[] = [];
  let unanswered: Asked | null = null;
  let retried = 0;
  let slowestMs = 0;
  let restarts = 0;
  for (let cycle = 0; cycle <= CYCLES; cycle += 1) {
    const from = performance.now();
    const server = startServer(port);
    await untilSaid(server, /http:\/\//);
    if (cycle > 0) {
      slowestMs = Math.max(slowestMs, performance.now() - from);
      restarts += 1;
    } else await desk.signIn('Ada', PASSWORD);
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
        await publish(desk, asked);
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

function startServer(port: number): ChildProcess {
  return startProgram(['serve', '--data', data, '--port', String(port), '--samples', 'no']);
}

function revisionsByTitle(): ReadonlyMap<string, number> {
  const client = new Database(join(data, 'stet.sqlite'), { readonly: true });
  assert.equal(client.pragma('integrity_check', { simple: true }), 'ok');
  const rows = client
    .prepare("select json_extract(metadata, '$.title') as title, count(*) as revisions from revision group by title")
    .all() as { title: string; revisions: number }[];
  client.close();
  return new Map(rows.map(({ title, revisions }) => [title, revisions]));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
