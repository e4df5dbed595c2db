// A moderator's queue of 500,000: screens, the next item, 10,000 refused at once, undone, in force, while readers read. Options: --waiting N.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { Context } from '#operations/context.ts';
import { decideContributions } from '#operations/contribution-decide.ts';
import { undoDecisions } from '#operations/decision-undo.ts';
import { enactDecisions } from '#operations/decisions-enact.ts';
import { listQueue, type QueueFilter } from '#operations/reads/queue.ts';
import { readQueueItem } from '#operations/reads/queue-item.ts';
import { readRegister } from '#operations/reads/register.ts';
import { continueSelections, decideAll, readSelection, type SelectionState } from '#operations/selection-decide.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { publishedText } from '#test/support/waiting.ts';
import { writeWaiting } from './forum/waiting-rows.ts';

const WANTED = { screenMs: 200, nextMs: 50, manyMs: 5000, blockedMs: 50 };
const SHORT = 1000;
const A_PAGE = 25;
const ROUNDS = 15;
const MANY = 10_000;

export async function run(): Promise<void> {
  const { values } = parseArgs({ options: { waiting: { type: 'string', default: '500000' } } });
  const short = await withQueue(SHORT, measureScreens);
  await withQueue(Number(values.waiting), async (t) => {
    const long = await measureScreens(t);
    say(`a queue of ${values.waiting}: median of ${ROUNDS}, and against a queue of ${SHORT} in the same run`);
    for (const [name, ms] of long) row(name, ms, 'ms', wantedOf(name), ms / short.get(name)!);
    await measureMany(t);
  });
}

const wantedOf = (name: string) => (name.startsWith('next') ? WANTED.nextMs : WANTED.screenMs);

async function withQueue<T>(count: number, measure: (t: TestContext) => Promise<T>): Promise<T> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'stet-bench-queue-'));
  const t = await createTestContext({ dataFolder });
  try {
    const textIds = [];
    for (let at = 0; at < 20; at++) textIds.push(await publishedText(t.context, `Bench ${at}`));
    const writing = performance.now();
    await writeWaiting(t.context, { textIds, count });
    if (count > SHORT) row(`${count} written`, (performance.now() - writing) / 1000, 's');
    return await measure(t);
  } finally {
    await t.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function measureScreens({ context }: TestContext): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const screen = async (name: string, filter: Partial<QueueFilter>, limit = A_PAGE, after?: string) => {
    const asked = { filter: { lane: 'main', order: 'oldest', ...filter }, limit, ...(after && { after }) } as const;
    found.set(name, await median(() => listQueue(context, asked)));
  };
  const first = await listQueue(context, { filter: { lane: 'main', order: 'oldest' }, limit: A_PAGE });
  const { textId } = { textId: first.items[0]!.text.id };
  await screen('first screen, oldest', {});
  await screen('first screen, newest', { order: 'newest' });
  await screen('first screen, score', { order: 'score' });
  await screen('first screen, likely spam', { lane: 'spam' });
  await screen('first screen, one text', { textId });
  await screen('first screen, one sender', { sender: 'flooder' });
  await screen('first screen, one group', { group: 'flood' });
  await screen('first screen, a frequent word', { query: 'congress' });
  await screen('first screen, a rare word', { query: 'heron' });
  await screen('next page', {}, A_PAGE, first.next!);
  await screen('next of the list', {}, 1, first.next!);
  const { id } = first.items.at(-1)!;
  found.set('next item', await median(() => readQueueItem(context, { id })));
  return found;
}

async function measureMany(t: TestContext): Promise<void> {
  const { context, clock } = t;
  const filter = { lane: 'main', order: 'oldest' } as const;
  const { items } = await listQueue(context, { filter, limit: A_PAGE });
  const one = items[0]!;
  const deciding = { decision: 'refuse', ground: 'advertising', reason: null } as const;
  const single = { ...deciding, items: [{ id: one.id, hash: one.hash }], reply: null };
  row('one refused', await timed(() => decideContributions(context, single)), 'ms');

  say(`${MANY} at once; the control is one bare statement that takes as many out of their lane`);
  const control = await timed(() => bareUpdate(context, MANY));
  row('control', control, 'ms');
  // Every fifth is likely spam, and one is decided already.
  const upTo = one.row + (MANY / 4) * 5;
  const decide = () => decideWhole(context, { ...deciding, filter, upTo });
  const refusing = await blocked(decide);
  row('refused', refusing.ms, 'ms', WANTED.manyMs, refusing.ms / control);
  row('  how many', refusing.value.decided, '');
  row('  readers waited at most', refusing.longestMs, 'ms', WANTED.blockedMs);
  const undoing = await blocked(() => undoDecisions(context, refusing.value));
  row('undone', undoing.ms, 'ms', WANTED.manyMs, undoing.ms / control);
  row('  readers waited at most', undoing.longestMs, 'ms', WANTED.blockedMs);
  await decide();
  clock.advance(60);
  const enacting = await blocked(() => enactDecisions(context));
  row('in force', enacting.ms / 1000, 's');
  row('  each', enacting.ms / enacting.value, 'ms');
  row('  readers waited at most', enacting.longestMs, 'ms', WANTED.blockedMs);
  row('register', await median(() => readRegister(context)), 'ms', WANTED.screenMs);
  await measureSender(context);
}

/** However many of one sender wait, they are refused as one act, and undone. */
async function measureSender(context: Context): Promise<void> {
  say('everything of one sender');
  const filter = { lane: 'main', order: 'oldest', sender: 'flooder' } as const;
  const { upTo } = await listQueue(context, { filter, limit: 1 });
  const refusing = await blocked(() =>
    decideWhole(context, { decision: 'refuse', ground: 'advertising', reason: null, filter, upTo }),
  );
  row('how many', refusing.value.decided, '');
  row('refused', refusing.ms / 1000, 's');
  row('  readers waited at most', refusing.longestMs, 'ms', WANTED.blockedMs);
  const undoing = await blocked(async () => {
    await undoDecisions(context, refusing.value);
    while (await continueSelections(context));
  });
  row('undone', undoing.ms / 1000, 's');
  row('  readers waited at most', undoing.longestMs, 'ms', WANTED.blockedMs);
}

async function decideWhole(context: Context, deciding: Parameters<typeof decideAll>[1]): Promise<SelectionState> {
  const decided = await decideAll(context, deciding);
  if (!decided.ok) throw new Error(JSON.stringify(decided));
  let state = decided.value;
  while (state.isUnderWay) {
    await continueSelections(context);
    state = (await readSelection(context, state))!;
  }
  return state;
}

async function bareUpdate({ store }: Context, many: number): Promise<void> {
  await store.write(async (db) => {
    await sql`update contribution set lane = null where row in
      (select row from contribution where lane = 'spam' order by row limit ${many})`.execute(db);
  });
}

/** How long an act took, and the longest time in which nobody else had a turn. */
async function blocked<T>(act: () => Promise<T>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await new Promise((done) => setTimeout(done, 20));
  const start = performance.now();
  const value = await act();
  const ms = performance.now() - start;
  await new Promise((done) => setTimeout(done, 20));
  delay.disable();
  return { value, ms, longestMs: delay.max / 1e6 };
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function median(act: () => Promise<unknown>): Promise<number> {
  await act();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await timed(act));
  return times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)]!;
}

const say = (line: string) => void process.stdout.write(`\n${line}\n`);

function row(name: string, value: number, unit: string, wanted?: number, ratio?: number): void {
  const digits = value < 10 ? 2 : 0;
  const against = ratio === undefined ? '' : `  ${ratio.toFixed(1)} ×`;
  const target = wanted === undefined ? '' : `  (wanted below ${wanted} ${unit}${value < wanted ? '' : ': MISSED'})`;
  process.stdout.write(`${name.padEnd(34)}${value.toFixed(digits).padStart(9)} ${unit}${against}${target}\n`);
}
