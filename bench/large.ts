// A text of ten megabytes sent over HTTP, plain and as Markdown, while readers read: how long, how much memory, how long readers wait. Options: --megabytes N.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generatedText } from './import/generated-texts.ts';
import { type Press, startPress } from './large/press.ts';

const WANTED = { seconds: 15, memoryMb: 600, p95Ms: 50 };
const ARTICLE = '/the-signal-service-of-the-hallow-coast';
const WORDS_A_MEGABYTE = 175_000;

export async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { megabytes: { type: 'string', default: '10' }, port: { type: 'string', default: '4157' } },
  });
  for (const format of ['text', 'markdown'] as const)
    await measure(format, Number(values.megabytes), Number(values.port));
}

/** A program of its own for each: the highest memory of one is not the other's. */
async function measure(format: 'text' | 'markdown', megabytes: number, port: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-large-'));
  const text = generatedText({ words: megabytes * WORDS_A_MEGABYTE, format });
  const bytes = Buffer.from(text).subarray(0, megabytes * 2 ** 20);
  const press = await startPress({ data: join(folder, 'data'), port });
  try {
    const alone = readers(press);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const control = p95(await alone.stop());
    const meanwhile = readers(press);
    const startedAt = performance.now();
    await send(press, { name: `large.${format === 'text' ? 'txt' : 'md'}`, bytes });
    const seconds = (performance.now() - startedAt) / 1000;
    const waits = await meanwhile.stop();
    say(`${megabytes} MB, ${format}`);
    row('  sent, read and shown', `${seconds.toFixed(1)} s`, `≤ ${WANTED.seconds} s`, seconds <= WANTED.seconds);
    row(
      '  memory at most',
      `${press.highestMb().toFixed(0)} MB`,
      `≤ ${WANTED.memoryMb} MB`,
      press.highestMb() <= WANTED.memoryMb,
    );
    const ratio = p95(waits) / control;
    const readersWait = `p95 ${p95(waits).toFixed(1)} ms, ${ratio.toFixed(1)} × alone`;
    row(`  readers meanwhile (${waits.length})`, readersWait, `≤ ${WANTED.p95Ms} ms`, p95(waits) <= WANTED.p95Ms);
    say(`  the longest wait of all            ${Math.max(...waits).toFixed(0)} ms`);
  } finally {
    await press.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function send({ client }: Press, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<void> {
  await client.get('/desk/new');
  let seen = await client.post('/desk/new', { pasted: '', format: 'auto' }, file);
  while (seen.refresh !== null) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    seen = await client.get(seen.path);
  }
  if (!seen.path.endsWith('/reading')) throw new Error(`no reading, but ${seen.status} at ${seen.path}`);
}

/** Four readers, each asking anew twenty milliseconds after the answer. */
function readers({ address }: Press): { stop(): Promise<readonly number[]> } {
  const waits: number[] = [];
  let over = false;
  const read = async () => {
    while (!over) {
      const startedAt = performance.now();
      await (await fetch(address + ARTICLE)).arrayBuffer();
      waits.push(performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const all = Promise.all([read(), read(), read(), read()]);
  return {
    stop: async () => {
      over = true;
      await all;
      return waits;
    },
  };
}

function row(what: string, measured: string, wanted: string, holds: boolean): void {
  say(`${what.padEnd(36)}${measured.padEnd(34)}${wanted.padEnd(10)}${holds ? '' : '  MISSED'}`);
}

const p95 = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
const say = (line: string) => void process.stdout.write(`${line}\n`);

if (import.meta.main) await run();
