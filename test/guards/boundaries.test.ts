import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTest, type ProjectFile, projectFiles } from './project-files.ts';

const code = projectFiles(['src/**/*.ts'], 80).filter((file) => !isTest(file));
const pathsOf = (files: readonly ProjectFile[]) => files.map(({ path }) => path);
const holding = (pattern: RegExp) => pathsOf(code.filter(({ text }) => pattern.test(text)));

test('only settings.ts reads the environment', () => {
  assert.deepEqual(holding(/\bprocess\.env\b/), ['src/settings.ts']);
});

test('only store/ speaks SQL', () => {
  const speaking = holding(/\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`|from 'better-sqlite3'/);
  assert.ok(speaking.length > 5, `${speaking.length} files with SQL seen`);
  assert.deepEqual(
    speaking.filter((path) => !path.startsWith('src/store/')),
    [],
  );
});

test('only web/ knows HTTP', () => {
  const speaking = holding(/from '(fastify|@fastify\/[\w-]+|node:http|hono\/html)'/);
  assert.ok(speaking.length > 5, `${speaking.length} files with HTTP seen`);
  assert.deepEqual(
    speaking.filter((path) => !path.startsWith('src/web/')),
    [],
  );
});

test('the clock and chance come in the context', () => {
  const reaching = holding(/\bDate\.now\(\)|\bnew Date\(\)|\bMath\.random\(\)/);
  const outside = /^src\/(main\.ts|cli\/|web\/browser\/|web\/http\/|store\/store\.ts|workers\/)/;
  assert.deepEqual(
    reaching.filter((path) => !outside.test(path)),
    [],
  );
});

test('classes only for what is thrown', () => {
  const classes = code.flatMap(({ path, text }) =>
    [...text.matchAll(/^(?:export )?class (\w+)( extends Error)?/gm)].map(([, name, thrown]) => ({
      path,
      name,
      thrown,
    })),
  );
  assert.ok(classes.length >= 3, `${classes.length} classes seen`);
  assert.deepEqual(
    classes.filter(({ thrown }) => !thrown).map(({ path, name }) => `${path}: ${name}`),
    [],
  );
});
