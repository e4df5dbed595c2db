import assert from 'node:assert/strict';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Finding } from './finding.ts';
import { proof } from './proof.ts';
import { RULES } from './rule.ts';

// test/golden/proof/<rule>/<language>-<what>/in.txt and out.txt: a new case is a new folder. `STET_GOLDEN=write` writes what is found now, to be read before it is kept.
const FOLDER = fileURLToPath(new URL('../../test/golden/proof/', import.meta.url));
const cases = globSync('*/*/in.txt', { cwd: FOLDER })
  .map((path) => path.replace('/in.txt', ''))
  .sort();

test('every rule has an example that it questions and, for the rules that guess, one that it lets stand', () => {
  assert.ok(cases.length >= RULES.length * 2, `${cases.length} cases seen`);
  for (const rule of RULES) {
    const own = cases.filter((path) => path.startsWith(`${rule}/`));
    const questioned = own.filter((path) => readFileSync(`${FOLDER}${path}/out.txt`, 'utf8').includes(`${rule} `));
    assert.ok(questioned.length > 0, `${rule} has no example`);
    assert.ok(
      own.some((path) => path.endsWith('-none')),
      `${rule} has no example that it lets stand`,
    );
  }
});

for (const path of cases) {
  test(path, () => {
    const text = readFileSync(`${FOLDER}${path}/in.txt`, 'utf8');
    const language = path.split('/')[1]!.startsWith('fr') ? 'fr' : 'en';
    const found = proof({ text, language }).map(line).join('');
    const out = `${FOLDER}${path}/out.txt`;
    if (process.env.STET_GOLDEN === 'write') writeFileSync(out, found);
    assert.equal(found, readFileSync(out, 'utf8'));
  });
}

const line = ({ rule, because, start, end, words, suggestion }: Finding) =>
  `${rule} ${because ?? '-'} ${start}-${end} ${JSON.stringify(words)} → ${suggestion === null ? '?' : JSON.stringify(suggestion)}\n`;
