// A text with 171,160 validated contributions: its pages cold and pressed, feed, API, memory, and how soon one more is seen; against the same text with ten. Options: --shown N, --rounds N.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import type { Slug, TextId } from '#domain/text.ts';
import { decideContributions } from '#operations/contribution-decide.ts';
import { startDraft } from '#operations/draft-start.ts';
import { readArticle } from '#operations/reads/published.ts';
import { appendLeaf } from '#operations/record-append.ts';
import { publishText } from '#operations/text-publish.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { waitingContribution } from '#test/support/waiting.ts';
import { type Served, serve } from './forum/served.ts';
import { showAll } from './forum/unequal-threads.ts';
import { writeWaiting } from './forum/waiting-rows.ts';

const WANTED = { coldMs: 200, pressedMs: 50, memoryMb: 600, blockedMs: 200 };
const FEW = 10;
const SAMPLE = fileURLToPath(new URL('../samples/the-signal-service-of-the-hallow-coast.md', import.meta.url));
const PRESSED_ROUNDS = 20;

export async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      shown: { type: 'string', default: '171160' },
      rounds: { type: 'string', default: '5' },
      port: { type: 'string', default: '4330' },
    },
  });
  const data = mkdtempSync(join(tmpdir(), 'stet-bench-page-'));
  const t = await createTestContext({ dataFolder: data, settings: { forumGraceSeconds: 0 } });
  try {
    const many = await makeForum(t, 'Many', Number(values.shown));
    const few = await makeForum(t, 'Few', FEW);
    await makeForum(t, 'Warm', FEW);
    const timed: Timed = { data, port: Number(values.port), rounds: Number(values.rounds) };
    const control = await timePages(few, timed);
    const pages = await timePages(many, timed);
    say(
      `${values.shown} contributions in ${many.threads} threads, the longest of ${many.longest.length}; medians, against ${FEW} in the same run`,
    );
    for (const [name, page] of pages.pages) pageRow(name, page, control.pages.get(name)!);
    row('memory at most', pages.mostMb, 'MB', WANTED.memoryMb, pages.mostMb / control.mostMb);
    await timeOneMore(t, many, timed);
  } finally {
    await t.close();
    rmSync(data, { recursive: true, force: true });
  }
}

interface ForumMade extends ReturnType<typeof showAll> {
  readonly slug: Slug;
  readonly textId: TextId;
  readonly blockId: string;
}

async function makeForum({ context, dataFolder }: TestContext, title: string, count: number): Promise<ForumMade> {
  const startedAt = performance.now();
  const source = (await readFile(SAMPLE, 'utf8')).replace(/^title: .*$/m, `title: ${title}`);
  const { textId } = await startDraft(context, { source });
  const published = await publishText(context, { textId, version: 1 });
  if (!published.ok) throw new Error(JSON.stringify(published.mistakes));
  const { slug } = published.value;
  const { bodyHtml } = (await readArticle(context, { slug }))!;
  const blockIds = [...bodyHtml.matchAll(/<a class="number" href="#([^"]+)"/g)].map(([, id]) => id!);
  await writeWaiting(context, { textIds: [textId], count });
  const decided = await context.store.write((transaction) =>
    appendLeaf(context, transaction, {
      ...{ kind: 'contribution.decide', at: '2026-11-22T18:00:00Z', commitment: 'A'.repeat(43) },
      ...{ contribution: 1, decision: 'validate', ground: 'read' },
    }),
  );
  const database = new Database(join(dataFolder, 'stet.sqlite'));
  const made = showAll(database, { textId, blockIds, decided });
  database.close();
  if (count > FEW) say(`${count} made in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
  return { ...made, slug, textId, blockId: blockIds[0]! };
}

interface Timed {
  readonly data: string;
  readonly port: number;
  readonly rounds: number;
}

interface PageTimes {
  readonly cold: number;
  readonly pressed: number;
  /** The longest anybody else waited while it was made. */
  readonly others: number;
  readonly bytes: number;
}

/** Each round is a program begun anew without its pressed pages, warmed up on another text. */
async function timePages(forum: ForumMade, { data, port, rounds }: Timed) {
  const found = new Map<string, PageTimes[]>();
  let mostMb = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const end of ['', '-wal', '-shm']) rmSync(join(data, `pressed.sqlite${end}`), { force: true });
    const press = await serve({ data, port, options: ['--samples', 'no'] });
    for (const path of ['/', '/warm', '/warm/forum', '/warm.json', '/api/v1/contributions?text=warm'])
      await ask(press, path);
    for (const [name, path] of await pathsOf(press, forum))
      found.set(name, [...(found.get(name) ?? []), await timePage(press, path)]);
    mostMb = Math.max(mostMb, press.memory().most);
    await press.stop();
  }
  const middle = (times: readonly PageTimes[], of: keyof PageTimes) => median(times.map((one) => one[of]));
  const pages = new Map(
    [...found].map(([name, times]) => [
      name,
      {
        cold: middle(times, 'cold'),
        pressed: middle(times, 'pressed'),
        others: Math.max(...times.map(({ others }) => others)),
        bytes: middle(times, 'bytes'),
      },
    ]),
  );
  return { pages, mostMb };
}

async function pathsOf(press: Served, { slug, threads, longest, blockId }: ForumMade) {
  const last = Math.max(1, Math.ceil(threads / 20));
  const middle = Math.max(1, last >> 1);
  const api = `/api/v1/contributions?text=${slug}&limit=100`;
  const { before } = (await (await fetch(`${press.base}/api/v1/contributions?text=${slug}&limit=5`)).json()) as {
    before: string;
  };
  return [
    ['the text', `/${slug}`],
    ['forum, page 1', `/${slug}/forum`],
    ['forum, in the middle', `/${slug}/forum?page=${middle}`],
    ['forum, last page', `/${slug}/forum?page=${last}`],
    ['permalink, long thread', `/${slug}/forum/${longest.middle}`],
    ['by one paragraph', `/${slug}/forum?paragraph=${blockId}`],
    ['form to answer', `/${slug}/forum?answers=${longest.middle}`],
    ['feed of the text', `/${slug}/forum/feed.atom`],
    ['feed of the site', '/forum.atom'],
    ['API, 100', api],
    ['API, from there on', `${api}&before=${encodeURIComponent(before)}`],
    ['the text as JSON', `/${slug}.json`],
  ] as const;
}

async function timePage(press: Served, path: string): Promise<PageTimes> {
  const others = watchOthers(press);
  const { ms: cold, bytes } = await ask(press, path);
  const longest = await others.stop();
  const again: number[] = [];
  for (let round = 0; round < PRESSED_ROUNDS; round += 1) again.push((await ask(press, path)).ms);
  return { cold, pressed: median(again), others: longest, bytes };
}

async function ask({ base }: Served, path: string) {
  const startedAt = performance.now();
  const answer = await fetch(base + path, { headers: { 'accept-encoding': 'br' } });
  const { length } = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status} at ${path}`);
  return { ms: performance.now() - startedAt, bytes: length };
}

function watchOthers({ base }: Served) {
  let [longest, isOver] = [0, false];
  const watching = (async () => {
    while (!isOver) {
      const startedAt = performance.now();
      await (await fetch(`${base}/health`)).text();
      longest = Math.max(longest, performance.now() - startedAt);
      await pause(1);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await watching;
      return longest;
    },
  };
}

/** One more is validated by another process; from its commit until each page shows it, without a reader who asked before. */
async function timeOneMore(
  { context }: TestContext,
  { slug, textId, threads }: ForumMade,
  { data, port, rounds }: Timed,
) {
  const press = await serve({ data, port, options: ['--samples', 'no'] });
  const last = `/${slug}/forum?page=${Math.ceil((threads + 1) / 20)}`;
  const [pages, untilSeen]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    await ask(press, `/${slug}`);
    const body = `One more, number ${round}.`;
    const { id, hash } = await waitingContribution(context, { textId, body });
    const deciding = { decision: 'validate', ground: 'read', reason: null, reply: null } as const;
    const startedAt = performance.now();
    await decideContributions(context, { ...deciding, items: [{ id, hash }] });
    const decidedAt = performance.now();
    const feed = await fetch(`${press.base}/${slug}/forum/feed.atom`);
    if (!(await feed.text()).includes(body)) throw new Error('not seen where it should be');
    untilSeen.push(performance.now() - decidedAt);
    pages.push((await ask(press, `/${slug}`)).ms, (await ask(press, last).catch(() => ({ ms: 0 }))).ms);
    if (round === 0) row('one validated', decidedAt - startedAt, 'ms');
  }
  row('until the feed shows it', median(untilSeen), 'ms', WANTED.coldMs);
  row('the text and last page anew', Math.max(...pages), 'ms', WANTED.coldMs);
  await press.stop();
}

const median = (values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;

function pageRow(name: string, page: PageTimes, control: PageTimes): void {
  const { cold, pressed, others, bytes } = page;
  const figures = [
    `cold ${cold.toFixed(0)} ms`.padEnd(14),
    `(${(cold / control.cold).toFixed(1)} ×)`.padEnd(10),
    `again ${pressed.toFixed(1)} ms`.padEnd(17),
    `others ${others.toFixed(0)} ms`.padEnd(15),
    `${(bytes / 1024).toFixed(0)} KB`.padStart(8),
  ];
  const isMet = cold < WANTED.coldMs && pressed < WANTED.pressedMs && others < WANTED.blockedMs;
  say(`  ${name.padEnd(24)}${figures.join('')}${isMet ? '' : '  MISSED'}`);
}

function row(name: string, value: number, unit: string, wanted?: number, ratio?: number): void {
  const against = ratio === undefined ? '' : `  ${ratio.toFixed(1)} ×`;
  const target = wanted === undefined ? '' : `  (wanted below ${wanted} ${unit}${value < wanted ? '' : ': MISSED'})`;
  say(`  ${name.padEnd(30)}${value.toFixed(0).padStart(6)} ${unit}${against}${target}`);
}

const say = (line: string) => void process.stdout.write(`${line}\n`);

if (import.meta.main) await run();
