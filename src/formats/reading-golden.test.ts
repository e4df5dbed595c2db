import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Reading } from '#domain/reading.ts';
import { readBytes } from './read.ts';

/** Each folder is a way of copying or typing: `in.txt`, and what is to be found in it. `GOLDEN=write` writes what is found, to be read through. */
const FOLDER = new URL('../../test/golden/reading/', import.meta.url);
const cases = readdirSync(FOLDER);

test('There are golden readings', () => assert.ok(cases.length >= 10));

for (const name of cases) {
  test(`Reading: ${name}`, () => {
    const found = gist(readBytes({ bytes: readFileSync(new URL(`${name}/in.txt`, FOLDER)), format: 'auto' }));
    const expected = new URL(`${name}/expected.json`, FOLDER);
    if (process.env.GOLDEN === 'write' && !existsSync(expected))
      writeFileSync(expected, `${JSON.stringify(found, null, 1)}\n`);
    assert.deepEqual(found, JSON.parse(readFileSync(expected, 'utf8')));
  });
}

function gist(reading: Reading): unknown {
  const known = Object.entries(reading.metadata).filter(([, value]) => value !== null && value.length !== 0);
  return {
    encoding: reading.encoding,
    metadata: Object.fromEntries(known),
    sections: reading.sections.map(({ heading, line, paragraphs }) => `${line} ${heading ?? '–'} ${paragraphs}`),
    blocks: reading.blocks.map(
      ({ kind, lines, quotation, text }) => `${kind}${quotation ?? ''} ${lines.join('-')} ${ends(text)}`,
    ),
    notes: reading.notes.map(
      ({ label, call, body }) =>
        `${label} ${call ? `${call.line}:${call.column}` : '–'} ${body ? `${body.line} ${ends(body.text)}` : '–'}`,
    ),
    furniture: reading.furniture.map(({ lines, why }) => `${lines.join('-')} ${why}`),
    problems: reading.problems.map(({ code, line }) => `${code} ${line ?? '–'}`),
  };
}

const ends = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 28)} … ${text.slice(-28)}`);
