// BASE SLUG RATE SECONDS PREFIXES: posts that many forms a second to a forum, previews and sendings in turn, each from one of that many
// networks, whether the answers come or not; prints what it heard as JSON. What a preview gave it, it sends.
import { setTimeout as pause } from 'node:timers/promises';
import { fieldsOf, postOf } from './poster.ts';
import { openWire, sharesOf } from './wire.ts';

const [base = '', slug = '', rate = '1000', seconds = '10', prefixes = '1'] = process.argv.slice(2);
const many = Number(rate) * Number(seconds);
const wire = openWire(base, (status) => status === 200);
const turnedAway: number[] = [];
const statuses: Record<string, number> = {};
const tickets: string[] = [];
const NO_TICKET = `m0m0m0.${'A'.repeat(22)}.${'B'.repeat(43)}`;

const startedAt = performance.now();
let lateMs = 0;
const asked: Promise<void>[] = [];
for (let number = 0; number < many; number += 1) {
  const wait = startedAt + (number * 1000) / Number(rate) - performance.now();
  if (wait > 1) await pause(wait);
  lateMs = Math.max(lateMs, -wait);
  asked.push(flood(number));
}
await Promise.all(asked);
wire.close();
const perSecond = many / ((performance.now() - startedAt) / 1000);
process.stdout.write(JSON.stringify({ perSecond, lateMs, statuses, turnedAway: sharesOf(turnedAway) }));

async function flood(number: number): Promise<void> {
  const isPreview = number % 2 === 0;
  const ticket = isPreview ? undefined : (tickets.pop() ?? NO_TICKET);
  const body = new URLSearchParams(fieldsOf(postOf(number), ticket)).toString();
  const { status, ms, body: page } = await wire.ask(questionOf(isPreview ? 'preview' : 'send', number, body));
  statuses[status] = (statuses[status] ?? 0) + 1;
  if (status === 429) turnedAway.push(ms);
  const got = /name="ticket" value="([^"]+)"/.exec(page)?.[1];
  if (got !== undefined) tickets.push(got);
}

function questionOf(act: string, number: number, body: string): string {
  const network = number % Number(prefixes);
  const address = `10.${(network >> 16) & 255}.${(network >> 8) & 255}.${network & 255}`;
  return [
    `POST /${slug}/forum/${act} HTTP/1.1`,
    `Host: ${new URL(base).host}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Forwarded-For: ${address}`,
    'Sec-Fetch-Site: same-origin',
    '',
    body,
  ].join('\r\n');
}
