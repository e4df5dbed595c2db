// What the public reads of the forum must not be able to reach anything else: the imports are the proof.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listImports } from './import-graph.ts';
import { projectFiles } from './project-files.ts';

/** Store files without a word of any contribution, and the one that has those of validated ones. */
const MAY_READ = [
  'src/store/forum-modes.ts',
  'src/store/revisions.ts',
  'src/store/shown-contributions.ts',
  'src/store/store.ts',
  'src/store/texts.ts',
];
/** Tables the one file may name. */
const SHOWN_TABLES = ['shown_contribution', 'shown_thread', 'text', 'contribution'];

const files = projectFiles(['src/**/*.ts'], 100);
const fileAt = (path: string) => files.find((file) => file.path === path)!;

test('public reads of the forum import no store file but that of what is shown', () => {
  const read = ['forum', 'forum-places', 'quoted-places'].map((name) => `src/operations/reads/${name}.ts`);
  const imports = read.flatMap((path) => listImports(fileAt(path))).filter(({ isOurs }) => isOurs);
  assert.ok(imports.length > 10);
  const store = imports.filter(({ to }) => to.startsWith('src/store/'));
  assert.deepEqual(
    store.map(({ to }) => to).filter((to) => !MAY_READ.includes(to)),
    [],
  );
});

test('what is shown is read from its own tables; of the others only the place of a thread is asked', () => {
  const { text } = fileAt('src/store/shown-contributions.ts');
  const tables = [...text.matchAll(/(?:selectFrom|[jJ]oin|insertInto|updateTable|deleteFrom)\('(\w+)/g)].map(
    ([, one]) => one!,
  );
  assert.ok(tables.length > 8);
  assert.deepEqual(
    tables.filter((table) => !SHOWN_TABLES.includes(table)),
    [],
  );
  assert.equal(tables.filter((table) => table === 'contribution').length, 1);
  assert.match(text, /selectFrom\('contribution'\)\.select\('row'\)/);
  assert.doesNotMatch(text, /\bsql`[^`]*\b(from|join)\b/);
});
