import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { listImports } from './import-graph.ts';
import { projectFiles, ROOT } from './project-files.ts';

const manifest = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly scripts: Record<string, string>;
};
const lock = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')) as {
  packages: Record<string, { version?: string }>;
};

test('every version is exact, and the lock file holds the same', () => {
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  assert.ok(wanted.length > 20, `${wanted.length} dependencies seen`);
  assert.deepEqual(
    wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    [],
  );
  assert.deepEqual(
    wanted.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version),
    [],
  );
});

test('the program needs nothing that is installed for development only', () => {
  const files = projectFiles(['src/**/*.ts'], 80).filter(({ path }) => !/\.test\.ts$|-test-/.test(path));
  const packages = new Set(
    files
      .flatMap(listImports)
      .filter((one) => !one.isOurs && !one.isType && !one.to.startsWith('node:'))
      .map(({ to }) => packageOf(to)),
  );
  assert.ok(packages.size > 10, `${packages.size} packages seen`);
  assert.deepEqual(
    [...packages].filter((name) => !manifest.dependencies[name]),
    [],
  );
});

const packageOf = (path: string) =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
