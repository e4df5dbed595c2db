import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { countWords } from './count-words.ts';
import { excerpt } from './excerpt.ts';
import { listBlocks } from './list-blocks.ts';
import { parseSource } from './parse-source.ts';
import { plainText } from './plain-text.ts';
import { writeSource } from './write-source.ts';

const sentences = (source: string): string => plainText(parseSource(source).tree, { leadIns: 'sentence case' }).trim();

test('a lead-in in sentence case: names keep the capitals they have elsewhere', () => {
  const source =
    ':leadin[IN SPAIN THE G.P.U. AND I SAW THE PARTY] fall.\n\nThe party had come to Spain, and Spain knew; the party did not.';
  assert.match(sentences(source), /^In Spain the G\.P\.U\. and I saw the party fall\./);
});

test('a name of two words keeps its capitals, and does not lend them to either word', () => {
  const source =
    ':leadin[THE HALLOW COAST IS A LONG COAST] here.\n\nOn the Hallow Coast, by Long Point, stands a light; and Long Point is long.';
  assert.match(sentences(source), /^The Hallow Coast is a long coast here\./);
});

test('a lead-in says its own sentence case, or has it already', () => {
  assert.equal(sentences(':leadin[MCMXIV WAS]{as="MCMXIV was"} late.'), 'MCMXIV was late.');
  assert.equal(sentences(':leadin[Dear Ruth], come.'), 'Dear Ruth, come.');
});

test('an excerpt is cut between words', () => {
  const { tree } = parseSource('## Head\n\n:leadin[THE COUNCIL] met, after a long delay, on Tuesday.');
  assert.equal(excerpt(tree, 30), 'The council met, after a long…');
  assert.equal(excerpt(tree, 300), 'The council met, after a long delay, on Tuesday.');
});

test('words hold a letter or a digit', () => assert.equal(countWords('It was — “1903” … or so, l’an\u00a0V.'), 7));

const EXAMPLE = join(import.meta.dirname, '../../../shared/texts/a-logic-in-history.txt');

test('the standing example goes through a source and comes out byte for byte', (t) => {
  if (!existsSync(EXAMPLE)) return t.skip('../shared/texts is absent');
  const lines = readFileSync(EXAMPLE, 'utf8').split('\n').slice(5, 80);
  const transcribed = `${lines.join('\n')}\n`;
  const { tree, problems } = parseSource(writeSource(parseSource(asSource(transcribed))));
  assert.deepEqual(problems, []);
  assert.equal(plainText(tree, { leadIns: 'as transcribed' }), transcribed);
  assert.match(plainText(tree, { leadIns: 'sentence case' }), /^There is a logic in history and despite all the rich/);
  const blocks = listBlocks(tree);
  assert.equal(blocks.at(-1)?.section, 6);
  assert.equal(countWords(blocks.map(({ text }) => text).join('\n')), 5838);
});

/** The example's own marks written as ours, by hand rather than by the reader. */
function asSource(transcribed: string): string {
  const [body = '', notes = ''] = transcribed.split('\n\n\n[1] ');
  const marked = body
    .replace(/^((?:[A-Z]+ )+)/, (capitals) => `:leadin[${capitals.trim()}] `)
    .replaceAll('\n\n\n', '\n\n::break\n\n')
    .replace(/\[(\d)\]/g, '[^$1]');
  return `${marked}\n\n${`[1] ${notes}`.replace(/(^|\n)\[(\d)\] /g, '$1[^$2]: ')}`;
}
