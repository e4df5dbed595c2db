// Acts that share a commit: each is whole or not at all, and none is acknowledged before the disk has it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import { openWriter } from './engines/sqlite-connection.ts';
import { createGroupCommits } from './group-commit.ts';
import { openStore, type Store } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-group-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const note = (store: Store, value: string, then: () => unknown = () => null) =>
  store.write(async (transaction) => {
    await sql`insert into triage_list values ('test', ${value}, '')`.execute(transaction);
    await then();
  });
const notes = async (db: Store['reader']) => {
  const { rows } = await sql<{ value: string }>`select value from triage_list order by value`.execute(db);
  return rows.map(({ value }) => value);
};

test('acts that arrive together share a commit; one after the other they do not', async () => {
  const connection = openWriter(join(folder, 'shared.sqlite'));
  connection.exec('create table act (number integer primary key)');
  let begun = 0;
  const commits = createGroupCommits(connection, async () => {
    begun += 1;
    connection.exec('begin immediate');
  });
  const insert = (number: number) => async () => connection.prepare('insert into act values (?)').run(number);
  await Promise.all(Array.from({ length: 50 }, (_, number) => commits.run(insert(number))));
  assert.ok(begun < 10, `${begun} commits of 50 acts`);
  const before = begun;
  for (let number = 50; number < 55; number += 1) await commits.run(insert(number));
  assert.equal(begun - before, 5);
  await commits.idle();
  assert.equal(connection.prepare('select count(*) from act').pluck().get(), 55);
  connection.close();
});

test('one that fails takes back its own changes alone; the next sees those before it, readers see none until all are kept', async () => {
  const store = await openStore({ dataFolder: join(folder, 'alone') });
  const seen: unknown[] = [];
  const settled = await Promise.allSettled([
    note(store, 'one'),
    note(store, 'two', () => Promise.reject(new Error('no'))),
    store.write(async (transaction) => {
      seen.push(await notes(transaction), await notes(store.reader));
    }),
    note(store, 'three'),
  ]);
  assert.deepEqual(
    settled.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
  );
  assert.deepEqual(seen, [['one'], []]);
  assert.deepEqual(await notes(store.reader), ['one', 'three']);
  await store.close();
});

test('a disk that is full for one: what is acknowledged is there, what is refused is not, and it goes on when there is room', async () => {
  const store = await openStore({ dataFolder: join(folder, 'full') });
  await note(store, 'before');
  await store.write((transaction) => sql`pragma max_page_count = 1`.execute(transaction));
  const values = ['a', 'b'.repeat(100_000), 'c', 'd'];
  const settled = await Promise.allSettled(values.map((value) => note(store, value)));
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  assert.ok(refused.length > 0 && refused.every((reason) => reason instanceof Refusal && reason.code === 'store-full'));
  const kept = values.filter((_, at) => settled[at]?.status === 'fulfilled');
  assert.deepEqual(await notes(store.reader), ['before', ...kept].sort());
  await store.write((transaction) => sql`pragma max_page_count = 1073741823`.execute(transaction));
  await note(store, 'after');
  assert.ok((await notes(store.reader)).includes('after'));
  await store.close();
});

test('a disk that fails under one act: nothing of the commit it would have shared is acknowledged', async () => {
  const failures: unknown[] = [];
  const store = await openStore({ dataFolder: join(folder, 'failing'), onDiskFailure: (one) => failures.push(one) });
  const failing = () => Promise.reject(new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE'));
  const settled = await Promise.allSettled([note(store, 'one'), note(store, 'two', failing)]);
  assert.deepEqual(
    settled.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.ok(failures.length > 0);
  assert.deepEqual(await notes(store.reader), []);
  await store.close();
});

test('killed while many share commits: every acknowledged act is there', async () => {
  const dataFolder = join(folder, 'killed');
  const program = `
    import { writeSync } from 'node:fs';
    import { sql } from 'kysely';
    import { openStore } from '#store/store.ts';
    const store = await openStore({ dataFolder: ${JSON.stringify(dataFolder)} });
    for (let lane = 0; lane < 20; lane += 1) (async () => {
      for (let at = 0; ; at += 1) {
        await store.write((db) => sql\`insert into triage_list values ('test', \${lane + '.' + at + process.argv[1]}, '')\`.execute(db));
        writeSync(1, lane + '.' + at + process.argv[1] + '\\n');
      }
    })();`;
  let acknowledged = 0;
  for (const run of ['a', 'b', 'c']) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, '--', run], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout }))
      if (lines.push(line) === 200) child.kill('SIGKILL');
    acknowledged += lines.length;
    const store = await openStore({ dataFolder });
    const kept = new Set(await notes(store.reader));
    assert.deepEqual(
      lines.filter((line) => !kept.has(line)),
      [],
    );
    await store.close();
  }
  assert.ok(acknowledged >= 600);
});
