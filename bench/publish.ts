// From paste to page over HTTP: 6,000 words pasted, read, saved and published, first after the start and then again. Options: --words N, --rounds N.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readBytes } from '#formats/read.ts';
import { fieldsOf } from '#test/support/desk-client.ts';
import { generatedText } from './import/generated-texts.ts';
import { type Press, startPress } from './large/press.ts';

const WANTED_MS = 300;

export async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      words: { type: 'string', default: '6000' },
      rounds: { type: 'string', default: '15' },
      port: { type: 'string', default: '4156' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-publish-'));
  const text = generatedText({ words: Number(values.words), format: 'text' });
  const rounds: Round[] = [];
  const press = await startPress({ data: join(folder, 'data'), port: Number(values.port) });
  try {
    for (let number = 0; number <= Number(values.rounds); number += 1) rounds.push(await publish(press, text, number));
  } finally {
    await press.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const [first, ...again] = rounds as [Round, ...Round[]];
  const control = median(Array.from({ length: 5 }, () => readingAlone(text)));
  say(`${values.words} words; the reader's rules alone, in this process: ${control.toFixed(0)} ms`);
  for (const step of ['reading', 'publish', 'page'] as const) {
    row(`${step}, first after the start`, first[step], control);
    row(`${step}, median of ${again.length}`, median(again.map((one) => one[step])), control);
  }
}

type Round = Readonly<Record<'reading' | 'publish' | 'page', number>>;

/** Each round pastes a text of its own: nothing is answered from what was kept. */
async function publish({ client, address }: Press, text: string, number: number): Promise<Round> {
  const title = `Bench ${number}`;
  await client.get('/desk/new');
  const pasted = { pasted: `${title}\n\n${text}\nClosing words ${number}.\n`, format: 'auto' };
  const [read, reading] = await timed(() => client.post('/desk/new', pasted));
  const path = /^\/desk\/texts\/[\w-]+/.exec(read.path)?.[0];
  if (path === undefined) throw new Error(`no reading, but ${read.status} at ${read.path}`);
  const editor = await client.post(`${path}/reading/confirm`, fieldsOf(read.html));
  const saved = await client.post(`${path}/edit`, { ...fieldsOf(editor.html), 'value.title': title, act: 'save' });
  const form = { version: fieldsOf(saved.html).version!, slug: '', reason: '', 'all-the-same': 'yes' };
  const [published, publishing] = await timed(() => client.post(`${path}/publish`, form));
  if (!published.path.includes('done=published')) throw new Error(`not published: ${published.status}`);
  const [page, showing] = await timed(() => fetch(`${address}/bench-${number}`).then((answer) => answer.text()));
  if (!page.includes(`Closing words ${number}`)) throw new Error('not the page that was published');
  return { reading, publish: publishing, page: showing };
}

function readingAlone(text: string): number {
  const startedAt = performance.now();
  readBytes({ bytes: new TextEncoder().encode(text), format: 'auto' });
  return performance.now() - startedAt;
}

async function timed<T>(act: () => Promise<T>): Promise<readonly [T, number]> {
  const startedAt = performance.now();
  const result = await act();
  return [result, performance.now() - startedAt];
}

function row(what: string, milliseconds: number, control: number): void {
  const verdict = milliseconds <= WANTED_MS ? '' : '  MISSED';
  const ratio = `${(milliseconds / control).toFixed(1)} × control`;
  say(`${what.padEnd(34)}${`${milliseconds.toFixed(0)} ms`.padEnd(12)}≤ ${WANTED_MS} ms   ${ratio}${verdict}`);
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const say = (line: string) => void process.stdout.write(`${line}\n`);

if (import.meta.main) await run();
