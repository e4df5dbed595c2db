import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTest, projectFiles } from './project-files.ts';

const MOST_LINES = 300;
const MOST_FUNCTION_LINES = 60;
/** Tables, not code. */
const LONG_BY_NATURE = /^src\/locale\/|\/migrations\/|-data\.ts$|\/(data|lexicons?)\//;
const EMPTY_NAMES = /(^|[-/])(utils?|helpers?|common|shared|misc|managers?|services?|base|stuff)([-./]|$)/;

const files = projectFiles(['src/**/*.{ts,css}', 'test/**/*.ts', 'bench/**/*.ts', 'scripts/**/*.{ts,mjs}'], 100);
const code = files.filter((file) => file.path.startsWith('src/') && !isTest(file) && !LONG_BY_NATURE.test(file.path));

test(`no file is longer than ${MOST_LINES} lines`, () => {
  const long = code.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
  assert.deepEqual(
    long.filter(({ lines, path }) => lines > MOST_LINES && path.endsWith('.ts')),
    [],
  );
});

test(`no function is longer than ${MOST_FUNCTION_LINES} lines`, () => {
  const found = code.flatMap(({ path, text }) => functionsOf(text).map((one) => ({ path, ...one })));
  assert.ok(found.length > 300, `${found.length} functions seen`);
  assert.deepEqual(
    found.filter(({ lines }) => lines > MOST_FUNCTION_LINES),
    [],
  );
});

test('names are kebab-case and say something', () => {
  const odd = files.filter(
    ({ path }) => !/^[\w./-]*\/[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d)?\.(ts|mjs|css)$/.test(path) || EMPTY_NAMES.test(path),
  );
  assert.deepEqual(
    odd.map(({ path }) => path),
    [],
  );
});

test('exports are named, and nothing is re-exported', () => {
  const bad = code.filter(({ text }) => /^export (default|\*|(type )?\{[^}]*\} from)/m.test(text));
  assert.deepEqual(
    bad.map(({ path }) => path),
    [],
  );
});

/** Functions that stand at the margin, as the formatter leaves them: from their first line to the brace that closes it. */
function functionsOf(text: string): readonly { readonly name: string; readonly lines: number }[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name =
      /^(?:export )?(?:async )?function\*? (\w+)/.exec(line)?.[1] ??
      /^(?:export )?const (\w+) = (?:async )?\(.*=> \{$/.exec(line)?.[1];
    if (!name) return [];
    const end = lines.findIndex((one, at) => at >= index && /^\}/.test(one));
    return [{ name, lines: end - index + 1 }];
  });
}
