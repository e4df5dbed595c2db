// The command line as a person uses it: real processes, real files.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { endPrograms, runProgram, startProgram, untilSaid } from './support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-command-line-'));
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
after(() => {
  endPrograms();
  rmSync(folder, { recursive: true, force: true });
});

const WITH_TITLE =
  '---\ntitle: On Lamps\nauthors: [A. Author]\nlanguage: en\n---\n\nA lamp is a promise.[^1]\n\n[^1]: So it is.\n';
const WITHOUT_TITLE =
  'A lamp is a promise that somebody is awake, and nobody wrote above this what it is called.\n\nAnother paragraph follows it.\n';

test('help names every command, in the language of the surroundings', async () => {
  const [english, french] = await Promise.all([
    runProgram(['--help']),
    runProgram([], { environment: { LANG: 'fr_FR.UTF-8' } }),
  ]);
  assert.equal(english.code, 0);
  for (const name of ['serve', 'read', 'import', 'user add', 'user list'])
    assert.match(english.output, new RegExp(`^ {2}${name} `, 'm'));
  assert.match(french.output, /Usage\u00A0: stet COMMANDE/);
});

test('what is not understood is refused with what was probably meant', async () => {
  const answers = await Promise.all([
    runProgram(['imprt']),
    runProgram(['read', 'x', '--fromat', 'text']),
    runProgram(['user', 'add', 'Ada']),
  ]);
  assert.deepEqual(
    answers.map(({ code }) => code),
    [64, 64, 64],
  );
  assert.match(answers[0]!.errors, /Did you mean “import”\?/);
  assert.match(answers[1]!.errors, /Did you mean --format\?/);
  assert.match(answers[2]!.errors, /--role/);
});

test('read prints a reading for people, and as JSON for programs, one document a line', async () => {
  const path = file('lamps.md', WITH_TITLE);
  const [people, programs] = await Promise.all([
    runProgram(['read', path]),
    runProgram(['read', '--json', path, '-'], { input: WITHOUT_TITLE }),
  ]);
  assert.equal(people.code, 0);
  assert.match(people.output, /title +On Lamps/);
  assert.ok(!people.output.includes('\u001B'), 'no colours into a pipe');
  const documents = programs.output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(documents.length, 2);
  assert.equal(documents[0].metadata.title, 'On Lamps');
  assert.equal(documents[0].counts.notes, 1);
  assert.equal(documents[1].metadata.title, null);
  assert.equal(documents[1].counts.paragraphs, 2);
});

test('read says of each file it cannot read why, and reads the others', async () => {
  const good = file('good.txt', WITHOUT_TITLE);
  const huge = file('huge.txt', '');
  truncateSync(huge, 2 ** 30);
  const { code, output, errors } = await runProgram(['read', join(folder, 'absent.txt'), huge, folder, good]);
  assert.equal(code, 66);
  assert.match(errors, /absent\.txt: there is no such file/);
  assert.match(errors, /huge\.txt: 1,?024 MB, and the limit is/);
  assert.match(errors, /this is a folder/);
  assert.match(output, /2 paragraphs/);
});

test('an empty file and a picture are no texts', async () => {
  const empty = file('empty.txt', '');
  const picture = file(
    'picture.txt',
    Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256),
  );
  const answers = await Promise.all([runProgram(['read', empty]), runProgram(['read', picture])]);
  assert.deepEqual(
    answers.map(({ code }) => code),
    [65, 65],
  );
});

test('import publishes what has a title, refuses to invent one, knows what is in, and reports', async () => {
  const texts = join(folder, 'texts');
  mkdirSync(join(texts, 'deeper'), { recursive: true });
  writeFileSync(join(texts, 'lamps.md'), WITH_TITLE);
  writeFileSync(join(texts, 'deeper', 'untitled.txt'), WITHOUT_TITLE);
  writeFileSync(join(texts, 'picture.png'), 'not taken from a folder');
  const [data, report] = [join(folder, 'import-data'), join(folder, 'report.jsonl')];
  const first = await runProgram(['import', texts, '--publish', '--data', data, '--report', report]);
  assert.equal(first.code, 65, first.errors);
  assert.match(first.output, /1 text published/);
  assert.match(first.errors, /untitled\.txt: no title was found, and none is invented.*--title/);
  const lines = readFileSync(report, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(({ outcome, slug }) => [outcome, slug]).sort(), [
    ['published', 'on-lamps'],
    ['refused', undefined],
  ]);
  const untitled = join(texts, 'deeper', 'untitled.txt');
  const second = await runProgram([
    'import',
    untitled,
    '--publish',
    '--title',
    'Awake',
    '--author',
    'B. Author',
    '--data',
    data,
  ]);
  assert.equal(second.code, 0, second.errors);
  const third = await runProgram(['import', texts, '--publish', '--data', data]);
  assert.equal(third.code, 0, third.errors);
  assert.match(third.output, /2 known already, skipped/);
});

test('user add takes the password from standard input, and says what is wrong with it', async () => {
  const data = join(folder, 'user-data');
  const short = await runProgram(['user', 'add', 'Ada', '--role', 'editor', '--password-stdin', '--data', data], {
    input: 'short\n',
  });
  assert.equal(short.code, 65);
  const good = await runProgram(['user', 'add', 'Ada', '--role', 'editor', '--password-stdin', '--data', data], {
    input: 'a long enough one\n',
  });
  assert.equal(good.code, 0, good.errors);
  const list = await runProgram(['user', 'list', '--data', data]);
  assert.equal(list.output, 'Ada\teditor\n');
  const nobody = await runProgram(['user', 'add', 'Bob', '--role', 'editor', '--data', data]);
  assert.match(nobody.errors, /--password-stdin/);
});

test('serve makes a library with samples, tells its address and a link, stops when told, and keeps everything', async () => {
  const data = join(folder, 'serve-data');
  const first = startProgram(['serve', '--port', '0', '--data', data]);
  const [, address = '', link = ''] = await untilSaid(
    first,
    /Stet is at (http:\/\/127\.0\.0\.1:\d+)[\s\S]*?(http:\S+\/claim\/\S+)/,
  );
  assert.equal((await fetch(link)).status, 200);
  const home = await fetch(address);
  assert.equal(home.status, 200);
  assert.match(await home.text(), /Signal Service/);
  assert.equal(await stopped(first), 0);
  const again = startProgram(['serve', '--port', '0', '--data', data]);
  const [, second = ''] = await untilSaid(again, /Stet is at (http:\S+)/);
  assert.equal((await fetch(`${second}/on-reading-proof`)).status, 200);
  assert.equal(await stopped(again, 'SIGINT'), 0);
});

test('a port in use, settings that are not allowed, another program’s database: each a sentence and a code', async () => {
  const server = createServer();
  const port = await new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(String((server.address() as { port: number }).port)));
  });
  const foreign = join(folder, 'foreign');
  mkdirSync(foreign);
  writeFileSync(join(foreign, 'stet.sqlite'), 'this is a letter, and no database at all; '.repeat(200));
  const notFolder = file('a-file', '');
  const [taken, wrong, other, occupied] = await Promise.all([
    runProgram(['serve', '--port', port, '--data', join(folder, 'taken'), '--samples', 'no']),
    runProgram(['serve', '--data', join(folder, 'wrong')], { environment: { STET_PORT: 'abc', STET_PROT: '1' } }),
    runProgram(['serve', '--port', '0', '--data', foreign]),
    runProgram(['serve', '--port', '0', '--data', notFolder]),
  ]);
  server.close();
  assert.equal(taken.code, 69, taken.errors);
  assert.match(taken.errors, new RegExp(`Port ${port} is already in use`));
  assert.equal(wrong.code, 78);
  assert.match(wrong.errors, /STET_PORT \(in the environment\) cannot be “abc”: a whole number/);
  assert.match(wrong.errors, /STET_PROT \(in the environment\) is no setting/);
  assert.equal(other.code, 65, other.errors);
  assert.match(other.errors, /not a library of Stet/);
  assert.ok([73, 77].includes(occupied.code ?? 0), occupied.errors);
  for (const { errors } of [taken, wrong, other, occupied]) assert.doesNotMatch(errors, /\n\s+at /);
});

function stopped(child: ReturnType<typeof startProgram>, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  child.kill(signal);
  return ended;
}
