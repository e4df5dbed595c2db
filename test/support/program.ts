// The program as a person runs it: a process, its words, its exit code.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const STET = fileURLToPath(new URL('../../bin/stet', import.meta.url));

const running = new Set<ChildProcess>();

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** Runs to its end. Nothing of the surroundings' settings or language reaches it. */
export function runProgram(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = startProgram(args, options);
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout?.on('data', (chunk) => output.push(chunk));
  child.stderr?.on('data', (chunk) => errors.push(chunk));
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input ?? '');
  return new Promise((resolve) => {
    child.on('close', (code) =>
      resolve({ code, output: String(Buffer.concat(output)), errors: String(Buffer.concat(errors)) }),
    );
  });
}

export function startProgram(args: readonly string[], { environment = {}, folder }: RunOptions = {}): ChildProcess {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [STET, ...args], {
    env: { PATH, HOME, ...environment },
    ...(folder ? { cwd: folder } : {}),
  });
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

/** For the end of a test file: nothing that a failed test started is left behind. */
export function endPrograms(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** The first match of what a running program says from now on; rejects when it ends without having said it. */
export function untilSaid(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  let said = '';
  return new Promise((resolve, reject) => {
    const look = (chunk: Buffer) => {
      said += chunk;
      const found = pattern.exec(said);
      if (found) resolve(found);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.on('exit', (code) => reject(new Error(`ended with ${code} before saying ${pattern}: ${said}`)));
  });
}
