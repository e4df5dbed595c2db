// A client nobody here wrote reads our log over HTTP: Go's checksum-database code, out of the system's packages.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { endPrograms, startProgram, untilSaid } from '#test/support/program.ts';
import { isSuite } from './long-run.ts';
import { writeRecordFolder } from './record-folder.ts';

const SOURCE = fileURLToPath(new URL('./go/client.go', import.meta.url));
const PACKAGES = ['golang-go', 'golang-golang-x-mod-dev'];
const LIBRARY = '/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog';
// Go proves each leaf through every tile above it: 70,000 leaves take it 20 seconds.
const SIZES = [1, 2, 255, 256, 257, 1000, ...(isSuite ? [] : [70_000])];

const folder = mkdtempSync(join(tmpdir(), 'stet-go-'));
const missing = goMissing();
const server = createServer((request, answer) => {
  const path = join(folder, decodeURIComponent(request.url ?? ''));
  if (existsSync(path)) answer.end(readFileSync(path));
  else answer.writeHead(404).end();
});

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  if (missing) return;
  const built = spawnSync('go', ['build', '-o', join(folder, 'client'), SOURCE], {
    encoding: 'utf8',
    env: {
      ...process.env,
      GO111MODULE: 'off',
      GOPATH: '/usr/share/gocode',
      GOFLAGS: '',
      GOCACHE: join(folder, 'cache'),
    },
  });
  assert.equal(built.status, 0, built.stderr);
});
after(() => {
  endPrograms();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const size of SIZES)
  test(`Go reads the log of ${size} leaves: signature, inclusion, consistency`, { skip: missing }, async () => {
    const { verifierKey } = writeRecordFolder({ folder: join(folder, String(size)), size });
    const { said, code } = await runClient(size, verifierKey);
    assert.match(said, new RegExp(`^sound: ${size} leaves included`));
    assert.equal(code, 0);
  });

test('Go refuses a flipped byte and an edited size', { skip: missing }, async () => {
  const { verifierKey, checkpointAt } = writeRecordFolder({ folder: join(folder, '1000'), size: 1000 });
  const changes: readonly [string, (bytes: Buffer) => Buffer][] = [
    ['log/tile/0/000', flipped],
    ['log/tile/0/003.p/232', flipped],
    ['log/tile/entries/001', flipped],
    ['log/checkpoint', flipped],
    ['log/checkpoint', (bytes) => Buffer.from(bytes.toString().replace('\n1000\n', '\n999\n'))],
  ];
  for (const [path, change] of changes) {
    const file = join(folder, '1000', path);
    const whole = readFileSync(file);
    writeFileSync(file, change(whole));
    const { said, code } = await runClient(1000, verifierKey);
    writeFileSync(file, whole);
    assert.match(said, /^refused: /, path);
    assert.equal(code, 1, path);
  }
  assert.match(checkpointAt(999), /\n999\n/);
  assert.equal((await runClient(1000, verifierKey)).code, 0, 'sound again once all is put back');
});

function runClient(size: number, verifierKey: string): Promise<{ readonly said: string; readonly code: number }> {
  const { port } = server.address() as AddressInfo;
  return runClientAt(`http://127.0.0.1:${port}/${size}/log`, verifierKey);
}

function runClientAt(log: string, verifierKey: string): Promise<{ readonly said: string; readonly code: number }> {
  const args = [log, verifierKey, ...SIZES.map(String)];
  return promisify(execFile)(join(folder, 'client'), args).then(
    ({ stdout }) => ({ said: stdout, code: 0 }),
    (error: { readonly stdout: string; readonly code: number }) => ({ said: error.stdout, code: error.code }),
  );
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = bytes.length >> 1;
  copy[at] = copy[at]! ^ 1;
  return copy;
}

test('Go reads the log of a served press', { skip: missing }, async () => {
  const press = startProgram(['serve', '--data', join(folder, 'data'), '--port', '0']);
  const [, address = ''] = await untilSaid(press, /(http:\/\/127\.0\.0\.1:\d+)/);
  for (let tries = 0; !(await fetch(`${address}/log/checkpoint`)).ok && tries < 100; tries += 1)
    await new Promise((go) => setTimeout(go, 100));
  const description = await fetch(`${address}/.well-known/stet-log`);
  const { keys } = (await description.json()) as { keys: readonly string[] };
  const { said, code } = await runClientAt(`${address}/log`, keys[0]!);
  assert.match(said, /^sound: [1-9]\d* leaves included/);
  assert.equal(code, 0);
});

/** Why the client cannot be built here; false when it can. The run on its own installs what is missing where it may. */
function goMissing(): string | false {
  const isThere = () => spawnSync('go', ['version']).status === 0 && existsSync(LIBRARY);
  if (!isThere() && !isSuite && process.getuid?.() === 0) spawnSync('apt-get', ['install', '-y', '-q', ...PACKAGES]);
  return isThere() ? false : `the Go client needs ${PACKAGES.join(' and ')} (Debian), which are not installed here`;
}
