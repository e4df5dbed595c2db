// Somebody with the database open in another client, behind the triggers: every row of the log edited, deleted, swapped.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import Database from 'better-sqlite3';
import { verifyData } from '#operations/verify-data.ts';
import { writeCheckpoint } from '#record/checkpoint.ts';
import { formatVerifierKey, type SignerKey, verifierOf } from '#record/signed-note.ts';
import type { TestContext } from '#test/support/context.ts';
import { times } from './long-run.ts';
import { recordedLibrary } from './recorded-library.ts';

const LEAVES = 1000;
const STEP = times({ suite: 97, alone: 1, long: 1 });

let library: TestContext;
let client: Database.Database;

before(async () => {
  library = await recordedLibrary(LEAVES);
  client = new Database(join(library.dataFolder, 'stet.sqlite'));
  const triggers = client.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all();
  assert.ok(triggers.length >= 8);
  for (const name of triggers) client.exec(`drop trigger "${name}"`);
});
after(async () => {
  client.close();
  await library.close();
});

function faults(): readonly string[] {
  const found: string[] = [];
  const { leaves } = verifyData(library, {
    report: (kind, address, detail) => found.push(`${address} ${kind} ${detail ?? ''}`),
  });
  if (leaves > LEAVES) found.push('more leaves');
  return found;
}

/** Changes, verifies, puts back; what was found must name what was changed. */
function tamper(change: () => void, named: RegExp): boolean {
  const saved = new Map(
    ['leaf', 'tree_node', 'checkpoint', 'log'].map((table) => [table, client.prepare(`select * from ${table}`).all()]),
  );
  client.pragma('foreign_keys = off');
  client.transaction(change)();
  const isNamed = faults().some((fault) => named.test(fault));
  client.transaction(() => {
    for (const [table, rows] of [...saved].reverse()) {
      client.exec(`delete from ${table}`);
      for (const row of rows as Record<string, unknown>[]) {
        const columns = Object.keys(row);
        client
          .prepare(`insert into ${table} (${columns.map((one) => `"${one}"`)}) values (${columns.map(() => '?')})`)
          .run(...Object.values(row));
      }
    }
  })();
  return isNamed;
}

test('control: nothing is wrong before anything was changed', () => {
  assert.deepEqual(faults(), []);
});

test('every row of the log edited, deleted or swapped is named', (t) => {
  const acts: Readonly<Record<string, (index: number) => void>> = {
    edited: (index) => {
      const bytes = client.prepare('select bytes from leaf where "index" = ?').pluck().get(index) as Buffer;
      const at = bytes.indexOf('2026');
      bytes[at + 3] = bytes[at + 3]! ^ 1;
      client.prepare('update leaf set bytes = ? where "index" = ?').run(bytes, index);
    },
    'edited with its hash': (index) => {
      client
        .prepare('update leaf set bytes = x.bytes, hash = x.hash from leaf x where leaf."index" = ? and x."index" = ?')
        .run(index, (index + 1) % LEAVES);
    },
    deleted: (index) => void client.prepare('delete from leaf where "index" = ?').run(index),
    swapped: (index) => {
      const other = (index + 1) % LEAVES;
      const move = client.prepare('update leaf set "index" = ? where "index" = ?');
      for (const [from, to] of [
        [index, 1e9],
        [other, index],
        [1e9, other],
      ] as const)
        move.run(to, from);
    },
  };
  let tried = 0;
  const missed: string[] = [];
  for (let index = 0; index < LEAVES; index += STEP) {
    for (const [name, act] of Object.entries(acts)) {
      tried += 1;
      const isLast = index === LEAVES - 1 && name === 'deleted';
      if (!tamper(() => act(index), isLast ? /log-cut/ : new RegExp(`#${index}\\b|tree_node 1/${index >> 1} `)))
        missed.push(`${name} ${index}`);
    }
  }
  t.diagnostic(`${tried - missed.length} of ${tried} changes to leaves named`);
  assert.deepEqual(missed, []);
});

test('nodes, checkpoints and the key changed are named; a log re-signed with another key too', () => {
  const { origin } = client.prepare('select origin from log').get() as { origin: string };
  const stranger: SignerKey = { name: origin, seed: new Uint8Array(32).fill(9) };
  const root = client.prepare('select root from checkpoint').pluck().get() as Buffer;
  const resigned = writeCheckpoint({ origin, size: LEAVES, root }, [stranger]);
  const changes: readonly [string, readonly unknown[], RegExp][] = [
    ['update tree_node set hash = zeroblob(32) where level = 3 and "index" = 5', [], /tree_node 3\/5/],
    ['delete from tree_node where level = 1 and "index" = 77', [], /tree_node 1\/77/],
    ['insert into tree_node select log, 60, 0, hash from tree_node limit 1', [], /tree_node/],
    ['update checkpoint set root = zeroblob(32)', [], /checkpoint-root/],
    ["update checkpoint set note = replace(note, '1000', '999')", [], /checkpoint-unsigned/],
    ['update checkpoint set note = ?', [resigned], /checkpoint-unsigned/],
    // The stranger's key in its place: the copies outside the database still carry the old signature.
    ['update log set verifier_key = ?', [formatVerifierKey(verifierOf(stranger))], /checkpoint-unsigned/],
  ];
  for (const [sql, values, named] of changes)
    assert.ok(
      tamper(() => void client.prepare(sql).run(...values), named),
      sql,
    );
});

test('a revision changed, deleted, or added without its leaf is named with its address', () => {
  const changes: readonly [string, RegExp][] = [
    [
      "update revision set body_html = replace(body_html, 'words', 'wards') where number = 2",
      /^\/text-3\/2\/body\.html file/,
    ],
    ["update revision set source = source || ' '", /^\/text-5\/1\/source\.md file/],
    ["update revision set manifest = manifest || ' '", /^\/text-2\/1\/manifest\.txt manifest/],
    ["update revision set published_at = '2020-01-01T00:00:00Z'", /^\/text-2\/1 state/],
    ['delete from revision where number = 2', /^\/text-4\/2 missing/],
    [
      `insert into revision select text_id, 3, published_at, published_by, words, reason, excerpt, metadata, contents, source,
        body_html, plain_text, blocks, notes, manifest from revision where number = 2`,
      /^\/text-1\/3 unrecorded/,
    ],
    ["update text set withdrawn_at = null where slug = 'text-0'", /^\/text-0 state/],
    ['update text set number = 1', /^\/text-1 state/],
  ];
  for (const [sql, named] of changes) {
    const saved = ['revision', 'text'].map((table) => [table, client.prepare(`select * from ${table}`).all()] as const);
    client.pragma('foreign_keys = off');
    client.exec(sql);
    const found = faults();
    for (const [table, rows] of saved) {
      client.exec(`delete from ${table}`);
      for (const row of rows as Record<string, unknown>[])
        client
          .prepare(`insert into ${table} (${Object.keys(row)}) values (${Object.keys(row).map(() => '?')})`)
          .run(...Object.values(row));
    }
    assert.ok(
      found.some((fault) => named.test(fault)),
      `${sql}: ${found}`,
    );
  }
  assert.deepEqual(faults(), [], 'all put back');
});
