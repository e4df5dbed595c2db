import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { METADATA_FIELDS } from '#domain/metadata.ts';
import { parseSource } from '#text/parse-source.ts';
import { writeSource } from '#text/write-source.ts';
import { readBytes } from './read.ts';
import { toJson } from './reading-json.ts';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const schema = JSON.parse(readFileSync(at('docs/reference/reading.schema.json'), 'utf8'));

test('What is printed is what the schema says', () => {
  const valid = new Ajv().compile(schema);
  const files = [
    ...readdirSync(at('test/golden/reading/')).map((name) => `test/golden/reading/${name}/in.txt`),
    ...readdirSync(at('samples/'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `samples/${name}`),
  ];
  assert.ok(files.length > 15);
  for (const file of files) {
    const printed = JSON.parse(
      JSON.stringify(toJson(readBytes({ bytes: readFileSync(at(file)), fileName: file, format: 'auto' }))),
    );
    assert.ok(valid(printed), `${file}: ${JSON.stringify(valid.errors?.slice(0, 2))}`);
  }
});

test('The schema names every field of metadata', () => {
  assert.deepEqual(
    Object.keys(schema.properties.metadata.properties),
    METADATA_FIELDS.map(({ name }) => name),
  );
});

test('A source of ours comes back as it was written', () => {
  for (const name of readdirSync(at('samples/')).filter((file) => file.endsWith('.md'))) {
    const bytes = readFileSync(at(`samples/${name}`));
    const { metadata, tree, extra } = parseSource(bytes.toString('utf8'));
    assert.equal(
      readBytes({ bytes, fileName: name, format: 'auto' }).source,
      writeSource({ metadata, tree, extra }),
      name,
    );
  }
});
