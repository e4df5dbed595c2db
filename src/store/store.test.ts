import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import Database from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { openReader, openWriter } from './engines/sqlite-connection.ts';
import type { Schema } from './schema.ts';
import { raiseGeneration } from './site.ts';
import { DATABASE_FILE, openStore } from './store.ts';
import { StoreError } from './store-error.ts';
import { findText, insertText } from './texts.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stet-store-'));
  folders.push(folder);
  return folder;
}

const ID = 'aaaaaaaaaaaaaaaaaaaaaa' as TextId;
const text = { id: ID, createdBy: null, createdAt: '2026-11-22T18:00:00Z' };
const fails = (code: string) => (error: unknown) => error instanceof StoreError && error.code === code;

test('every connection is durable, and again when the file is opened anew', async () => {
  const dataFolder = newFolder();
  const path = join(dataFolder, DATABASE_FILE);
  await (await openStore({ dataFolder })).close();
  for (const open of [openWriter, openReader]) {
    const connection = open(path);
    const settings = ['journal_mode', 'synchronous', 'foreign_keys'].map((name) =>
      connection.pragma(name, { simple: true }),
    );
    connection.close();
    assert.deepEqual(settings, ['wal', 2, 1]);
  }
});

test('readers see nothing of a change before it is committed, and nothing of one that fails', async () => {
  const store = await openStore({ dataFolder: newFolder() });
  await store.write(async (transaction) => {
    await insertText(transaction, text);
    assert.ok(await findText(transaction, ID));
    assert.equal(await findText(store.reader, ID), null);
  });
  assert.ok(await findText(store.reader, ID));
  const other = { ...text, id: 'bbbbbbbbbbbbbbbbbbbbbb' as TextId };
  await assert.rejects(
    store.write(async (transaction) => {
      await insertText(transaction, other);
      throw new Error('no');
    }),
    /^Error: no$/,
  );
  assert.equal(await findText(store.reader, other.id), null);
  await assert.rejects(insertText(store.reader, other), /readonly/);
  await store.close();
});

test('the generation changes with what is public, in whichever process, and with nothing else', async () => {
  const dataFolder = newFolder();
  const [here, there] = [await openStore({ dataFolder }), await openStore({ dataFolder })];
  const before = here.generation();
  await there.write((transaction) => insertText(transaction, text));
  const page = {
    path: '/',
    inputs: '',
    contentType: 'text/html',
    etag: '""',
    identity: Buffer.from('a'),
    gzip: Buffer.from('b'),
    brotli: Buffer.from('c'),
  };
  here.pressed.keep(page);
  assert.equal(here.generation(), before);
  await there.write(raiseGeneration);
  // Another process cannot be heard of sooner than the next turn of the event loop.
  await new Promise(setImmediate);
  assert.equal(here.generation(), before + 1);
  assert.equal(there.generation(), before + 1);
  assert.deepEqual(there.pressed.find('/')?.brotli, page.brotli);
  await Promise.all([here.close(), there.close()]);
});

test('two processes that write at once wait for each other', async () => {
  const dataFolder = newFolder();
  const [here, there] = [await openStore({ dataFolder }), await openStore({ dataFolder })];
  const counting = [here, there].flatMap((store) => Array.from({ length: 20 }, () => store.write(raiseGeneration)));
  await Promise.all(counting);
  await new Promise(setImmediate);
  assert.equal(here.generation(), 41);
  await Promise.all([here.close(), there.close()]);
});

test('what was published cannot be changed or deleted, whoever tries', async () => {
  const store = await openStore({ dataFolder: newFolder() });
  await store.write(async (transaction) => {
    await insertText(transaction, text);
    await sql`insert into log values (1, 'stet.test/log', '', '')`.execute(transaction);
    await insertPublishLeaf(transaction, 0);
    await insertLamp(transaction);
    await sql`insert into checkpoint values (1, 1, x'00', '', '')`.execute(transaction);
  });
  const changes = ['revision', 'leaf', 'checkpoint', 'log'].flatMap((table) => [
    sql`delete from ${sql.table(table)}`,
    sql`update ${sql.table(table)} set ${sql.ref(COLUMNS[table] ?? '')} = ''`,
  ]);
  assert.equal(changes.length, 8);
  for (const change of changes) {
    await assert.rejects(
      store.write((transaction) => change.execute(transaction)),
      /never changed/,
    );
  }
  const { rows } = await sql<{ source: string }>`select source from revision`.execute(store.reader);
  assert.deepEqual(rows, [{ source: 'as it was' }]);
  await store.close();
});

const COLUMNS: Readonly<Record<string, string>> = {
  revision: 'source',
  leaf: 'at',
  checkpoint: 'note',
  log: 'origin',
};

const insertLamp = (transaction: Kysely<Schema>) =>
  sql`insert into revision values (${ID}, 1, '', null, 0, null, '', '{}', '[]', 'as it was', '', '', '[]', '[]', '')`.execute(
    transaction,
  );

const insertPublishLeaf = (transaction: Kysely<Schema>, index: number, kind = 'revision.publish') =>
  sql`insert into leaf values (1, ${index}, ${kind}, '', ${ID}, 1, x'00', x'00')`.execute(transaction);

test('no revision without its leaf, no withdrawal and no return either', async () => {
  const store = await openStore({ dataFolder: newFolder() });
  await store.write(async (transaction) => {
    await insertText(transaction, text);
    await sql`insert into log values (1, 'stet.test/log', '', '')`.execute(transaction);
  });
  await assert.rejects(store.write(insertLamp), /without its leaf/);
  await store.write((transaction) => insertPublishLeaf(transaction, 0));
  await store.write(insertLamp);
  const withdraw = sql`update text set withdrawn_at = '2026-11-22T18:00:00Z'`;
  const restore = sql`update text set withdrawn_at = null`;
  await assert.rejects(
    store.write((transaction) => withdraw.execute(transaction)),
    /without its leaf/,
  );
  await store.write((transaction) => insertPublishLeaf(transaction, 1, 'revision.withdraw'));
  await store.write((transaction) => withdraw.execute(transaction));
  await assert.rejects(
    store.write((transaction) => restore.execute(transaction)),
    /without its leaf/,
  );
  await store.write((transaction) => insertPublishLeaf(transaction, 2));
  await store.write((transaction) => restore.execute(transaction));
  await store.close();
});

test('a frozen store is read and never changed', async () => {
  const store = await openStore({ dataFolder: newFolder() });
  store.freeze('forked');
  await assert.rejects(
    store.write((transaction) => insertText(transaction, text)),
    (error: unknown) => error instanceof Refusal && error.code === 'frozen',
  );
  assert.equal(await findText(store.reader, ID), null);
  assert.equal(store.frozen(), 'forked');
  await store.close();
});

test('a full disk refuses a change whole, leaves reading, and is forgotten when there is room', async () => {
  const store = await openStore({ dataFolder: newFolder() });
  const fill = (bytes: number) => async (transaction: typeof store.reader) => {
    await insertText(transaction, text);
    await sql`insert into search (title, authors, body) values ('', '', ${'x '.repeat(bytes / 2)})`.execute(
      transaction,
    );
  };
  // SQLite's own bound on the size of a file gives the error a full disk gives.
  await store.write((transaction) => sql`pragma max_page_count = 1`.execute(transaction));
  await assert.rejects(
    store.write(fill(4_000_000)),
    (error) => error instanceof Refusal && error.code === 'store-full',
  );
  assert.equal(await findText(store.reader, ID), null);
  await store.write((transaction) => sql`pragma max_page_count = 1073741823`.execute(transaction));
  await store.write(fill(1000));
  assert.ok(await findText(store.reader, ID));
  await store.close();
});

test('a database of a newer program is left alone', async () => {
  const dataFolder = newFolder();
  const store = await openStore({ dataFolder });
  await store.write((transaction) => sql`insert into migration values (9999, 'of tomorrow', '')`.execute(transaction));
  await store.close();
  await assert.rejects(openStore({ dataFolder }), fails('newer-database'));
});

test('a file that is not ours is left alone', async () => {
  const [other, junk] = [newFolder(), newFolder()];
  const foreign = new Database(join(other, DATABASE_FILE));
  foreign.exec('create table something (a)');
  foreign.close();
  writeFileSync(join(junk, DATABASE_FILE), 'not a database at all '.repeat(100));
  await assert.rejects(openStore({ dataFolder: other }), fails('foreign-database'));
  await assert.rejects(openStore({ dataFolder: junk }), fails('foreign-database'));
});

test('a data folder that cannot be one is said to be', async () => {
  const file = join(newFolder(), 'file');
  writeFileSync(file, '');
  await assert.rejects(openStore({ dataFolder: file }), fails('no-rights'));
});

test('a disk that fails is told to whoever opened the store; a full one is not', async () => {
  const failures: unknown[] = [];
  const store = await openStore({ dataFolder: newFolder(), onDiskFailure: (error) => failures.push(error) });
  const failing = (code: string) =>
    store.write(async () => Promise.reject(new Database.SqliteError('disk I/O error', code)));
  await assert.rejects(failing('SQLITE_FULL'), Refusal);
  assert.equal(failures.length, 0);
  await assert.rejects(failing('SQLITE_IOERR_FSYNC'), /disk I\/O/);
  assert.equal(failures.length, 1);
  await assert.rejects(
    store.write((transaction) => insertText(transaction, text)),
    /disk I\/O/,
    'the disk may say that all is well again: it is not believed',
  );
  await store.close();
});
