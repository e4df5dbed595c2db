import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createDeskClient, type DeskClient } from '#test/support/desk-client.ts';
import { watchMemory } from '../import/memory.ts';

export interface Press {
  readonly address: string;
  /** Signed in as an administrator. */
  readonly client: DeskClient;
  highestMb(): number;
  stop(): Promise<void>;
}

const STET = fileURLToPath(new URL('../../bin/stet', import.meta.url));

/** The program with its samples, started a second time as every day: the first start makes the library. */
export async function startPress({ data, port }: { readonly data: string; readonly port: number }): Promise<Press> {
  const [name, password] = ['Ada', 'a long enough sentence'];
  const first = await started(data, port);
  const guest = createDeskClient(first);
  await guest.get(first.claim!);
  await guest.post(first.claim!, { name, password });
  await first.stop();
  const press = await started(data, port);
  const client = createDeskClient(press);
  if ((await client.signIn(name, password)).path !== '/desk') throw new Error('could not sign in');
  return { ...press, client };
}

async function started(data: string, port: number) {
  const child = spawn(process.execPath, [STET, 'serve', '--port', String(port), '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const memory = watchMemory(child.pid!);
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const address = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${address}/health`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // Its last words come after the door is open.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const claim = /\/claim\/[\w-]+/.exec(said)?.[0];
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { address, claim, highestMb: memory.highestMb, stop };
}
