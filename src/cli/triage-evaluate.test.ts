import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const STET = fileURLToPath(new URL('../../bin/stet', import.meta.url));
const LABELLED = fileURLToPath(new URL('../../../shared/data/spam/comments.csv', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stet-triage-'));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function stet(...args: readonly string[]) {
  const command = [STET, 'triage', 'evaluate', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const rows = (source: string) =>
  [...Array(12).keys()].flatMap((at) => [
    `${source},"Subscribe to my channel, ""friend"" ${at}",1`,
    `${source},"The line on page ${at} of ${source}\nis another in the first edition",0`,
  ]);
const train = file('train.csv', `source,content,class\n${[...rows('one'), ...rows('two')].join('\n')}\n`);
const FIGURES = ['accuracy', 'spamCaughtAt1', 'spamCaughtAt05', 'textsPerSecond'];

test('as JSON: four figures, leaving one source out', () => {
  const { status, stdout } = stet('--train', train, '--json');
  assert.equal(status, 0);
  const figures = JSON.parse(stdout);
  assert.deepEqual(Object.keys(figures), FIGURES);
  assert.equal(figures.accuracy, 1);
  assert.equal(figures.spamCaughtAt1, 1);
  assert.ok(figures.textsPerSecond > 0);
});

test('a test file is judged by what the other taught, whatever order and case its columns have', () => {
  const asked = file(
    'asked.csv',
    '\uFEFFClass,Content\r\nspam,subscribe to this channel\r\ngood,"the edition, page 3"\r\n',
  );
  assert.equal(JSON.parse(stet('--train', train, '--test', asked, '--json').stdout).accuracy, 1);
  const turned = file('turned.csv', 'class,content\n0,subscribe to this channel\n1,"the edition, page 3"\n');
  assert.equal(JSON.parse(stet('--train', train, '--test', turned, '--json').stdout).accuracy, 0);
});

test('for people: each source, all together, in their language', () => {
  const { stdout } = stet('--train', train);
  assert.match(stdout, /^one\n {2}24 posts: 100 % .*\ntwo\n {2}24 posts: .*\nAll\n {2}48 posts:/);
  assert.match(stet('--train', train, '--lang', 'fr').stdout, /48 envois\u00A0: 100\u00A0% bien jugés/);
});

test('what stands word for word in both files is said, and counted apart', () => {
  const asked = file(
    'seen.csv',
    'content,class\n"Subscribe to my channel, ""friend"" 1",1\nsubscribe here,1\nan edition of the line,0\n',
  );
  assert.match(stet('--train', train, '--test', asked).stdout, /2 of them not learnt word for word/);
});

const WRONG: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  ['no rows', 'content,class\n', /no row/],
  ['nothing', '', /no column|no row/],
  ['no class', 'content,kind\na,1\n', /“class”/],
  ['no content', 'text,class\na,1\n', /“content”/],
  ['another class', 'content,class\na,1\nb,2\n', /line 3: class is “2”/],
  ['one class', 'content,class\na,1\nb,1\n', /one class/],
  ['an open quotation', 'content,class\n"a,1\nb,0\n', /not CSV/],
  ['a column too many', 'content,class\na,1,2\n', /line 2: not CSV/],
  ['bytes', Uint8Array.from({ length: 300 }, (_, at) => at), /no column|not CSV/],
];
for (const [name, text, said] of WRONG)
  test(`a file with ${name} is refused with its place`, () => {
    const path = file('wrong.csv', text);
    const { status, stderr, stdout } = stet('--train', path, '--json');
    assert.equal(status, 65, stderr);
    assert.match(stderr, said);
    assert.ok(stderr.includes(path));
    assert.equal(stdout, '');
  });

test('a missing option and a missing file end with their own codes', () => {
  assert.equal(stet().status, 64);
  assert.equal(stet('--train', join(folder, 'nowhere.csv')).status, 66);
  assert.equal(stet('--train', folder).status, 66);
  assert.equal(stet('--train', train, '--upload-limit', '0').status, 78);
});

test('labelled comments, leaving one source out', {
  skip: existsSync(LABELLED) ? false : 'no labelled data here',
}, () => {
  const { accuracy, spamCaughtAt1 } = JSON.parse(stet('--train', LABELLED, '--json').stdout);
  assert.ok(accuracy >= 0.94, `accuracy ${accuracy}`);
  assert.ok(spamCaughtAt1 >= 0.82, `spam caught ${spamCaughtAt1}`);
});
