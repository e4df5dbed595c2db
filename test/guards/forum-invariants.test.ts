// Each promise of the forum and of the record has its tests and the slips they were seen to fail by, and all of them are still there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { NamedTest } from '#test/invariants/invariant.ts';
import { FORUM_INVARIANTS, INVARIANTS } from '#test/invariants/invariants.ts';
import { isTest, projectFiles, ROOT } from './project-files.ts';

/** As many as the forum was promised with. */
const OF_THE_FORUM = 20;
const FEWEST_BREAKAGES = 150;
const breakages = INVARIANTS.flatMap((invariant) => invariant.breakages.map((one) => ({ id: invariant.id, ...one })));

test('each invariant of the forum is there, with tests and with breakages', () => {
  assert.deepEqual(
    FORUM_INVARIANTS.map(({ id }) => id),
    Array.from({ length: OF_THE_FORUM }, (_, at) => String(at + 1)),
  );
  assert.equal(new Set(INVARIANTS.map(({ id }) => id)).size, INVARIANTS.length);
  assert.deepEqual(
    INVARIANTS.filter(({ tests, breakages }) => tests.length === 0 || breakages.length === 0).map(({ id }) => id),
    [],
  );
  assert.ok(breakages.length >= FEWEST_BREAKAGES, `${breakages.length} breakages`);
});

test('each test that is named is there', () => {
  const named = INVARIANTS.flatMap(({ tests, breakages }) => [...tests, ...breakages.map(({ seenBy }) => seenBy)]);
  assert.deepEqual(
    named.filter((one) => !isThere(one)),
    [],
  );
});

test('what a breakage changes stands in its file, once (npm run test:broken)', () => {
  const changes = breakages.flatMap(({ also, ...one }) => [one, ...(also ? [{ ...one, ...also }] : [])]);
  const files = new Map([...new Set(changes.map(({ file }) => file))].map((path) => [path, textOf(path)]));
  const astray = changes.filter(({ file, text }) => files.get(file)!.split(text).length !== 2);
  assert.deepEqual(
    astray.map(({ id, so, file, text }) => ({ id, so, file, text })),
    [],
  );
  assert.deepEqual(
    changes.filter(({ text, instead }) => text.trim() === instead.trim()),
    [],
  );
});

test('14: two files ask other sites for anything, and neither for what a visitor names', () => {
  const code = projectFiles(['src/**/*.ts'], 80).filter((file) => !isTest(file));
  const asking = code
    .filter(({ path }) => !path.startsWith('src/web/browser/'))
    .filter(({ text }) =>
      /(?<![.\w])fetch\(\w|from '(?:node:(?:https|tls|dgram|http2)|undici)'|\bhttp\.request\(/.test(text),
    );
  // An administrator's webhook, and another site of this program that the operator names.
  assert.deepEqual(
    asking.map(({ path }) => path),
    ['src/jobs/webhook-post.ts', 'src/operations/site-copy.ts'],
  );
});

const textOf = (path: string) => readFileSync(ROOT + path, 'utf8');

/** What is put into a name as it runs stands for anything. */
function isThere({ file, name }: NamedTest): boolean {
  return [...textOf(file).matchAll(/\btest\(\s*(?:'((?:[^'\\]|\\.)+)'|`([^`]+)`)/g)].some(([, plain, made]) => {
    const parts = plain ? [plain] : made!.split(/\$\{[^}]*\}/);
    const pattern = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.+');
    return new RegExp(`^${pattern}$`).test(name);
  });
}
