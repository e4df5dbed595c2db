// Forums in and out of the command line: real processes, real files, real databases of other sites.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { endPrograms, runProgram } from '#test/support/program.ts';
import { openForumSource } from './forum-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-forum-'));
const data = join(folder, 'data');
const golden = (name: string) => fileURLToPath(new URL(`../../test/golden/forum/${name}`, import.meta.url));
const stet = (...args: readonly string[]) => runProgram([...args, '--data', data]);
const source = (title: string) => `---\ntitle: ${title}\nauthors: [A. Author]\nlanguage: en\n---\n\nA lamp.\n`;

before(async () => {
  mkdirSync(join(folder, 'texts'));
  for (const title of ['On Salt', 'Lettre à un ami'])
    writeFileSync(join(folder, 'texts', `${title}.md`), source(title));
  assert.equal((await stet('import', join(folder, 'texts'), '--publish')).code, 0);
});
after(() => {
  endPrograms();
  rmSync(folder, { recursive: true, force: true });
});

/** A database as the other site has it, made of its own dump. */
function databaseOf(name: string): string {
  const path = join(folder, `${name}.db`);
  rmSync(path, { force: true });
  const database = new Database(path);
  database.exec(readFileSync(golden(`${name}/in.sql`), 'utf8'));
  database.close();
  return path;
}

for (const [name, format] of [
  ['isso', 'isso'],
  ['spip-sqlite', 'spip'],
] as const) {
  test(`the database of ${format} says the same as its dump`, () => {
    const pieces = (path: string) =>
      [...openForumSource(path, path.endsWith('.db') ? 'auto' : format).pieces()].map((piece) =>
        JSON.stringify(piece).replace(/"line":\d+/, '"line":null'),
      );
    const read = pieces(databaseOf(name));
    assert.ok(read.length > 1);
    assert.deepEqual(read.sort(), pieces(golden(`${name}/in.sql`)).sort());
  });
}

test('a database may bring a view for a table: it is not asked', () => {
  const path = join(folder, 'view.db');
  const database = new Database(path);
  database.exec(`create table other_forum (id_forum); create view spip_forum as
    with recursive n (id_forum) as (select 1 union all select id_forum + 1 from n) select id_forum from n`);
  database.close();
  assert.deepEqual([...openForumSource(path, 'spip').pieces()], []);
});

test('a damaged database gives what it can, and says so', () => {
  const path = join(folder, 'damaged.db');
  const database = new Database(path);
  database.exec('create table spip_forum (id_forum integer primary key, id_article, texte, statut)');
  const insert = database.prepare("insert into spip_forum values (?, 1, ?, 'publie')");
  for (let id = 1; id <= 500; id += 1) insert.run(id, 'word '.repeat(100));
  database.close();
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xa5, bytes.length / 2, bytes.length / 2 + 20_000));
  const pieces = [...openForumSource(path, 'auto').pieces()];
  assert.ok(pieces.some(({ kind }) => kind === 'contribution'));
  assert.ok(pieces.some((piece) => piece.kind === 'problem' && piece.problem.code === 'forum-database'));
});

test('what gzip packed is read as it comes, but for a database; what holds no contribution is said', async () => {
  const packed = join(folder, 'dump.xml.gz');
  writeFileSync(packed, gzipSync(readFileSync(golden('spip-xml/in.xml'))));
  const dry = await stet('forum', 'import', packed, '--dry-run');
  assert.match(dry.errors, /article 12,\?.*2 contributions\s+Du sel & de la mer/);
  assert.match(dry.errors, /1 × What was written but never sent was left out/);
  const database = join(folder, 'isso.db.gz');
  writeFileSync(database, gzipSync(readFileSync(databaseOf('isso'))));
  const refused = await stet('forum', 'import', database);
  assert.equal(refused.code, 65);
  assert.match(refused.errors, /compressed database.*gunzip/);
  const none = await stet('forum', 'import', golden('spip-xml/in.xml'), '--format', 'disqus');
  assert.match(none.errors, /was read as disqus, and no contribution was found/);
});

test('a forum is taken in once, by slug and map; what has no text is said as a line for the map', async () => {
  const dry = await stet('forum', 'import', golden('spip-mysql/in.sql'), '--dry-run');
  assert.equal(dry.code, 65);
  assert.match(dry.output, /Nothing was stored/);
  assert.match(dry.errors, /article 12,\?/);
  const map = join(folder, 'map.csv');
  writeFileSync(map, 'page,slug\narticle 12,on-salt\n"rubrique 4",on-salt\n');
  const first = await stet('forum', 'import', golden('spip-mysql/in.sql'), '--map', map);
  assert.equal(first.code, 0, first.errors);
  assert.match(first.output, /^5 validated\n/);
  assert.match(first.output, /^2 waiting$/m);
  assert.match(first.errors, /2 × A date that does not exist.*\(lines 42, 43\)/);
  const second = await stet('forum', 'import', golden('spip-mysql/in.sql'), '--map', map, '--lang', 'fr');
  assert.equal(
    second.output,
    '9 sautées\u00A0: déjà là\n2 ne répondent à rien qui soit dans le fichier\u00A0: elles répondent au texte\n',
  );
});

test('what was validated elsewhere can be made to wait; nothing can be made validated', async () => {
  const waiting = await stet('forum', 'import', golden('wxr/in.xml'), '--state-of', 'validated=waiting');
  assert.equal(waiting.code, 0, waiting.errors);
  assert.equal(waiting.output.split('\n')[0], '2 waiting');
  assert.doesNotMatch(waiting.output, /validated/);
  const refused = await stet('forum', 'import', golden('wxr/in.xml'), '--state-of', 'waiting=validated');
  assert.equal(refused.code, 64);
});

test('what a file does not say was approved waits, unless whoever imports gives their word', async () => {
  const dryly = [golden('disqus/in.xml'), '--dry-run'];
  const given = await stet('forum', 'import', ...dryly);
  assert.match(given.output, /^3 waiting/m);
  assert.doesNotMatch(given.output, /validated/);
  const known = await stet('forum', 'import', ...dryly, '--state-of', 'unsaid=validated');
  assert.match(known.output, /^2 validated/m);
  assert.match(known.output, /^1 waiting/m);
});

test('the forum is written for its owner alone, never over a file, and one text of it to standard output', async () => {
  const path = join(folder, 'forum.jsonl');
  assert.equal((await stet('forum', 'export', path)).code, 0);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  const lines = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string });
  assert.ok(lines.length > 10);
  assert.equal((await stet('forum', 'export', path)).code, 73);
  const one = await stet('forum', 'export', '--text', 'on-salt');
  assert.equal(one.output.trim().split('\n').length, lines.filter(({ text }) => text === 'on-salt').length);
  const verified = await stet('verify');
  assert.equal(verified.code, 0, verified.errors);
});

test('what is no forum is refused with a sentence', async () => {
  const path = join(folder, 'letter.txt');
  writeFileSync(path, 'Dear all,\n');
  const other = join(folder, 'other.db');
  const database = new Database(other);
  database.exec('create table t (a)');
  database.close();
  const answers = await Promise.all([
    stet('forum', 'import', path),
    stet('forum', 'import', other),
    stet('forum', 'import', join(folder, 'absent')),
    stet('forum', 'export', '--text', 'no-such-text'),
  ]);
  assert.deepEqual(
    answers.map(({ code }) => code),
    [65, 65, 66, 65],
  );
  for (const { errors } of answers) assert.doesNotMatch(errors, /\n +at /);
});
