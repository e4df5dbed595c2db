// One test of one file, in a process of its own, as `npm test` would run it.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { NamedTest } from '#test/invariants/invariant.ts';
import type { Verdict } from './verdict-reporter.ts';

export interface TestRun {
  /** Of the tests that have this name; several where `…` stands in it. */
  readonly verdicts: readonly Verdict[];
  /** What the process said when it ended without a word about the test. */
  readonly said: string;
}

export type Scope = 'alone' | 'among others';

const LONGEST_MS = 180_000;

/** In the folder of a project: that test alone, or among those of its file where it goes on from what they did. */
export async function runTest(folder: string, { file, name }: NamedTest, scope: Scope): Promise<TestRun> {
  const told = join(folder, 'verdicts.jsonl');
  await rm(told, { force: true });
  const reporter = ['--test-reporter=./scripts/broken/verdict-reporter.ts', `--test-reporter-destination=${told}`];
  const only = scope === 'alone' ? [`--test-name-pattern=/${patternOf(name)}/`] : [];
  const child = spawn(process.execPath, [...only, ...reporter, file], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(child);
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors = `${errors}${chunk}`.slice(0, 20_000);
  });
  const tooLong = setTimeout(() => end(child), LONGEST_MS);
  await new Promise((resume) => child.once('close', resume));
  clearTimeout(tooLong);
  end(child);
  running.delete(child);
  const lines = await readFile(told, 'utf8').catch(() => '');
  const verdicts = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Verdict);
  const named = new RegExp(patternOf(name), 'u');
  return { verdicts: verdicts.filter((one) => named.test(one.name)), said: lastWords(errors) };
}

/** Whatever is under way ends, with everything it started. */
export function endTests(): void {
  for (const child of running) end(child);
}

const running = new Set<ChildProcess>();

function end(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended, and so has all that it started.
  }
}

/** A name as it stands in a table: `…` may be anything. */
export const patternOf = (name: string) =>
  `^${name
    .split('…')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('.*')}$`;

const lastWords = (errors: string) =>
  errors
    .split('\n')
    .find((line) => /Error|error/.test(line))
    ?.trim() ?? '';
