// kill -9 at any moment of publishing, contributing and deciding over HTTP: what was acknowledged is there after the restart, once, and
// the record verifies.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import Database from 'better-sqlite3';
import { verifyData } from '#operations/verify-data.ts';
import { createDeskClient, type DeskClient, fieldsOf, type Seen } from '#test/support/desk-client.ts';
import { endPrograms } from '#test/support/program.ts';
import { type Asked, addAdministrator, deskAt, freePort, publishAtDesk, serve } from './desk-publisher.ts';
import { times } from './long-run.ts';

const CYCLES = times({ suite: 3, alone: 100, long: 1000 });
const folder = mkdtempSync(join(tmpdir(), 'stet-kill-'));
const data = join(folder, 'data');
after(() => {
  endPrograms();
  rmSync(folder, { recursive: true, force: true });
});

const KINDS = ['publish', 'contribute', 'decide'] as const;

/** Something asked for, and how the client that got no answer asks for it again: with the same form. */
interface Deed {
  readonly kind: (typeof KINDS)[number];
  /** What it is found by afterwards. */
  name: string;
  again: (() => Promise<Seen>) | null;
}

const FORUM = '/killed-at-last';
// Nobody is kept waiting, and nobody is too many.
const UNHINDERED = {
  STET_FORUM_GRACE: '0',
  STET_FORUM_SENDER_LIMIT: '100000',
  STET_FORUM_TEXT_LIMIT: '100000',
  STET_FORUM_SITE_LIMIT: '100000',
};

test('what was acknowledged before kill -9 is all there, once each', async (t) => {
  await addAdministrator(data);
  const port = await freePort();
  const desk = deskAt(port);
  const acknowledged: Deed[] = [];
  let unanswered: Deed | null = null;
  let retried = 0;
  let slowestMs = 0;
  for (let cycle = 0; cycle <= CYCLES; cycle += 1) {
    const from = performance.now();
    const server = await serve(data, port, UNHINDERED);
    if (cycle > 0) slowestMs = Math.max(slowestMs, performance.now() - from);
    else {
      await desk.enter();
      await publishAtDesk(desk, { title: 'Killed at last', path: null, fields: {} });
    }
    if (unanswered?.again) {
      // The client does not know whether it was heard: done already or not, it ends up done once.
      await desk.get('/desk');
      await unanswered.again();
      retried += 1;
      acknowledged.push(unanswered);
    }
    unanswered = null;
    const exited = once(server, 'exit');
    if (cycle === CYCLES) server.kill('SIGTERM');
    let killing = cycle === CYCLES;
    for (let nth = 0; unanswered === null && cycle < CYCLES; nth += 1) {
      const deed: Deed = { kind: KINDS[nth % KINDS.length]!, name: `Killed ${cycle} ${nth}`, again: null };
      try {
        if (await DOING[deed.kind](desk, deed, port)) acknowledged.push(deed);
        if (!killing && nth >= KINDS.length) setTimeout(() => server.kill('SIGKILL'), Math.random() * 120);
        killing ||= nth >= KINDS.length;
      } catch (error) {
        if (!killing || error instanceof assert.AssertionError) throw error;
        unanswered = deed;
      }
    }
    await exited;
  }
  const wrong = acknowledged.filter(({ kind, name }) => countedAs(kind, name) !== 1);
  const faults: string[] = [];
  const verified = verifyData({ dataFolder: data }, { report: (kind, address) => faults.push(`${address} ${kind}`) });
  const of = (kind: Deed['kind']) => acknowledged.filter((deed) => deed.kind === kind).length;
  t.diagnostic(
    `${CYCLES} kills; acknowledged: ${of('publish')} publications, ${of('contribute')} contributions, ${of('decide')} decisions (${retried} after asking again): ${wrong.length} lost or doubled; ${verified.leaves} leaves verify; slowest restart ${Math.round(slowestMs)} ms`,
  );
  assert.deepEqual([wrong, faults], [[], []]);
  for (const kind of KINDS) assert.ok(of(kind) >= CYCLES, `control: ${kind}`);
});

/** True when it was acknowledged. */
const DOING: Readonly<Record<Deed['kind'], (desk: DeskClient, deed: Deed, port: number) => Promise<boolean>>> = {
  publish: async (desk, deed) => {
    const asked: Asked = { title: deed.name, path: null, fields: {} };
    deed.again = () => (asked.path ? desk.post(asked.path, asked.fields) : publishAtDesk(desk, asked));
    const done = await publishAtDesk(desk, asked);
    assert.equal(done.status, 200, done.html.slice(0, 2000));
    assert.notEqual(done.path, asked.path);
    return true;
  },
  contribute: async (_desk, deed, port) => {
    const visitor = createDeskClient({ address: `http://127.0.0.1:${port}` });
    const typed = { name: 'Nadia', email: '', subject: '', body: deed.name, paragraph: '', answers: '', quote: '' };
    const preview = await visitor.post(`${FORUM}/forum/preview`, { ...typed, website: '' });
    const { ticket = '' } = fieldsOf(preview.html);
    assert.ok(ticket, preview.html.slice(0, 2000));
    deed.again = () => visitor.post(`${FORUM}/forum/send`, { ...typed, website: '', ticket, work: '' });
    const sent = await deed.again();
    assert.match(sent.path, /^\/receipt\//, `${sent.status} ${sent.html.slice(0, 2000)}`);
    return true;
  },
  decide: async (desk, deed) => {
    // Who sends at once what another sent before is thought to be no person.
    const waiting = [await desk.get('/desk/queue'), await desk.get('/desk/queue?lane=spam')];
    const items = waiting.flatMap(({ html }) => /"([\w-]{22} [0-9a-f]{64})"/.exec(html)?.[1] ?? [])[0];
    assert.ok(items, 'something waits');
    deed.name = items.slice(0, 22);
    deed.again = () => desk.post('/desk/queue/decide', { items, decision: 'validate', from: '' });
    const done = await deed.again();
    assert.equal(done.status, 200, done.html.slice(0, 2000));
    return true;
  },
};

const COUNTED: Readonly<Record<Deed['kind'], string>> = {
  publish: "select count(*) from revision where json_extract(metadata, '$.title') = ?",
  contribute: 'select count(*) from contribution_revision where body = ?',
  decide: 'select count(*) from decision where contribution_id = ?',
};

function countedAs(kind: Deed['kind'], name: string): number {
  const client = new Database(join(data, 'stet.sqlite'), { readonly: true });
  const count = client.prepare(COUNTED[kind]).pluck().get(name) as number;
  client.close();
  return count;
}
