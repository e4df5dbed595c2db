import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { editionOf, partsOf, proofingEdition } from './proofing-edition.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the edition is of every rule, table and reader of the source, and of the packages', () => {
  const parts = partsOf(root);
  assert.ok(parts.length > 100, `${parts.length} files`);
  for (const part of [
    'src/proof/checks/unknown-word.ts',
    'src/proof/data/en.pairs.bin',
    'src/proof/lexicon/names.ts',
    'src/text/parse-source.ts',
    'src/workers/proof.ts',
    'src/workers/proof-language.ts',
    'src/workers/parse-in-place.ts',
    'package.json',
  ])
    assert.ok(parts.includes(part), part);
});

test('a rule or a table changed, added or renamed is another edition; a test of theirs is not', async () => {
  const folder = `${mkdtempSync(join(tmpdir(), 'stet-edition-'))}/`;
  try {
    for (const part of ['src/proof/checks.ts', 'src/proof/rule.ts', 'package.json']) {
      mkdirSync(dirname(folder + part), { recursive: true });
      cpSync(root + part, folder + part);
    }
    const editions = [await editionOf(folder)];
    assert.equal(await editionOf(folder), editions[0]);
    const changes = [
      () => appendFileSync(`${folder}src/proof/rule.ts`, ' '),
      () => writeFileSync(`${folder}src/proof/more.bin`, 'table'),
      () => appendFileSync(`${folder}package.json`, ' '),
    ];
    for (const change of changes) {
      change();
      editions.push(await editionOf(folder));
    }
    assert.equal(new Set(editions).size, 4);
    writeFileSync(`${folder}src/proof/more.test.ts`, 'test');
    assert.equal(await editionOf(folder), editions[3]);
    assert.notEqual(await proofingEdition(), editions[3]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
