// What the record costs: publishing 6,000 words with it and without, and a log of 1,000,000 leaves opened, signed and proved from. Options: --words N, --rounds N, --leaves N.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tilesWritten } from '#operations/record-release.ts';
import { signRecord } from '#operations/record-sign.ts';
import { createTestContext } from '#test/support/context.ts';
import { generatedText } from './import/generated-texts.ts';
import { writeLongLog } from './record/long-log.ts';
import type { Opened } from './record/opener.ts';
import type { Published } from './record/publisher.ts';

const WANTED = { ratio: 1.25, proofMs: 5, startMs: 3000 };
const SHORT_LOG = 1000;

export async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      words: { type: 'string', default: '6000' },
      rounds: { type: 'string', default: '100' },
      leaves: { type: 'string', default: '1000000' },
    },
  });
  await comparePublishing(Number(values.words), Number(values.rounds));
  const short = await measureLog(SHORT_LOG);
  const long = await measureLog(Number(values.leaves));
  row('memory, of that with a short log', long.memory / short.memory, '×');
}

/** The two take turns, each in its own process on its own data folder, so that whatever else the machine does falls on both. */
async function comparePublishing(words: number, rounds: number): Promise<void> {
  const control = await startPublisher('without');
  const measured = await startPublisher('with');
  const text = generatedText({ words, format: 'markdown' });
  const times = { without: [] as Published[], with: [] as Published[] };
  for (let round = -3; round < rounds; round += 1) {
    const source = `---\ntitle: Bench ${round}\n---\n\n${text}`;
    const inTurn = round % 2 === 0 ? [control, measured] : [measured, control];
    const published = new Map<ChildProcess, Published>();
    for (const child of inTurn) published.set(child, await publish(child, source));
    const [without, recorded] = [published.get(control)!, published.get(measured)!];
    if (without.leaves !== 0 || recorded.leaves !== round + 4) throw new Error('the control is none');
    if (round < 0) continue; // both are warm
    times.without.push(without);
    times.with.push(recorded);
  }
  control.send({ end: true });
  measured.send({ end: true });
  say(`${words} words published, median of ${rounds}, in turns with the control that appends no leaf`);
  for (const part of ['act', 'transaction'] as const) {
    const [without, recorded] = [times.without, times.with].map((all) => median(all.map((one) => one[part])));
    row(`the ${part} without the record`, without!, 'ms');
    row(`the ${part} with it`, recorded!, 'ms');
    row('  ratio', recorded! / without!, '×', part === 'act' ? WANTED.ratio : undefined);
  }
  row('signing, afterwards', median(times.with.map(({ signing }) => signing)), 'ms');
}

async function startPublisher(kind: 'with' | 'without'): Promise<ChildProcess> {
  const here = (name: string) => new URL(`./record/${name}.ts`, import.meta.url).pathname;
  const execArgv = kind === 'without' ? ['--import', here('without-record')] : [];
  const child = fork(here('publisher'), [kind], { execArgv });
  await answerOf(child);
  return child;
}

function publish(child: ChildProcess, source: string): Promise<Published> {
  child.send({ source });
  return answerOf<Published>(child);
}

async function measureLog(leaves: number): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-record-'));
  try {
    const { context, close } = await createTestContext({ dataFolder: folder });
    const written = await timed(() => writeLongLog(context, leaves));
    const signed = await timed(() => signRecord(context));
    const stalls = watchTurns();
    const tiles = await timed(() => tilesWritten(context));
    const stall = stalls.longest();
    await close();
    const opener = fork(new URL('./record/opener.ts', import.meta.url).pathname, [folder, String(leaves)]);
    const exit = once(opener, 'exit');
    const opened = await answerOf<Opened>(opener);
    await exit;
    say(`\na log of ${leaves} leaves, made in ${(written / 1000).toFixed(0)} s`);
    row('signing all of it', signed, 'ms');
    row('its tiles written anew, beside serving', tiles, 'ms');
    row('  longest that nothing else had a turn', stall, 'ms');
    row('opened by another process', opened.opening, 'ms');
    row('  and a leaf added and signed', opened.opening + opened.checkpoint, 'ms', WANTED.startMs);
    row('the tiles of that leaf', opened.tiles, 'ms');
    row('proof, median', median(opened.proofs), 'ms', WANTED.proofMs);
    row(
      'proof, slowest of a hundred',
      opened.proofs.toSorted((a, b) => b - a)[opened.proofs.length / 100]!,
      'ms',
      WANTED.proofMs,
    );
    row('figures and acts of /record', opened.page, 'ms');
    row('memory of that process', opened.memory, 'MB');
    row('  at its highest', opened.highest, 'MB');
    return opened;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function answerOf<T>(child: ChildProcess): Promise<T> {
  const over = new AbortController();
  const { signal } = over;
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`ended with ${code}`);
  });
  try {
    const [answer] = (await Promise.race([once(child, 'message', { signal }), ended])) as [T];
    return answer;
  } finally {
    over.abort();
  }
}

/** How long anything else in this process had to wait for its turn. */
function watchTurns(): { longest(): number } {
  let [last, longest] = [performance.now(), 0];
  const turn = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const turns = setInterval(turn, 1);
  return {
    longest: () => {
      clearInterval(turns);
      turn();
      return longest;
    },
  };
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return performance.now() - startedAt;
}

function row(what: string, value: number, unit: string, wanted?: number): void {
  const aim = wanted === undefined ? '' : `≤ ${wanted} ${unit}`;
  const verdict = wanted !== undefined && value > wanted ? 'MISSED' : '';
  const shown = `${value.toFixed(unit === '×' ? 3 : value < 10 ? 2 : 0)} ${unit}`;
  say(`${what.padEnd(42)}${shown.padEnd(12)}${aim.padEnd(12)}${verdict}`.trimEnd());
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const say = (line: string) => void process.stdout.write(`${line}\n`);

if (import.meta.main) await run();
