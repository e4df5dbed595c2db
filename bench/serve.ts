// Serving an article of 6,000 words ([ROUNDS] [SECONDS]), raced in the same run against a bare node:http server and, where there is one, nginx.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SLUG = 'the-signal-service-of-the-hallow-coast';
const [SITE_PORT, BARE_PORT, NGINX_PORT] = [4280, 4281, 4282];
const CONNECTIONS = 32;
const [ROUNDS = 5, SECONDS = 3] = process.argv.slice(2).map(Number);
const LEAST_RATIO = 0.85;
const MOST_P99_RATIO = 2;

interface Racer {
  readonly name: string;
  readonly url: string;
}

interface Lap {
  readonly perSecond: number;
  readonly p99: number;
}

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-serve-'));
  const running: ChildProcess[] = [];
  try {
    const racers = await line(folder, running);
    for (const coding of ['br', 'gzip']) report(coding, await race(racers, coding));
  } finally {
    for (const child of running) child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everybody at the start, with the same bytes. */
async function line(folder: string, running: ChildProcess[]): Promise<readonly Racer[]> {
  const stet = fileURLToPath(new URL('../bin/stet', import.meta.url));
  const data = join(folder, 'data');
  running.push(node([stet, 'serve', '--port', String(SITE_PORT), '--data', data, '--log-level', 'warn']));
  const url = `http://127.0.0.1:${SITE_PORT}/${SLUG}`;
  await answering(url);
  await settled(url);

  const files = join(folder, 'files');
  mkdirSync(files);
  for (const coding of ['br', 'gzip']) writeFileSync(join(files, `page.${coding}`), await bytesOf(url, coding));
  running.push(node([fileURLToPath(new URL('./serve/bare.ts', import.meta.url)), String(BARE_PORT), files]));
  const racers = [
    { name: 'Stet', url },
    { name: 'bare node:http', url: `http://127.0.0.1:${BARE_PORT}/` },
  ];
  await answering(racers[1]!.url);
  const nginx = startNginx(folder, files);
  if (!nginx) return racers;
  running.push(nginx);
  await answering(`http://127.0.0.1:${NGINX_PORT}/page`);
  return [...racers, { name: 'nginx', url: `http://127.0.0.1:${NGINX_PORT}/page` }];
}

async function race(racers: readonly Racer[], coding: string): Promise<ReadonlyMap<string, readonly Lap[]>> {
  const laps = new Map<string, Lap[]>(racers.map(({ name }) => [name, []]));
  for (const { url } of racers) await lap(url, coding, 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, url } of racers) laps.get(name)!.push(await lap(url, coding, SECONDS));
  }
  return laps;
}

/** The load comes from a process of its own. */
async function lap(url: string, coding: string, seconds: number): Promise<Lap> {
  const load = fileURLToPath(new URL('./serve/load.ts', import.meta.url));
  const options = [url, coding, String(CONNECTIONS), String(seconds)];
  const { stdout, status } = spawnSync(process.execPath, [load, ...options], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${url} could not be measured`);
  return JSON.parse(stdout);
}

function report(coding: string, laps: ReadonlyMap<string, readonly Lap[]>): void {
  const bare = laps.get('bare node:http')!;
  const [barePerSecond, bareP99] = [median(bare.map((lap) => lap.perSecond)), median(bare.map((lap) => lap.p99))];
  process.stdout.write(`\n${coding}, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s (medians)\n`);
  for (const [name, runs] of laps) {
    const [perSecond, p99] = [median(runs.map((lap) => lap.perSecond)), median(runs.map((lap) => lap.p99))];
    const ratio = perSecond / barePerSecond;
    const verdict =
      name !== 'Stet'
        ? ''
        : ratio >= LEAST_RATIO && p99 <= MOST_P99_RATIO * bareP99
          ? '  as wanted'
          : '  NOT as wanted';
    const figures = [
      `${Math.round(perSecond)} req/s`.padStart(14),
      ratio.toFixed(2).padStart(7),
      `p99 ${p99.toFixed(1)} ms`.padStart(12),
    ];
    process.stdout.write(`${name.padEnd(16)}${figures.join('')}${verdict}\n`);
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** The page's smallest form is made behind the first reader's back: wait until its size stays. */
async function settled(url: string): Promise<void> {
  for (let size = -1; ; ) {
    const { length } = await bytesOf(url, 'br');
    if (length === size) return;
    size = length;
    await pause(1500);
  }
}

async function bytesOf(url: string, coding: string): Promise<Buffer> {
  const { stdout } = spawnSync('curl', ['-s', '-H', `Accept-Encoding: ${coding}`, url], { maxBuffer: 2 ** 24 });
  if (stdout.length === 0) throw new Error(`nothing came from ${url}`);
  return stdout;
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error(`${url} does not answer`);
}

function startNginx(folder: string, files: string): ChildProcess | null {
  if (spawnSync('nginx', ['-v']).error) return null;
  writeFileSync(join(folder, 'nginx.conf'), nginxConfiguration(folder, files));
  return spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
    stdio: 'ignore',
  });
}

function nginxConfiguration(folder: string, files: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  return `daemon off; user ${userInfo().username}; pid ${folder}/nginx.pid; worker_processes auto; events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; open_file_cache max=10; keepalive_requests 100000000; ${temporary.join(' ')}
map $http_accept_encoding $page { default page.gzip; ~br page.br; }
map $http_accept_encoding $coding { default gzip; ~br br; }
server { listen 127.0.0.1:${NGINX_PORT}; root ${files}; default_type "text/html; charset=utf-8";
location = /page { try_files /$page =404; add_header Content-Encoding $coding; add_header Vary Accept-Encoding; } } }`;
}

const node = (args: readonly string[]) => spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

if (import.meta.main) await run();
