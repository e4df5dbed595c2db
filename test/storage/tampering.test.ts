// Somebody with the database open in another client, behind the triggers: every row of the log edited, deleted, swapped.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const STEP = times({ suite: 211, alone: 1, long: 1 });

let library: TestContext;
let path = '';
let sound: Buffer;
let erased: ReadonlySet<unknown>;

before(async () => {
  library = await recordedLibrary(LEAVES);
  path = join(library.dataFolder, 'stet.sqlite');
  await library.context.store.close();
  const client = new Database(path);
  const triggers = client.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all();
  assert.ok(triggers.length >= 8);
  for (const name of triggers) client.exec(`drop trigger "${name}"`);
  erased = new Set(client.prepare("select id from contribution where state = 'erased'").pluck().all());
  client.pragma('wal_checkpoint(truncate)');
  client.close();
  sound = readFileSync(path);
});
after(async () => {
  await library.context.workers.close();
  rmSync(library.dataFolder, { recursive: true, force: true });
});

function faults(): readonly string[] {
  const found: string[] = [];
  const { leaves } = verifyData(library, {
    report: (kind, address, detail) => found.push(`${address} ${kind} ${detail ?? ''}`),
  });
  if (leaves > LEAVES) found.push('more leaves');
  return found;
}

/** Changes with another client, verifies, puts the file back as it was; gives what was found. */
function foundAfter(change: (client: Database.Database) => void): readonly string[] {
  const client = new Database(path);
  client.pragma('foreign_keys = off');
  client.pragma('synchronous = off');
  change(client);
  client.close();
  try {
    return faults();
  } finally {
    writeFileSync(path, sound);
    for (const beside of ['-wal', '-shm', '-journal']) rmSync(path + beside, { force: true });
  }
}

const tamper = (change: (client: Database.Database) => void, named: RegExp) =>
  foundAfter(change).some((fault) => named.test(fault));

test('control: nothing is wrong before anything was changed', () => {
  assert.deepEqual(faults(), []);
});

type Row = Readonly<Record<string, string | number | Buffer | null>>;

/** Every table the record stands in: which columns it vouches for, and how a fault names a row. */
const TABLES: readonly {
  readonly table: string;
  readonly columns: readonly string[];
  readonly names: (row: Row) => string;
}[] = [
  {
    table: 'leaf',
    columns: ['kind', 'at', 'text_id', 'revision', 'hash', 'bytes'],
    // A leaf that swapped its place is whole: it is the hash over it that tells.
    names: ({ index }) => `#${index}\\b|log-cut|tree_node 1/${Number(index) >> 1} `,
  },
  {
    table: 'tree_node',
    columns: ['hash'],
    names: ({ level, index }) => `tree_node ${level}/${index} `,
  },
  {
    table: 'checkpoint',
    columns: ['root', 'note', 'signed_at'],
    names: ({ size }) => `checkpoint \\(${size}\\)`,
  },
  { table: 'checkpoint_link', columns: ['note'], names: ({ size }) => `checkpoint \\(${size}\\)` },
  {
    table: 'leaf_count',
    columns: ['kind', 'detail', 'leaves'],
    names: ({ month }) => `/record ${month}`,
  },
  { table: 'log', columns: ['origin', 'verifier_key', 'started_at'], names: () => 'checkpoint' },
  {
    table: 'contribution',
    columns: ['text_id', 'block_id', 'quote', 'parent_id', 'state', 'revision', 'shown_revision', 'leaf', 'log'],
    names: ({ id }) => `${id}`,
  },
  {
    table: 'contribution_revision',
    columns: ['name', 'subject', 'body', 'hash', 'leaf'],
    names: ({ contribution_id }) => `${contribution_id}`,
  },
  {
    table: 'contribution_key',
    columns: ['key'],
    names: ({ contribution_id }) => `${contribution_id}`,
  },
  {
    table: 'decision',
    columns: ['contribution_id', 'revision', 'decision', 'ground', 'leaf', 'log', 'at'],
    names: ({ contribution_id, leaf }) => `${contribution_id}|#${leaf}\\b`,
  },
  {
    table: 'shown_contribution',
    columns: ['text_id', 'block_id', 'quote', 'parent_id', 'revision', 'name', 'subject', 'body'],
    names: ({ id }) => `${id}`,
  },
];

for (const { table, columns, names } of TABLES)
  test(`every row of ${table} edited, deleted or swapped is named`, (t) => {
    const client = new Database(path, { readonly: true });
    const rows = client.prepare(`select rowid as rowid_, * from ${table}`).all() as Row[];
    client.close();
    assert.ok(rows.length > 0, 'control: there are rows');
    const missed: string[] = [];
    let tried = 0;
    const attempt = (what: string, row: Row, change: (client: Database.Database) => void) => {
      tried += 1;
      if (!tamper(change, new RegExp(names(row))))
        missed.push(`${what} ${names(row)} ${JSON.stringify({ ...row, note: 0, hash: 0, bytes: 0 })}`);
    };
    // Short tables closer: each fate of a contribution has its turn.
    const step = Math.ceil(rows.length > 600 ? STEP : rows.length > 100 ? STEP / 5 : STEP / 20);
    for (let at = 0; at < rows.length; at += step) {
      const row = rows[at]!;
      // Small tables: each column; long ones: another column each row.
      const edited = rows.length <= 20 ? columns : [columns[at % columns.length]!];
      for (const column of edited.filter((one) => !isForgotten(table, row, one)))
        attempt(`edited ${column}`, row, (db) =>
          db
            .prepare(`update ${table} set "${column}" = ? where rowid = ?`)
            .run(another(row[column] ?? null, column), row.rowid_),
        );
      attempt('deleted', row, (db) => db.prepare(`delete from ${table} where rowid = ?`).run(row.rowid_));
      const other = rows.slice(at + 1).find((one) => !isSame(one, row, columns) && isSame(one, row, sameIn(table)));
      if (other)
        attempt('swapped', row, (db) => {
          const set = columns.map((column) => `"${column}" = ?`).join(', ');
          const move = db.prepare(`update or replace ${table} set ${set} where rowid = ?`);
          move.run(...columns.map((column) => other[column]), row.rowid_);
          move.run(...columns.map((column) => row[column]), other.rowid_);
        });
    }
    t.diagnostic(`${table}: ${tried - missed.length} of ${tried} changes to ${rows.length} rows named`);
    assert.deepEqual(missed.slice(0, 5), []);
  });

/** Erasing took the words, and with them what their commitment vouched for: where it stood, and which revision was decided on. */
function isForgotten(table: string, row: Row, column: string): boolean {
  if (table === 'contribution') return row.state === 'erased' && /^(text_id|block_id|parent_id)$/.test(column);
  return table === 'decision' && column === 'revision' && erased.has(row.contribution_id);
}

/** Nodes swap within their level: their key has no other column that may change. */
const sameIn = (table: string) => (table === 'tree_node' ? ['level'] : []);

const isSame = (one: Row, other: Row, columns: readonly string[]) =>
  columns.every((column) => String(one[column]) === String(other[column]));

/** Something else that the column takes. */
function another(value: Row[string], column: string): Row[string] {
  if (value === null) return column.endsWith('revision') ? 7 : 'x';
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return value.replace(/[^\n]/, (first) => (first === 'y' ? 'z' : 'y')) || 'x';
  const changed = Buffer.from(value);
  changed[changed.length >> 1] = changed[changed.length >> 1]! ^ 1;
  return changed;
}

test('a column that damage took altogether is named too, and the rest is read', () => {
  const revision = { table: 'revision', columns: ['source', 'body_html', 'published_at'], names: () => '/text-' };
  const client = new Database(path, { readonly: true });
  const lost = [...TABLES, revision].flatMap(({ table, columns, names }) => {
    const row = client.prepare(`select rowid as rowid_, * from ${table} limit 1`).get() as Row;
    // Part of a key is never empty, whatever the schema is made to say.
    const filled = client.prepare(`select name from pragma_table_info('${table}') where "notnull" and not pk`).pluck();
    return (filled.all() as string[])
      .filter((column) => columns.includes(column))
      .map((column) => ({ table, column, row, names }));
  });
  client.close();
  assert.ok(lost.length > 30, 'control');
  for (const { table, column, row, names } of lost) {
    const clear = (db: Database.Database) => {
      db.unsafeMode(true);
      db.pragma('writable_schema = on');
      db.exec(`update sqlite_schema set sql = replace(sql, ' not null', '') where name = '${table}'`);
      db.pragma('writable_schema = reset');
      db.prepare(`update ${table} set "${column}" = null where rowid = ?`).run(row.rowid_);
    };
    assert.ok(tamper(clear, new RegExp(names(row))), `${table}.${column}`);
  }
});

test('nodes, checkpoints and the key changed are named; a log re-signed with another key too', () => {
  const client = new Database(path, { readonly: true });
  const { origin } = client.prepare('select origin from log').get() as { origin: string };
  const stranger: SignerKey = { name: origin, seed: new Uint8Array(32).fill(9) };
  const root = client.prepare('select root from checkpoint order by size desc').pluck().get() as Buffer;
  client.close();
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
      tamper((client) => void client.prepare(sql).run(...values), named),
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
    const found = foundAfter((client) => void client.exec(sql));
    assert.ok(
      found.some((fault) => named.test(fault)),
      `${sql}: ${found}`,
    );
  }
  assert.deepEqual(faults(), [], 'all put back');
});
