import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCycle, type Import, isThere, listImports } from './import-graph.ts';
import { isTest, projectFiles } from './project-files.ts';

/** Who may import whom. A room may always import from itself, and anything may import the type of the settings. */
const MAY_IMPORT: Readonly<Record<string, readonly string[] | 'anything'>> = {
  domain: [],
  locale: [],
  text: ['domain'],
  formats: ['domain', 'text'],
  proof: ['domain', 'text'],
  triage: ['domain', 'text'],
  record: ['domain'],
  policies: ['domain'],
  store: ['domain'],
  workers: ['domain', 'locale', 'text', 'formats', 'proof'],
  operations: ['domain', 'locale', 'text', 'formats', 'proof', 'triage', 'record', 'policies', 'store', 'workers'],
  jobs: ['operations', 'domain'],
  // Never store: a page cannot reach anything unvalidated by accident.
  web: ['operations', 'domain', 'locale', 'text', 'formats', 'policies'],
  cli: 'anything',
  'main.ts': 'anything',
  'settings.ts': 'anything',
  'setting-values.ts': [],
};
/** Rooms that take data and give data: no disk, no network, no database, no page. */
const PURE = ['domain', 'locale', 'text', 'formats', 'record', 'policies'];
const IMPURE =
  /^(node:(fs|net|http|https|dns|child_process|worker_threads|process)(\/.*)?|fastify|kysely|better-sqlite3|pino)$/;

const files = projectFiles(['src/**/*.ts'], 80).filter((file) => !isTest(file));
const imports = files.flatMap(listImports);
const roomOf = (path: string) => path.split('/')[1] ?? '';

test('every room is in the table', () => {
  assert.deepEqual(
    [...new Set(files.map(({ path }) => roomOf(path)))].filter((room) => !MAY_IMPORT[room]),
    [],
  );
});

test('rooms import only what the table allows', () => {
  const ours = imports.filter(({ isOurs }) => isOurs);
  assert.ok(ours.length > 150, `${ours.length} imports seen`);
  assert.deepEqual(
    ours.filter((one) => !isAllowed(one)).map(({ from, to }) => `${from} imports ${to}`),
    [],
  );
});

test('every import leads to a file', () => {
  assert.deepEqual(
    imports.filter(({ to, isOurs }) => isOurs && !isThere(to)).map(({ from, to }) => `${from}: ${to}`),
    [],
  );
});

test('no file imports itself by a detour, types included', () => {
  assert.equal(findCycle(imports)?.join(' -> ') ?? null, null);
});

test('pure rooms touch neither disk nor network', () => {
  const impure = imports.filter(({ from, to }) => PURE.includes(roomOf(from)) && IMPURE.test(to));
  assert.deepEqual(
    impure.map(({ from, to }) => `${from} imports ${to}`),
    [],
  );
});

test('the guard sees a forbidden import and a cycle', () => {
  const bad = {
    path: 'src/web/pages/home.ts',
    text: "import { texts } from '#store/texts.ts';\nimport { a } from './a.ts';",
  };
  const [store, neighbour] = listImports(bad) as [Import, Import];
  assert.equal(isAllowed(store), false);
  assert.equal(isAllowed(neighbour), true);
  const back = listImports({ path: 'src/web/pages/a.ts', text: "import type { B } from './home.ts';" });
  assert.deepEqual(findCycle([neighbour, ...back]), [
    'src/web/pages/home.ts',
    'src/web/pages/a.ts',
    'src/web/pages/home.ts',
  ]);
});

function isAllowed({ from, to, isType }: Import): boolean {
  const allowed = MAY_IMPORT[roomOf(from)];
  if (allowed === 'anything' || roomOf(from) === roomOf(to)) return true;
  return allowed?.includes(roomOf(to)) || (isType && roomOf(to) === 'settings.ts');
}
