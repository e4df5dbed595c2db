// BASE CONNECTIONS PAUSE SECONDS PATH …: readers on kept connections, each asking for the next page that many milliseconds after the
// last; prints how long they waited as JSON.
import { setTimeout as pause } from 'node:timers/promises';
import { openWire, sharesOf } from './wire.ts';

const [base = '', connections = '32', pauseMs = '20', seconds = '10', ...paths] = process.argv.slice(2);
const wire = openWire(base);
const waits: number[] = [];
const others: Record<string, number> = {};
const end = performance.now() + Number(seconds) * 1000;

await Promise.all(Array.from({ length: Number(connections) }, (_, reader) => readOn(reader)));
wire.close();
process.stdout.write(JSON.stringify({ ...sharesOf(waits), perSecond: waits.length / Number(seconds), others }));

async function readOn(reader: number): Promise<void> {
  for (let turn = reader; performance.now() < end; turn += 1) {
    const path = paths[turn % paths.length]!;
    const address = `172.16.${reader}.1`;
    const head = [`GET ${path} HTTP/1.1`, `Host: ${new URL(base).host}`, 'Accept-Encoding: br'];
    const { status, ms } = await wire.ask(`${head.join('\r\n')}\r\nX-Forwarded-For: ${address}\r\n\r\n`);
    waits.push(ms);
    if (status !== 200) others[`${status} ${path}`] = (others[`${status} ${path}`] ?? 0) + 1;
    if (Number(pauseMs) > 0) await pause(Number(pauseMs));
  }
}
