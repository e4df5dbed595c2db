// A flood of 1,000 forms a second, from one network and from 10,000, while readers read and twenty people contribute; against readers alone and a server that only refuses. Options: --seconds N, --rate N.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { sendHonestly, type Tried } from './forum/honest-senders.ts';
import { createPoster } from './forum/poster.ts';
import { type Served, serve } from './forum/served.ts';
import type { Shares } from './forum/wire.ts';

const WANTED = { awayMs: 5, readersMs: 50, grownMb: 60 };
const READERS = 32;
const PAUSE_MS = 20;
const HONEST = 20;
const MANY = 10_000;
/** What the answer to a flood says. */
const RETRY_AFTER_SECONDS = 60;
const SLUG = 'the-bread-oven';
const PAGES = [
  '/',
  `/${SLUG}`,
  '/the-signal-service-of-the-hallow-coast',
  `/${SLUG}/forum`,
  '/the-lamp-room',
  '/record',
];

export async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '120' },
      rate: { type: 'string', default: '1000' },
      port: { type: 'string', default: '4320' },
    },
  });
  const [port, rate, seconds] = [values.port, values.rate, values.seconds].map(Number) as [number, number, number];
  const bareMs = await bareRefusal(port + 1, rate);
  await behindProxy({ port, options: ['--trusted-proxies', '127.0.0.1'] }, async (press, data) => {
    await read(press, 2);
    const [used, many] = [press.processorSeconds(), Math.min(seconds, 10)];
    const reading = await read(press, many);
    const alone = { ...reading, processor: (press.processorSeconds() - used) / many };
    say(`${READERS} readers alone`);
    readersRow(alone, alone);
    await flooded(press, { prefixes: 1, rate, seconds: Math.min(seconds, 30), alone, bareMs, data });
    // Longer: what floods has to use up the tries that newcomers have.
    await flooded(press, { prefixes: MANY, rate, seconds, alone, bareMs, data });
  });
  await behindProxy({ port, options: [] }, (press) => forged(press, { rate, seconds: 5 }));
}

interface Site {
  readonly port: number;
  readonly options: readonly string[];
}

async function behindProxy({ port, options }: Site, act: (press: Served, data: string) => Promise<void>) {
  const data = mkdtempSync(join(tmpdir(), 'stet-bench-flood-'));
  const press = await serve({ data, port, options, until: `/${SLUG}` });
  try {
    await act(press, data);
  } finally {
    await press.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

interface Flooding {
  readonly prefixes: number;
  readonly rate: number;
  readonly seconds: number;
  readonly alone: Readers & { readonly processor: number };
  readonly bareMs: number;
  readonly data: string;
}

async function flooded(press: Served, { prefixes, rate, seconds, alone, bareMs, data }: Flooding): Promise<void> {
  const [before, kept] = [press.memory(), keptIn(data)];
  const poster = createPoster(press.base, HONEST);
  const used = press.processorSeconds();
  const flooding = flood(press, { prefixes, rate, seconds });
  const reading = read(press, seconds);
  const honest = await Promise.all(
    Array.from({ length: HONEST }, async (_, at) => {
      await pause((at * seconds * 1000) / HONEST / 1.5);
      const number = prefixes === 1 ? at : at + HONEST;
      return sendHonestly(poster, {
        slug: SLUG,
        number,
        attempts: 2,
        pauseSeconds: Math.min(RETRY_AFTER_SECONDS, seconds / 2),
      });
    }),
  );
  const [heard, readers] = [await flooding, await reading];
  const processor = (press.processorSeconds() - used) / seconds;
  await pause(3000);
  const [after, left] = [press.memory(), keptIn(data)];
  poster.close();
  say(`${rate} forms a second for ${seconds} s from ${prefixes} ${prefixes === 1 ? 'network' : 'networks'}`);
  row(
    'sent',
    `${Math.round(heard.perSecond)}/s`,
    `${JSON.stringify(heard.statuses)}, late by ${heard.lateMs.toFixed(0)} ms at most`,
  );
  const { p50, p99 } = heard.turnedAway;
  const against = `< ${WANTED.awayMs} ms; median ${p50.toFixed(1)} ms; ${(p99 / bareMs).toFixed(1)} × a bare server`;
  row('turned away, p99', `${p99.toFixed(1)} ms`, against, p99 < WANTED.awayMs);
  readersRow(readers, alone);
  const of = `of a processor; the readers alone ${(alone.processor * 100).toFixed(0)} %`;
  row('the press used', `${(processor * 100).toFixed(0)} %`, of);
  honestRow(honest);
  const receipts = honest.filter(({ posts }) => posts !== null).length;
  const ofFlood = left.contributions - kept.contributions - receipts;
  row(
    'kept of the flood',
    String(ofFlood),
    `${left.counts - kept.counts} rows that count; shown ${left.shown}`,
    left.shown === 0,
  );
  const grown = after.now - before.now;
  row(
    'memory',
    `${after.now.toFixed(0)} MB`,
    `${grown.toFixed(0)} MB more, at most ${after.most.toFixed(0)} MB`,
    grown < WANTED.grownMb,
  );
}

/** Nobody's word is taken for where they come from unless a proxy is trusted: all of this comes from one place. */
async function forged(press: Served, { rate, seconds }: Pick<Flooding, 'rate' | 'seconds'>): Promise<void> {
  const { statuses } = await flood(press, { prefixes: MANY, rate, seconds });
  const through = Object.entries(statuses).reduce((sum, [status, count]) => sum + (status === '429' ? 0 : count), 0);
  say(`${MANY} forged X-Forwarded-For, no proxy trusted, ${rate} forms a second for ${seconds} s`);
  // Twice the limit an hour (60) are let through a minute; the flood may fall into two.
  row('let through', String(through), `≤ 240, ${JSON.stringify(statuses)}`, through <= 240);
}

/** As the only thing a server has to do, on the same machine in the same minute. */
async function bareRefusal(port: number, rate: number): Promise<number> {
  const file = fileURLToPath(new URL('./forum/bare-refusal.ts', import.meta.url));
  const child = spawn(process.execPath, [file, String(port)], { stdio: ['ignore', 'ignore', 'inherit'] });
  const base = `http://127.0.0.1:${port}`;
  while (!(await fetch(base).catch(() => null))) await pause(50);
  const { turnedAway } = await told<Heard>('flooder', [base, SLUG, rate, 10, 1]);
  child.kill('SIGTERM');
  say(`${rate} forms a second to a bare server that refuses them all`);
  row('turned away, p99', `${turnedAway.p99.toFixed(1)} ms`, `median ${turnedAway.p50.toFixed(1)} ms`);
  return turnedAway.p99;
}

interface Heard {
  readonly perSecond: number;
  readonly lateMs: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly turnedAway: Shares;
}

interface Readers extends Shares {
  readonly perSecond: number;
  readonly others: Readonly<Record<string, number>>;
}

const flood = ({ base }: Served, { prefixes, rate, seconds }: Pick<Flooding, 'prefixes' | 'rate' | 'seconds'>) =>
  told<Heard>('flooder', [base, SLUG, rate, seconds, prefixes]);

const read = ({ base }: Served, seconds: number) =>
  told<Readers>('readers', [base, READERS, PAUSE_MS, seconds, ...PAGES]);

/** What another process of ours measured: who floods, who reads and who serves are three. */
function told<T>(name: 'flooder' | 'readers', args: readonly (string | number)[]): Promise<T> {
  const file = fileURLToPath(new URL(`./forum/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, [file, ...args.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (part) => {
    said += part;
  });
  return new Promise((resolve, reject) =>
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`${name} ended with ${code}`)),
    ),
  );
}

function keptIn(data: string) {
  const database = new Database(join(data, 'stet.sqlite'), { readonly: true });
  const count = (table: string) => database.prepare(`select count(*) from ${table}`).pluck().get() as number;
  const kept = {
    contributions: count('contribution'),
    counts: count('form_count'),
    shown: count('shown_contribution'),
  };
  database.close();
  return kept;
}

function readersRow(readers: Readers, alone: Readers): void {
  const against = `${(readers.p95 / alone.p95).toFixed(1)} × alone, ${Math.round(readers.perSecond)} pages/s`;
  const isRight = readers.p95 < WANTED.readersMs && Object.keys(readers.others).length === 0;
  const others = Object.keys(readers.others).length > 0 ? ` ${JSON.stringify(readers.others)}` : '';
  row('readers, p95', `${readers.p95.toFixed(1)} ms`, `< ${WANTED.readersMs} ms; ${against}${others}`, isRight);
}

function honestRow(honest: readonly Tried[]): void {
  const through = honest.filter(({ posts }) => posts !== null);
  const atOnce = through.filter(({ posts }) => posts === 2).length;
  const longest = Math.max(0, ...through.map(({ seconds }) => seconds));
  const detail = `of ${honest.length}; ${atOnce} never turned away; the slowest after ${longest.toFixed(1)} s`;
  row('honest senders through', String(through.length), detail, through.length === honest.length);
}

function row(what: string, value: string, detail: string, isMet = true): void {
  say(`  ${what.padEnd(26)}${value.padEnd(12)}${detail}${isMet ? '' : '  MISSED'}`);
}
const say = (line: string) => void process.stdout.write(`${line}\n`);

if (import.meta.main) await run();
