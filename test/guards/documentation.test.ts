import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { SETTINGS } from '#settings';
import { referencePages } from '../../scripts/reference-pages.ts';
import { projectFiles, ROOT } from './project-files.ts';

const manifest = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { scripts: Record<string, string> };
const pages = projectFiles(['*.md', 'docs/**/*.md'], 15);

test('the generated reference is current (npm run reference)', async () => {
  const wanted = await referencePages();
  assert.ok(wanted.length >= 5);
  for (const { path, text } of wanted) {
    assert.ok(text.split('\n').length > 8, `${path} says next to nothing`);
    assert.equal(existsSync(ROOT + path) ? readFileSync(ROOT + path, 'utf8') : null, text, `${path} is not current`);
  }
});

test('every setting is used', () => {
  const code = projectFiles(['src/**/*.ts'], 80)
    .filter(({ path }) => path !== 'src/settings.ts')
    .map(({ text }) => text)
    .join('\n');
  assert.deepEqual(
    SETTINGS.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(code)).map(({ name }) => name),
    [],
  );
});

test('links lead somewhere', () => {
  const links = pages.flatMap(({ path, text }) => linksOf(text).map((link) => ({ path, link })));
  assert.ok(links.length > 20, `${links.length} links seen`);
  const lost = links.filter(({ path, link }) => !existsSync(ROOT + posix.join(posix.dirname(path), link)));
  assert.deepEqual(lost, []);
});

test('the commands the pages name exist', () => {
  const named = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\bnpm (?:run ([\w-]+)|(start|test)\b)/g)].map(([, run, plain]) => ({
      path,
      script: run ?? plain ?? '',
    })),
  );
  assert.ok(named.length > 5, `${named.length} commands seen`);
  assert.deepEqual(
    named.filter(({ script }) => !manifest.scripts[script]),
    [],
  );
});

test('the pages name no machine of ours', () => {
  const tracked = projectFiles(
    ['*.md', 'docs/**/*.md', 'src/**/*.ts', 'scripts/**/*.{ts,mjs}', 'bench/**/*.ts', 'package.json', '.npmrc'],
    100,
  );
  assert.deepEqual(
    tracked.filter(({ text }) => /\/(?:root|home\/\w+)\//.test(text)).map(({ path }) => path),
    [],
  );
});

test('the map fits in the head', () => {
  const map = pages.find(({ path }) => path === 'ARCHITECTURE.md');
  assert.ok(map && map.text.split('\n').length < 200);
});

/** Targets inside the project, without what follows #; code is no link. */
function linksOf(text: string): readonly string[] {
  const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
    .map(([, link]) => link ?? '')
    .filter((link) => !/^[a-z]+:/.test(link));
}
