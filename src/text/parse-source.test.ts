import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listBlocks } from './list-blocks.ts';
import { listNotes } from './list-notes.ts';
import { parseSource } from './parse-source.ts';
import { wordsOf } from './words-of.ts';
import { writeSource } from './write-source.ts';

const codes = (source: string): string[] => parseSource(source).problems.map(({ code }) => code);
const kinds = (source: string): string[] => listBlocks(parseSource(source).tree).map(({ kind }) => kind);

test('front matter: every scalar is a string, a list may be one line, unknown keys are kept', () => {
  const parsed = parseSource('---\ntitle: 1984\nauthors: George\nshelf: [a, {b: c}]\n---\nBody.');
  assert.equal(parsed.metadata.title, '1984');
  assert.deepEqual(parsed.metadata.authors, ['George']);
  assert.deepEqual(parsed.extra, { shelf: ['a', { b: 'c' }] });
  assert.deepEqual(parseSource(writeSource(parsed)).extra, parsed.extra);
});

test('front matter that is not YAML is reported with its line and shown, not lost', () => {
  const { problems, tree } = parseSource('---\ntitle: "open\nx: [\n---\nBody.');
  assert.equal(problems[0]?.code, 'front-matter-unreadable');
  assert.ok((problems[0]?.line ?? 0) >= 2);
  assert.match(wordsOf(tree), /title: "open\nx: \[\nBody\./);
});

test('a key given twice and a list where a line belongs keep both values', () => {
  const parsed = parseSource('---\ntitle: One\ntitle: Two\nlanguage: [a]\n---\n');
  assert.equal(parsed.metadata.title, 'One');
  assert.deepEqual(parsed.extra, { 'title-unread': 'Two', 'language-unread': ['a'] });
});

test('aliases are not expanded', () => {
  const bomb = [
    'a: &a [x, x, x, x]',
    ...'bcdefghi'.split('').map((key, i) => `${key}: &${key} [${`*${'abcdefghi'[i]}, `.repeat(9)}x]`),
  ];
  assert.ok(JSON.stringify(parseSource(`---\n${bomb.join('\n')}\n---\n`).extra).length < 2_000);
});

test('problems name the line of the whole source', () => {
  const { problems } = parseSource('---\ntitle: x\n---\n\nOne.\n\nTwo.[^gone]\n');
  assert.deepEqual(
    problems.map(({ code, line }) => [code, line]),
    [['note-without-body', 7]],
  );
});

test('positions count from the source however it was divided', () => {
  const paragraph = 'word '.repeat(60).trim();
  const source = `---\ntitle: x\n---\n${Array.from({ length: 300 }, () => paragraph).join('\n\n')}`;
  const { tree } = parseSource(source);
  assert.equal(tree.children.length, 300);
  tree.children.forEach((node, index) => {
    assert.equal(node.position?.start.line, 4 + index * 2);
    assert.equal(source.slice(node.position!.start.offset, node.position!.end.offset), paragraph);
  });
});

test('only our directives are directives', () => {
  assert.deepEqual(kinds(':::aside\n\n::nothing[x]\n\n10:30 see:page foo:bar[x]'), [
    'paragraph',
    'paragraph',
    'paragraph',
  ]);
  assert.equal(wordsOf(parseSource('10:30 see:page :nope[*x*] :sc[open').tree), '10:30 see:page :nope[x] :sc[open');
});

test('what Markdown would swallow of a transcription stays', () => {
  const source = '[1]: See The Red Flag\n\n    An indented line\n\n<sic> and <!-- this -->';
  assert.equal(wordsOf(parseSource(source).tree), '[1]: See The Red Flag\nAn indented line\n<sic> and <!-- this -->');
});

test('sections: a break ends one, a heading begins one', () => {
  const blocks = listBlocks(parseSource('a\n\n::break\n\nb\n\n* * *\n\n## H\n\n### I\n\nc').tree);
  assert.deepEqual(
    blocks.map(({ kind, section }) => `${kind} ${section}`),
    ['paragraph 1', 'break 1', 'paragraph 2', 'break 2', 'heading 3', 'heading 3', 'paragraph 3'],
  );
});

test('notes are numbered by their first calls, in notes too', () => {
  const notes = listNotes(parseSource('a[^z] b[^y]\n\n[^x]: x\n\n[^y]: y\n\n[^z]: z[^w]\n\n[^w]: w').tree);
  assert.deepEqual(
    notes.map(({ number, label }) => `${number}${label}`),
    ['1z', '2y', '3w', '4x'],
  );
});

test('no string is refused: empty, blank, NUL, half a surrogate pair', () => {
  for (const source of ['', ' \n\t\n', '\0', '\ud800', '\ufeff', '---', '---\n---', ':::verse', '```', '[^1]:'])
    parseSource(source);
  assert.deepEqual(codes('a\0b'), ['nul-character']);
});

const HOSTILE: Readonly<Record<string, () => string>> = {
  'quotations in quotations': () => `${'> '.repeat(10_000)}x`,
  'lists in lists': () => `${'- '.repeat(10_000)}x`,
  'lists by indentation': () => Array.from({ length: 400 }, (_, i) => `${' '.repeat(i * 2)}- x`).join('\n'),
  'stars that pair with nothing': () => 'a**b*c_d'.repeat(4_000),
  'brackets that close nothing': () => '[a]('.repeat(20_000),
  'directives that close nothing': () => ':sc['.repeat(20_000),
  'many calls and bodies': () =>
    `${Array.from({ length: 5_000 }, (_, i) => `a[^${i}]`).join(' ')}\n\n${Array.from({ length: 5_000 }, (_, i) => `[^${i}]: b`).join('\n')}`,
  'a line of a megabyte': () => 'word '.repeat(200_000),
  'fences that close nothing': () => ':::verse\n'.repeat(20_000),
  'YAML that opens and never closes': () => `---\n${'['.repeat(60_000)}\n---\n`,
};

for (const [name, make] of Object.entries(HOSTILE))
  test(`bounded and kept: ${name}`, () => {
    const source = make();
    const parsed = parseSource(source);
    const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length;
    const spoken = letters(writeSource(parsed));
    assert.ok(spoken >= letters(source) * 0.99, 'letters were lost');
    assert.ok(deepest(parsed.tree) < 200, 'nested too deep');
  });

function deepest(node: object, depth = 0): number {
  if (!('children' in node)) return depth;
  return (node.children as object[]).reduce((most, child) => Math.max(most, deepest(child, depth + 1)), depth);
}
