import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { METADATA_FIELDS } from '#domain/metadata.ts';
import { CONTAINER_DIRECTIVES, LEAF_DIRECTIVES, TEXT_DIRECTIVES } from './directives.ts';
import { DEEPEST_NESTING, LONGEST_FRONT_MATTER, LONGEST_RUN, LONGEST_SOURCE, MOST_MARKS } from './limits.ts';
import { parseSource } from './parse-source.ts';
import { writeSource } from './write-source.ts';

const REFERENCE = readFileSync(join(import.meta.dirname, '../../docs/reference/source.md'), 'utf8');
const EXAMPLES = [...REFERENCE.matchAll(/```markdown\n([\s\S]*?)\n```/g)].map((match) => `${match[1]}\n`);

test('every example of the reference is in the written form and without a problem', () => {
  assert.ok(EXAMPLES.length >= 6);
  for (const example of EXAMPLES) {
    const parsed = parseSource(example);
    assert.deepEqual(parsed.problems, []);
    assert.equal(writeSource(parsed), example);
  }
});

test('the reference names every field, directive and bound', () => {
  for (const { key } of METADATA_FIELDS) assert.match(REFERENCE, new RegExp(`\\n${key}:`), key);
  for (const name of TEXT_DIRECTIVES) assert.ok(REFERENCE.includes(`:${name}[`), name);
  for (const name of LEAF_DIRECTIVES) assert.ok(REFERENCE.includes(`::${name}`), name);
  for (const name of CONTAINER_DIRECTIVES) assert.ok(REFERENCE.includes(`:::${name}`), name);
  for (const bound of [LONGEST_SOURCE, LONGEST_FRONT_MATTER, LONGEST_RUN, MOST_MARKS, DEEPEST_NESTING])
    assert.ok(REFERENCE.includes(bound.toLocaleString('en')), String(bound));
});
