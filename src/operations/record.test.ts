// The record belongs to the act: what publishing, withdrawing and restoring leave in it, what is signed, what a fork does.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import Database from 'better-sqlite3';
import { Refusal } from '#domain/refusal.ts';
import { readCheckpoint } from '#record/checkpoint.ts';
import { hashLeaf, hashNode } from '#record/hash-tree.ts';
import { readLeaf } from '#record/leaf.ts';
import { parseVerifierKey } from '#record/signed-note.ts';
import { readEntries } from '#record/tile.ts';
import { findLastCheckpoint } from '#store/checkpoints.ts';
import { findLog, listLeafBytes } from '#store/leaves.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { publishSource, reviseText } from '#test/support/library.ts';
import { openRecord } from './record-open.ts';
import { tilesWritten } from './record-release.ts';
import { signRecord } from './record-sign.ts';
import { restoreText } from './text-restore.ts';
import { withdrawText } from './text-withdraw.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stet-record-'));
  folders.push(folder);
  return folder;
}

const source = (title: string) => `---\ntitle: ${title}\n---\n\nA paragraph of ${title}.\n`;

async function leavesOf({ context }: TestContext) {
  const log = await findLog(context.store.reader);
  assert.ok(log);
  const bytes = await listLeafBytes(context.store.reader, { log: log.number, start: 0, end: 1_000_000 });
  return { log, bytes, leaves: bytes.map((one) => readLeaf(one)) };
}

test('publishing, revising, withdrawing and restoring each leave a leaf, and the head over them is signed', async () => {
  const t = await createTestContext();
  const { context } = t;
  const textId = await publishSource(context, { source: source('Ebb'), slug: 'ebb' });
  t.clock.advance(60);
  await reviseText(context, { textId, source: source('Ebb tide'), reason: 'the title in full' });
  await withdrawText(context, { textId, ground: 'rights', reason: 'a letter came' });
  await restoreText(context, { textId });
  const { log, bytes, leaves } = await leavesOf(t);
  assert.deepEqual(
    leaves.map((leaf) => leaf && [leaf.kind, 'revision' in leaf && leaf.revision]),
    [
      ['revision.publish', 1],
      ['revision.publish', 2],
      ['revision.withdraw', 2],
      ['revision.publish', 2],
    ],
  );
  assert.equal(log.origin, 'stet.test/log');
  const signed = await signRecord(context);
  assert.equal(await signRecord(context), null, 'nothing new, nothing signed');
  const key = parseVerifierKey(log.verifierKey);
  const head = key && readCheckpoint(signed?.note ?? '', { origin: log.origin, keys: [key] });
  assert.equal(head?.size, 4);
  // Computed here from the leaves alone: nothing stored above them is believed.
  const [a, b, c, d] = bytes.map((one) => hashLeaf(one));
  assert.deepEqual(Buffer.from(head.root), Buffer.from(hashNode(hashNode(a!, b!), hashNode(c!, d!))));
  await t.close();
});

test('the key is readable by its owner alone; tiles and the copy lie beside the database', async () => {
  const t = await createTestContext();
  const { context, dataFolder } = t;
  for (let at = 0; at < 3; at += 1) await publishSource(context, { source: source(`T${at}`), slug: `t${at}` });
  const signed = await signRecord(context);
  await tilesWritten(context);
  assert.equal(statSync(join(dataFolder, 'keys', 'log.key')).mode & 0o777, 0o600);
  assert.equal(readFileSync(join(dataFolder, 'guard', 'checkpoint'), 'utf8'), signed?.note);
  assert.equal(readFileSync(join(dataFolder, 'log', 'checkpoint'), 'utf8'), signed?.note);
  const entries = readEntries(readFileSync(join(dataFolder, 'log', 'tile', 'entries', '000.p', '3')));
  assert.deepEqual(entries?.map(Buffer.from), (await leavesOf(t)).bytes.map(Buffer.from));
  assert.equal(statSync(join(dataFolder, 'log', 'tile', '0', '000.p', '3')).size, 96);
  assert.ok(!existsSync(join(dataFolder, 'log', 'tile', '1')));
  await t.close();
});

test('while tiles are written anew, visitors have their turn between two of them', async () => {
  const t = await createTestContext();
  for (let at = 0; at < 3; at += 1) await publishSource(t.context, { source: source(`T${at}`), slug: `t${at}` });
  await signRecord(t.context);
  let turns = 0;
  const takeTurns = () => {
    turns += 1;
    waiting = setImmediate(takeTurns);
  };
  let waiting = setImmediate(takeTurns);
  await tilesWritten(t.context);
  clearImmediate(waiting);
  assert.ok(turns >= 2, `${turns} turns during two tiles`);
  await t.close();
});

test('an old backup put back is found out at the start, also after it has grown again: then nothing can be changed', async () => {
  const [dataFolder, backup] = [newFolder(), newFolder()];
  const first = await createTestContext({ dataFolder });
  await publishSource(first.context, { source: source('One'), slug: 'one' });
  await signRecord(first.context);
  await first.close();
  cpSync(join(dataFolder, 'stet.sqlite'), join(backup, 'stet.sqlite'));
  const second = await createTestContext({ dataFolder });
  assert.equal(await openRecord(second.context), null);
  await publishSource(second.context, { source: source('Two'), slug: 'two' });
  await signRecord(second.context);
  await second.close();
  for (const end of ['-wal', '-shm']) rmSync(join(dataFolder, `stet.sqlite${end}`), { force: true });
  cpSync(join(backup, 'stet.sqlite'), join(dataFolder, 'stet.sqlite'));

  const smaller = await createTestContext({ dataFolder });
  // Whoever starts without asking grows another log over the same beginning.
  await publishSource(smaller.context, { source: source('Another two'), slug: 'another' });
  await publishSource(smaller.context, { source: source('Three'), slug: 'three' });
  assert.equal(await openRecord(smaller.context), 'forked');
  await assert.rejects(
    publishSource(smaller.context, { source: source('Four'), slug: 'four' }),
    (error: unknown) => error instanceof Refusal && error.code === 'frozen',
  );
  assert.equal(await signRecord(smaller.context), null, 'a forked log is not signed');
  await smaller.close();
});

test('without its key the record is not continued, and a stored hash that was changed is not signed over', async () => {
  const dataFolder = newFolder();
  const t = await createTestContext({ dataFolder });
  await publishSource(t.context, { source: source('One'), slug: 'one' });
  await publishSource(t.context, { source: source('Two'), slug: 'two' });
  await signRecord(t.context);
  await t.close();
  const key = join(dataFolder, 'keys', 'log.key');
  const seed = readFileSync(key);
  rmSync(key);
  const keyless = await createTestContext({ dataFolder });
  assert.equal(await openRecord(keyless.context), 'keyless');
  await keyless.close();
  writeFileSync(key, seed);
  const other = new Database(join(dataFolder, 'stet.sqlite'));
  other.exec(`update tree_node set hash = zeroblob(32)`);
  other.close();
  const broken = await createTestContext({ dataFolder });
  await publishSource(broken.context, { source: source('Three'), slug: 'three' });
  assert.equal(await signRecord(broken.context), null);
  assert.equal(broken.context.store.frozen(), 'broken');
  assert.equal((await findLastCheckpoint(broken.context.store.reader, 1))?.size, 2);
  await broken.close();
});

test('a library older than the record gets its leaves at the first start, and what was withdrawn is said to be', async () => {
  const dataFolder = newFolder();
  const old = await createTestContext({ dataFolder });
  const behind = new Database(join(dataFolder, 'stet.sqlite'));
  const textId = await publishSource(old.context, { source: source('One'), slug: 'one' });
  await reviseText(old.context, { textId, source: source('One again'), reason: 'again' });
  await withdrawText(old.context, { textId, ground: 'error', reason: 'wrong text' });
  const before = (await leavesOf(old)).bytes.map(String);
  // As if there had never been a record.
  for (const table of ['leaf', 'log', 'checkpoint', 'revision'])
    behind.exec(`drop trigger if exists ${table}_never_delete; drop trigger if exists ${table}_never_update`);
  behind.exec(
    'delete from leaf; delete from tree_node; delete from leaf_count; delete from log; update revision set manifest = null',
  );
  behind.close();
  assert.equal(await openRecord(old.context), null);
  assert.deepEqual((await leavesOf(old)).bytes.map(String), before);
  await openRecord(old.context);
  assert.equal((await leavesOf(old)).bytes.length, 3, 'once only');
  await old.close();
});
