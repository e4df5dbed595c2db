// The program as it is served, in a process of its own, on a data folder of the benchmark's.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const STET = fileURLToPath(new URL('../../bin/stet', import.meta.url));

export interface Served {
  readonly base: string;
  /** Resident memory now, and the most there was, in megabytes. */
  /** Of a processor, so far: what a busy machine does not change. */
  processorSeconds(): number;
  memory(): { readonly now: number; readonly most: number };
  stop(): Promise<void>;
}

interface Serving {
  readonly data: string;
  readonly port: number;
  readonly options?: readonly string[];
  /** There before it is measured: samples take a while. */
  readonly until?: string;
}

export async function serve({ data, port, options = [], until = '/health' }: Serving): Promise<Served> {
  const child = spawn(process.execPath, [STET, 'serve', '--port', String(port), '--data', data, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const base = `http://127.0.0.1:${port}`;
  while (!(await fetch(base + until).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
    await pause(50);
  }
  // Its threads are warmed up behind the door.
  await pause(1500);
  return {
    base,
    memory: () => ({ now: megabytes(child.pid!, 'VmRSS'), most: megabytes(child.pid!, 'VmHWM') }),
    processorSeconds: () => processorSeconds(child.pid!),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const TICKS_A_SECOND = 100;

// "1234 (node) S 1 1234 …": user and system time are the 14th and 15th.
function processorSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return Number.NaN;
  }
}

/** Linux tells; elsewhere it is not known. */
function megabytes(pid: number, name: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}
