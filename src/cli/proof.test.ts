import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { countLibraryWords } from '#operations/library-words-count.ts';
import { createTestContext } from '#test/support/context.ts';
import { publishSource } from '#test/support/library.ts';

const STET = fileURLToPath(new URL('../../bin/stet', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stet-proof-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function stet(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [STET, 'proof', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const wrong = file('wrong.txt', '𝔄 title\n\nIt was the the end of tbe road.\n');
const right = file('right.txt', 'It was the end of the road.\n');

test('one JSON object a file, offsets in code points, exit 1 where something is questioned', () => {
  const { status, stdout } = stet('--json', wrong, right);
  const [first, second, ...more] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(more.length, 0);
  assert.equal(status, 1);
  assert.deepEqual(Object.keys(first), ['file', 'language', 'findings']);
  assert.deepEqual(Object.keys(first.findings[0]), [
    'rule',
    'start',
    'end',
    'words',
    'message',
    'suggestion',
    'confidence',
    'evidence',
  ]);
  const points = [...'𝔄 title\n\nIt was the the end of tbe road.\n'];
  assert.deepEqual(
    first.findings.map(({ start, end }: { start: number; end: number }) => points.slice(start, end).join('')),
    [' the', 'tbe'],
  );
  assert.deepEqual(second, { file: right, language: 'en', findings: [] });
  assert.equal(stet(right).status, 0);
});

test('for people: place, explanation, the line with a mark under the words', () => {
  const { stdout } = stet('--rule', 'unknown-word', wrong);
  const [head, line, mark] = stdout.split('\n');
  assert.match(head!, /wrong\.txt:3:23: “tbe” is in no list; “the” is.*\[unknown-word 0\.\d\d\]$/);
  assert.equal(mark!.indexOf('^^^ the'), line!.indexOf('tbe'));
});

test('the text’s language decides what is looked for, and the messages are in it', () => {
  const french = file('fr.txt', 'Il était dans dans la ville.\n');
  assert.match(stet('--lang', 'fr', french).stdout, /«\sdans\s» est écrit deux fois/);
});

test('answers are respected, and one that meets nothing is reported', () => {
  const answers = file('answers.txt', 'unknown-word: tbe\ndoubled-word: gone\n');
  const { stdout, stderr } = stet('--ignore', answers, wrong);
  assert.doesNotMatch(stdout, /tbe” is in no list/);
  assert.match(stderr, /Line 2 .*doubled-word: gone/);
});

test('Windows-1252, a byte order mark and Windows’ line ends keep their places', () => {
  const latin = file('latin.txt', Uint8Array.from(Buffer.from('Caf\xe9 the the end.', 'latin1')));
  const marked = file('marked.md', '\uFEFFOne.\r\n\r\nIt was *so*, the the end.\r\n');
  const [one, two] = stet('--json', '--rule', 'doubled-word', latin, marked)
    .stdout.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(one.findings[0].start, 'Café the'.length);
  assert.equal(two.findings[0].start, '\uFEFFOne.\r\n\r\nIt was *so*, the'.length);
});

test('a file that is not there is said, and the others are proofed', () => {
  const { status, stderr, stdout } = stet(join(folder, 'nowhere.txt'), wrong);
  assert.equal(status, 66);
  assert.match(stderr, /nowhere\.txt/);
  assert.match(stdout, /tbe/);
});

test('a library named by its folder speaks for its words, served or not; a folder without one is said', async () => {
  const press = await createTestContext();
  try {
    const source = (title: string) =>
      `---\ntitle: ${title}\nlanguage: en\n---\n\nThe old blortsy stood by, a blortsy like no other.\n`;
    for (const slug of ['one', 'two']) await publishSource(press.context, { source: source(slug), slug });
    await countLibraryWords(press.context);
    const text = file('blortsy.txt', 'They came to the blortsy in the evening.\n');
    assert.equal(stet(text).status, 1);
    assert.equal(stet('--data', press.dataFolder, text).status, 0);
    const none = stet('--data', folder, text);
    assert.equal(none.status, 66);
    assert.match(none.stderr, /no library/);
  } finally {
    await press.close();
  }
});
