// Each of the forum's twenty invariants has its test, and the page that says so is right.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isTest, projectFiles, ROOT } from './project-files.ts';

const PAGE = 'docs/reference/forum-invariants.md';
const INVARIANTS = 20;

test('each invariant names its tests, and each of them is there', () => {
  const rows = readFileSync(ROOT + PAGE, 'utf8').matchAll(/^\| (\d*) ?\| [^|]*\| `([^`]+)`: (.+?) \|$/gm);
  const named = [...rows].map(([, number, path, name]) => ({ number, path: path!, name: name! }));
  const numbers = named.flatMap(({ number }) => (number ? [Number(number)] : []));
  assert.deepEqual(
    numbers,
    Array.from({ length: INVARIANTS }, (_, at) => at + 1),
  );
  assert.deepEqual(
    named.filter(({ path, name }) => !namesIn(path).some((pattern) => pattern.test(name))),
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

/** The names of a file's tests; what is put into one as it runs stands for anything. */
function namesIn(path: string): readonly RegExp[] {
  const text = readFileSync(ROOT + path, 'utf8');
  return [...text.matchAll(/\btest\(\s*(?:'([^']+)'|`([^`]+)`)/g)].map(([, plain, made]) => {
    const parts = plain ? [plain] : made!.split(/\$\{[^}]*\}/);
    return new RegExp(`^${parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.+')}$`);
  });
}
