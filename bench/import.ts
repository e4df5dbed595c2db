// Imports 10,000 texts of 1,000 words, then serves them: texts a second, memory, start, time to answer. Options: --texts N, --format markdown|text.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateTexts } from './import/generated-texts.ts';
import { watchMemory } from './import/memory.ts';
import { measureServing } from './import/serving.ts';

const STET = new URL('../bin/stet', import.meta.url).pathname;
const WANTED = { textsASecond: 150, answerMs: 20, memoryMb: 250, startSeconds: 2 };

export async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      texts: { type: 'string', default: '10000' },
      format: { type: 'string', default: 'markdown' },
      port: { type: 'string', default: '4155' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-import-'));
  try {
    const count = Number(values.texts);
    const words = writeTexts(folder, count, values.format);
    say(`${count} texts of ${Math.round(words / count)} words, ${values.format}`);
    const importing = await measureImport(folder, count);
    row(
      'import',
      `${importing.textsASecond.toFixed(0)} texts/s`,
      `≥ ${WANTED.textsASecond}`,
      importing.textsASecond >= WANTED.textsASecond,
    );
    row('  its memory at most', `${importing.memoryMb.toFixed(0)} MB`, '', true);
    const serving = await measureServing({
      stet: STET,
      data: join(folder, 'data'),
      port: Number(values.port),
      texts: count,
    });
    row(
      'start',
      `${serving.startSeconds.toFixed(2)} s`,
      `≤ ${WANTED.startSeconds} s`,
      serving.startSeconds <= WANTED.startSeconds,
    );
    for (const { name, firstMs, p95Ms } of serving.pages) {
      row(`${name}, made anew`, `p95 ${firstMs.toFixed(1)} ms`, `≤ ${WANTED.answerMs} ms`, firstMs <= WANTED.answerMs);
      row(`${name}, kept`, `p95 ${p95Ms.toFixed(1)} ms`, `≤ ${WANTED.answerMs} ms`, p95Ms <= WANTED.answerMs);
    }
    row(
      'memory of the server at most',
      `${serving.memoryMb.toFixed(0)} MB`,
      `≤ ${WANTED.memoryMb} MB`,
      serving.memoryMb <= WANTED.memoryMb,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeTexts(folder: string, count: number, format: string): number {
  let words = 0;
  for (const { name, text, words: many } of generateTexts(count, format === 'text' ? 'text' : 'markdown')) {
    const shelf = join(folder, 'texts', name.slice(0, 2));
    mkdirSync(shelf, { recursive: true });
    writeFileSync(join(shelf, name), text);
    words += many;
  }
  return words;
}

async function measureImport(folder: string, count: number) {
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [STET, 'import', join(folder, 'texts'), '--publish', '--data', join(folder, 'data')],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  const memory = watchMemory(child.pid!);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return { textsASecond: count / ((performance.now() - startedAt) / 1000), memoryMb: memory.highestMb() };
}

function row(what: string, measured: string, wanted: string, holds: boolean): void {
  say(`${what.padEnd(34)}${measured.padEnd(18)}${wanted.padEnd(10)}${holds ? '' : '  MISSED'}`);
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

if (import.meta.main) await run();
