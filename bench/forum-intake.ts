// Contributions from form to disk over HTTP: a steady rate through the whole pipeline, then as many as go, against a bare INSERT. Options: --seconds N, --rate N, --posts N.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { createPoster, fieldsOf, type Poster, postOf, ticketIn } from './forum/poster.ts';

const WANTED = { p99Ms: 250, ratio: 0.3 };
const SLUG = 'the-bread-oven';
const CONNECTIONS = 48;
const ROUNDS = 3;
const STET = fileURLToPath(new URL('../bin/stet', import.meta.url));
const PEER = fileURLToPath(new URL('./forum/insert-endpoint.ts', import.meta.url));

export async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      rate: { type: 'string', default: '100' },
      posts: { type: 'string', default: '2000' },
      port: { type: 'string', default: '4210' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-intake-'));
  const port = Number(values.port);
  try {
    await steady({ folder, port, rate: Number(values.rate), seconds: Number(values.seconds) });
    await asManyAsGo({ folder, port, posts: Number(values.posts) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly folder: string;
  readonly port: number;
}

/** Each visitor looks at a preview and sends it; both are asked for when their time comes, however long the others take. */
async function steady({ folder, port, rate, seconds }: Place & { rate: number; seconds: number }): Promise<void> {
  const data = join(folder, 'steady');
  const press = await startStet({ data, port });
  const poster = createPoster(press.base, 400);
  const [previews, sends]: [number[], number[]] = [[], []];
  const visits: Promise<string | null>[] = [];
  const [startedAt, before] = [performance.now(), press.processorMs()];
  for (let number = 0; number < rate * seconds; number++) {
    const wait = startedAt + (number * 1000) / rate - performance.now();
    if (wait > 1) await pause(wait);
    visits.push(visit(poster, number, { previews, sends }));
  }
  const receipts = (await Promise.all(visits)).filter((one) => one !== null);
  const took = (performance.now() - startedAt) / 1000;
  const page = await (await fetch(`${press.base}/${SLUG}/forum`)).text();
  const processorMs = (press.processorMs() - before) / (rate * seconds);
  poster.close();
  await press.stop();
  const { kept, waiting, shown } = keptIn(data);
  say(`${rate}/s for ${seconds} s, each a preview and a sending, from as many addresses: ${took.toFixed(1)} s`);
  row('preview, p99', `${at(previews, 0.99).toFixed(0)} ms`, `median ${at(previews, 0.5).toFixed(1)} ms`, true);
  row(
    'sending, p99',
    `${at(sends, 0.99).toFixed(0)} ms`,
    `≤ ${WANTED.p99Ms} ms; median ${at(sends, 0.5).toFixed(1)} ms`,
    at(sends, 0.99) <= WANTED.p99Ms,
  );
  row('processor time of a visit', `${processorMs.toFixed(1)} ms`, 'all threads', true);
  row('acknowledged', String(receipts.length), `of ${rate * seconds}`, receipts.length === rate * seconds);
  row(
    'acknowledged and lost',
    String(receipts.length - kept),
    `${kept} kept, ${waiting} waiting`,
    receipts.length === kept && kept === waiting,
  );
  row('public', String(shown), 'none', shown === 0 && !page.includes('Visitor 1'));
}

async function visit(
  poster: Poster,
  number: number,
  times: { previews: number[]; sends: number[] },
): Promise<string | null> {
  const post = postOf(number);
  const previewed = await poster.post(`/${SLUG}/forum/preview`, fieldsOf(post), post.address);
  times.previews.push(previewed.ms);
  const sent = await poster.post(`/${SLUG}/forum/send`, fieldsOf(post, ticketIn(previewed)), post.address);
  times.sends.push(sent.ms);
  return sent.status === 303 ? sent.location : null;
}

/** The same posts, tickets in hand, to the press and to a bare endpoint in turn. */
async function asManyAsGo({ folder, port, posts }: Place & { readonly posts: number }): Promise<void> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const press = await startStet({ data: join(folder, `press-${round}`), port });
    const poster = createPoster(press.base, CONNECTIONS);
    const tickets: string[] = [];
    for (let number = 0; number < posts; number++) {
      const post = postOf(number);
      tickets.push(ticketIn(await poster.post(`/${SLUG}/forum/preview`, fieldsOf(post), post.address)));
    }
    ours.push(await rateOf(poster, `/${SLUG}/forum/send`, tickets));
    poster.close();
    await press.stop();
    const peer = await startPeer({ file: join(folder, `peer-${round}.sqlite`), port: port + 1 });
    const other = createPoster(peer.base, CONNECTIONS);
    bare.push(await rateOf(other, '/', tickets));
    other.close();
    await peer.stop();
  }
  const ratio = at(ours, 0.5) / at(bare, 0.5);
  say(`${posts} sendings over ${CONNECTIONS} connections, median of ${ROUNDS}`);
  row('the press', `${at(ours, 0.5).toFixed(0)}/s`, ours.map((one) => one.toFixed(0)).join(' '), true);
  row('a bare INSERT', `${at(bare, 0.5).toFixed(0)}/s`, bare.map((one) => one.toFixed(0)).join(' '), true);
  row('ratio', ratio.toFixed(2), `≥ ${WANTED.ratio}`, ratio >= WANTED.ratio);
}

async function rateOf(poster: Poster, path: string, tickets: readonly string[]): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  const sendOn = async () => {
    while (next < tickets.length) {
      const number = next++;
      const post = postOf(number);
      const { status, body } = await poster.post(path, fieldsOf(post, tickets[number]), post.address);
      if (status !== 303) throw new Error(`${status}: ${body.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sendOn));
  return tickets.length / ((performance.now() - startedAt) / 1000);
}

/** Limits as they are shipped but for those of the whole site, which would stop what is measured. */
async function startStet({ data, port }: { readonly data: string; readonly port: number }) {
  const limits = ['--forum-site-limit', '1000000', '--forum-text-limit', '1000000', '--forum-sender-limit', '1000'];
  const given = ['serve', '--port', String(port), '--data', data, '--trusted-proxies', '127.0.0.1', ...limits];
  return start([STET, ...given], port, '/health');
}

const startPeer = ({ file, port }: { readonly file: string; readonly port: number }) =>
  start([PEER, String(port), file], port, '/');

async function start(args: readonly string[], port: number, path: string) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const base = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${base}${path}`, { redirect: 'manual' }).catch(() => null))) {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
    await pause(50);
  }
  await pause(500);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { base, stop, processorMs: () => processorMsOf(child.pid!) };
}

/** What a process has used of the processor, as Linux counts it in hundredths of a second; 0 elsewhere. */
function processorMsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

function keptIn(data: string) {
  const database = new Database(join(data, 'stet.sqlite'), { readonly: true });
  const count = (sql: string) => database.prepare(sql).pluck().get() as number;
  const kept = count('select count(*) from contribution');
  const waiting = count("select count(*) from contribution where state = 'waiting'");
  const shown = count('select count(*) from shown_contribution');
  database.close();
  return { kept, waiting, shown };
}

const at = (values: readonly number[], share: number) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;

const row = (what: string, value: string, wanted: string, isMet: boolean) =>
  say(`${what.padEnd(28)}${value.padEnd(12)}${wanted}${isMet ? '' : '  MISSED'}`);
const say = (line: string) => void process.stdout.write(`${line}\n`);
