import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { watchMemory } from './memory.ts';

const VISITS = 100;

export interface Serving {
  readonly startSeconds: number;
  readonly memoryMb: number;
  readonly pages: readonly { readonly name: string; readonly firstMs: number; readonly p95Ms: number }[];
}

/** Starts the program on that library and asks for its pages: each a first time (made anew), then again (kept). */
export async function measureServing({
  stet,
  data,
  port,
  texts,
}: {
  stet: string;
  data: string;
  port: number;
  texts: number;
}): Promise<Serving> {
  const origin = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    [...nodeFlags(), stet, 'serve', '--port', String(port), '--data', data, '--samples', 'no'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const memory = watchMemory(child.pid!);
  try {
    await untilAnswered(`${origin}/health`);
    const startSeconds = (performance.now() - startedAt) / 1000;
    const authors = await authorPaths(origin);
    const pages = [
      await measurePages(origin, 'home', pagesOf('/', Math.min(VISITS, Math.ceil(texts / 20)))),
      await measurePages(origin, 'author page', authors),
      await measurePages(origin, 'feed', ['/feed.atom', ...authors.map((path) => `${path}/feed.atom`)]),
    ];
    return { startSeconds, pages, memoryMb: memory.highestMb() };
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.on('exit', resolve));
  }
}

/** What `npm start` gives to Node before the program's name. */
function nodeFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return scripts.start.split(' ').filter((word: string) => word.startsWith('--'));
}

const pagesOf = (path: string, count: number) =>
  Array.from({ length: count }, (_, index) => (index === 0 ? path : `${path}?page=${index + 1}`));

async function authorPaths(origin: string): Promise<readonly string[]> {
  const html = await (await fetch(`${origin}/authors`)).text();
  const paths = [...html.matchAll(/href="(\/authors\/[^"?#]+)"/g)]
    .map(([, path]) => path ?? '')
    .filter((path) => !path.endsWith('.atom'));
  if (paths.length === 0) throw new Error('no author was found at /authors');
  return [...new Set(paths)].slice(0, VISITS);
}

async function measurePages(origin: string, name: string, paths: readonly string[]) {
  const first: number[] = [];
  const again: number[] = [];
  for (const path of paths) first.push(await timeOf(origin + path));
  for (let visit = 0; visit < VISITS; visit += 1) again.push(await timeOf(origin + paths[visit % paths.length]!));
  return { name, firstMs: percentile(first, 0.95), p95Ms: percentile(again, 0.95) };
}

async function timeOf(url: string): Promise<number> {
  const startedAt = performance.now();
  const answer = await fetch(url, { redirect: 'manual' });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - startedAt;
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

async function untilAnswered(url: string): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${url} never answered`);
}
