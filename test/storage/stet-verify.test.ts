// The program for the suspicious: finds a sound record sound, and each wrong thing wrong, under its address.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { writeRecordFolder } from './record-folder.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/stet-verify.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stet-verify-'));
const mirror = join(folder, 'mirror');
const record = writeRecordFolder({ folder: mirror, size: 259, texts: true });
after(() => rmSync(folder, { recursive: true }));

function run(...args: readonly string[]) {
  const { status, stdout } = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });
  return { status, stdout };
}

test('a sound mirror, with the key given and an earlier checkpoint', () => {
  const earlier = join(folder, 'earlier');
  writeFileSync(earlier, record.checkpointAt(100));
  const { status, stdout } = run(mirror, '--key', record.verifierKey, '--checkpoint', earlier);
  assert.match(stdout, /259 leaves; 259 revisions with 518 files/);
  assert.match(stdout, /begins with the 100 leaves/);
  assert.equal(status, 0);
});

test('one flipped bit in any kind of file is found and named', () => {
  const paths = readdirSync(mirror, { recursive: true, encoding: 'utf8' }).filter((path) => isFile(path));
  const kinds = [
    /log\/checkpoint/,
    /tile\/entries\/000$/,
    /tile\/entries\/001/,
    /tile\/0\/000$/,
    /tile\/1\//,
    /manifest/,
  ];
  const chosen = [...kinds, /body\.html/, /source\.md/].map((kind) => paths.find((path) => kind.test(path))!);
  assert.equal(chosen.filter(Boolean).length, 8);
  for (const path of chosen) {
    const whole = readFileSync(join(mirror, path));
    const changed = Buffer.from(whole);
    const at = Math.floor(changed.length / 2);
    changed[at] = changed[at]! ^ 1;
    writeFileSync(join(mirror, path), changed);
    const { status, stdout } = run(mirror, '--key', record.verifierKey);
    writeFileSync(join(mirror, path), whole);
    assert.equal(status, 65, path);
    assert.ok(stdout.includes('WRONG'), path);
    if (!path.includes('entries')) assert.ok(stdout.includes(`WRONG  ${path}`), `${path}: ${stdout}`);
  }
});

test('a missing file, another key, a longer or another past are found', () => {
  const path = join(mirror, 'log/tile/1/000.p/1');
  const whole = readFileSync(path);
  rmSync(path);
  assert.match(run(mirror).stdout, /WRONG {2}log\/tile\/1\/000\.p\/1: missing/);
  writeFileSync(path, whole);
  const other = record.verifierKey.replace(/\+[0-9a-f]{8}\+/, '+00000000+');
  assert.equal(run(mirror, '--key', other).status, 65);
  const longer = writeRecordFolder({ folder: join(folder, 'longer'), size: 300, texts: true });
  const another = writeRecordFolder({ folder: join(folder, 'another'), size: 7 });
  for (const [name, checkpoint, said] of [
    ['longer', longer.checkpointAt(300), /the log was cut/],
    ['another', another.checkpointAt(7), /the past was changed/],
  ] as const) {
    const file = join(folder, `${name}.checkpoint`);
    writeFileSync(file, checkpoint);
    const { status, stdout } = run(mirror, '--checkpoint', file);
    assert.match(stdout, said);
    assert.equal(status, 65);
  }
});

test('misused, it says how it is used', () => {
  assert.equal(run().status, 64);
  assert.equal(run(mirror, '--nonsense').status, 64);
});

const isFile = (path: string) => statSync(join(mirror, relative('', path))).isFile();
