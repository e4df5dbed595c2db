// A new key for the record of a site that is being served: what was signed before stays good, and both verifiers follow.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { endPrograms, runProgram, startProgram, untilSaid } from '#test/support/program.ts';

const INDEPENDENT = fileURLToPath(new URL('../../bin/stet-verify.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stet-key-rotate-'));
const [data, earlier] = [join(folder, 'data'), join(folder, 'earlier')];
let address = '';

before(async () => {
  const server = startProgram(['serve', '--data', data, '--port', '0']);
  address = (await untilSaid(server, /(http:\/\/127\.0\.0\.1:\d+)/))[1]!;
});
after(() => {
  endPrograms();
  rmSync(folder, { recursive: true, force: true });
});

test('after the rotation either key verifies the site, each alone, and so does the head saved before', async () => {
  writeFileSync(earlier, await checkpointWith(1));
  const rotated = await runProgram(['key', 'rotate', '--data', data]);
  assert.equal(rotated.code, 0, rotated.errors);
  const now = await checkpointWith(2);
  assert.ok(sizeOf(now) > sizeOf(readFileSync(earlier, 'utf8')));
  const path = join(data, 'keys', 'log.key');
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.equal(readFileSync(path, 'utf8').trim().split('\n').length, 2);

  const { keys } = (await (await fetch(`${address}/.well-known/stet-log`)).json()) as { keys: string[] };
  const [old = '', fresh = ''] = keys;
  assert.equal(keys.length, 2);
  assert.ok(rotated.output.endsWith(`\n${fresh}\n`), 'the key to make known');
  for (const key of keys) {
    assert.equal((await runProgram(['verify', address, '--key', key])).code, 0);
    assert.equal((await runOther(address, '--key', key)).code, 0);
  }
  assert.equal((await runProgram(['verify', data, '--checkpoint', earlier])).code, 0);
  const both = ['--key', old, '--key', fresh, '--checkpoint', earlier];
  assert.equal((await runProgram(['verify', address, ...both])).code, 0);
  assert.equal((await runOther(address, ...both)).code, 0);
  // The new key alone did not sign the head of before.
  assert.equal((await runProgram(['verify', address, '--key', fresh, '--checkpoint', earlier])).code, 65);
  assert.equal((await runOther(address, '--key', fresh, '--checkpoint', earlier)).code, 65);
  const stranger = `${fresh.slice(0, -4)}AAAA`;
  assert.equal((await runOther(address, '--key', stranger)).code, 65);
});

test('a library without a record has no key to rotate', async () => {
  const { code, errors } = await runProgram(['key', 'rotate', '--data', join(folder, 'empty')]);
  assert.equal(code, 66);
  assert.match(errors, /no record yet/);
});

/** The head served, once it has so many signatures: it follows an act within a second or two. */
async function checkpointWith(signatures: number): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${address}/log/checkpoint`);
    const note = await answer.text();
    if (answer.ok && note.match(/^— /gm)?.length === signatures) return note;
    await new Promise((go) => setTimeout(go, 100));
  }
  throw new Error(`no checkpoint with ${signatures} signatures`);
}

const sizeOf = (checkpoint: string) => Number(checkpoint.split('\n')[1]);

function runOther(...args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [INDEPENDENT, ...args], (error, output) =>
      resolve({ code: error ? Number(error.code) : 0, output }),
    );
  });
}
