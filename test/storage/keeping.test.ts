// Backup, restore and mirror as an operator runs them, against the served sample library.
import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { endPrograms, runProgram, startProgram, untilSaid } from '#test/support/program.ts';

const INDEPENDENT = fileURLToPath(new URL('../../bin/stet-verify.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stet-keeping-'));
const [data, backup, restored, mirror] = ['data', 'backup', 'restored', 'mirror'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
  string,
];
let server: ChildProcess;
let address = '';

before(async () => {
  server = startProgram(['serve', '--data', data, '--port', '0']);
  address = (await untilSaid(server, /(http:\/\/127\.0\.0\.1:\d+)/))[1]!;
  // The first checkpoint follows the samples within a second or two.
  for (let tries = 0; tries < 100 && !(await isSigned()); tries += 1) await new Promise((go) => setTimeout(go, 100));
});
after(() => {
  endPrograms();
  rmSync(folder, { recursive: true, force: true });
});

const isSigned = () => fetch(`${address}/log/checkpoint`).then(({ ok }) => ok);

test('a served site is found sound by this program and by the independent one', async () => {
  const own = await runProgram(['verify', address]);
  assert.match(own.output, /[1-9]\d* leaves, [1-9]\d* revisions[\s\S]*Sound\./, own.output + own.errors);
  assert.equal(own.code, 0);
  const other = await runOther(address);
  assert.match(other.output, /[1-9]\d* revisions with [1-9]\d* files[\s\S]*\nsound/);
  assert.equal(other.code, 0);
});

test('a backup made while serving is verified, restores, and is refused where something lies', async () => {
  const made = await runProgram(['backup', backup, '--data', data]);
  assert.equal(made.code, 0, made.output + made.errors);
  assert.equal(statSync(join(backup, 'keys/log.key')).mode & 0o777, 0o600);
  assert.equal((await runProgram(['backup', backup, '--data', data])).code, 73);
  const back = await runProgram(['restore', backup, '--data', restored]);
  assert.equal(back.code, 0, back.output + back.errors);
  assert.equal((await runProgram(['restore', backup, '--data', restored])).code, 73);
  assert.equal((await runProgram(['verify', restored])).code, 0);
  const again = startProgram(['serve', '--data', restored, '--port', '0', '--samples', 'no']);
  const [, second = ''] = await untilSaid(again, /(http:\/\/127\.0\.0\.1:\d+)/);
  assert.equal(
    await (await fetch(`${second}/log/checkpoint`)).text(),
    await (await fetch(`${address}/log/checkpoint`)).text(),
  );
  again.kill('SIGKILL');
});

test('a backup with one byte changed is not restored', async () => {
  const path = join(backup, 'stet.sqlite');
  const whole = readFileSync(path);
  const changed = Buffer.from(whole);
  const at = changed.lastIndexOf('body') + 1;
  changed[at] = changed[at]! ^ 1;
  writeFileSync(path, changed);
  const refused = await runProgram(['restore', backup, '--data', join(folder, 'third')]);
  writeFileSync(path, whole);
  assert.equal(refused.code, 65, refused.output + refused.errors);
  assert.throws(() => statSync(join(folder, 'third')));
});

test('a mirror is complete, goes on where it stopped, and any sha256sum checks it', async () => {
  const made = await runProgram(['mirror', address, mirror]);
  assert.equal(made.code, 0, made.output + made.errors);
  const sums = spawnSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: mirror, encoding: 'utf8' });
  assert.equal(sums.status, 0, sums.stdout + sums.stderr);
  assert.equal((await runOther(mirror)).code, 0);
  const path = join(mirror, readFileSync(join(mirror, 'SHA256SUMS'), 'utf8').match(/text\/\S+\/source\.md/)![0]);
  const whole = readFileSync(path);
  writeFileSync(path, Buffer.concat([whole, Buffer.from(' ')]));
  const broken = await runProgram(['verify', mirror]);
  assert.equal(broken.code, 65);
  assert.match(broken.output, /\/text\/[\w-]+\/1\/source\.md: not the bytes that were published/);
  assert.equal((await runProgram(['mirror', address, mirror])).code, 0, 'the next run makes it good');
  assert.deepEqual(readFileSync(path), whole);
});

test('with a checkpoint kept from before: the true one holds, an edited one is refused', async () => {
  const edited = join(folder, 'edited.checkpoint');
  const checkpoint = readFileSync(join(mirror, 'log/checkpoint'), 'utf8');
  writeFileSync(
    edited,
    checkpoint.replace(/\n(\d+)\n/, (_, size) => `\n${Number(size) + 1}\n`),
  );
  assert.equal((await runProgram(['verify', mirror, '--checkpoint', edited])).code, 65);
  assert.equal((await runProgram(['verify', address, '--checkpoint', join(mirror, 'log/checkpoint')])).code, 0);
});

function runOther(place: string): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [INDEPENDENT, place], (error, output) =>
      resolve({ code: error ? Number(error.code) : 0, output }),
    );
  });
}
