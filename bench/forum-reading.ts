// A text under which very many contributions stand: its forum's pages, threads, feeds, against a text with a few in the same run. Options: --shown N.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ContributionId } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import type { Context } from '#operations/context.ts';
import { listShown, readForum, readPassageForum, readThread } from '#operations/reads/forum.ts';
import { findRevisionIds } from '#store/revisions.ts';
import { createTestContext } from '#test/support/context.ts';
import { publishSource, sampleSource } from '#test/support/library.ts';
import { writeShown } from './forum/shown-rows.ts';

const WANTED_MS = 20;
const FEW = 60;
const LONG_THREAD = 3000;
const ROUNDS = 15;

export async function run(): Promise<void> {
  const { values } = parseArgs({ options: { shown: { type: 'string', default: '171160' } } });
  const dataFolder = mkdtempSync(join(tmpdir(), 'stet-bench-reading-'));
  const press = await createTestContext({ dataFolder });
  const { context } = press;
  try {
    const few = await filled(context, 'few', FEW);
    const many = await filled(context, 'many', Number(values.shown));
    say(`${values.shown} shown under one text, median of ${ROUNDS}; against ${FEW} in the same run`);
    for (const name of Object.keys(READS) as (keyof typeof READS)[]) {
      const [control, ms] = [
        await median(() => READS[name](context, few)),
        await median(() => READS[name](context, many)),
      ];
      row(name, ms, control);
    }
    const { heapUsed } = process.memoryUsage();
    say(`${'heap afterwards'.padEnd(28)}${(heapUsed / 2 ** 20).toFixed(0)} MB`);
  } finally {
    await press.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

interface Filled {
  readonly textId: TextId;
  readonly blockId: string;
  readonly pages: number;
  readonly last: ContributionId;
}

const READS = {
  'first page': (context, { textId }) => readForum(context, { textId, page: 1 }),
  'page in the middle': (context, { textId, pages }) => readForum(context, { textId, page: Math.ceil(pages / 2) }),
  'last page': (context, { textId, pages }) => readForum(context, { textId, page: pages }),
  'what stands by a paragraph': (context, { textId, blockId }) =>
    readPassageForum(context, { textId, blockId, page: 1 }),
  'a contribution, long thread': (context, { textId, last }) => readThread(context, { textId, id: last }),
  'latest of the text': (context, { textId }) => listShown(context, { textId, limit: 30 }),
  'latest of all': (context) => listShown(context, { limit: 30 }),
} as const satisfies Readonly<Record<string, (context: Context, of: Filled) => Promise<unknown>>>;

async function filled(context: Context, slug: string, count: number): Promise<Filled> {
  const textId = await publishSource(context, { source: sampleSource('the-bread-oven'), slug });
  const { blocks } = await findRevisionIds(context.store.reader, { textId, number: 1 });
  const ids = blocks.map(({ id }) => id);
  const startedAt = performance.now();
  await writeShown(context, { textId, blocks: ids, count, longThread: Math.min(LONG_THREAD, count / 2) });
  say(`${count} written in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
  const { pages, threads } = await readForum(context, { textId, page: 1 });
  const last = (await readThread(context, { textId, id: threads[0]![0]!.id, page: 1 }))!.thread.at(-1)!.id;
  return { textId, blockId: ids[0]!, pages, last };
}

async function median(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now();
    await act();
    times.push(performance.now() - startedAt);
  }
  return times.toSorted((one, other) => one - other)[ROUNDS >> 1]!;
}

const row = (what: string, ms: number, control: number) =>
  say(
    `${what.padEnd(28)}${`${ms.toFixed(1)} ms`.padEnd(12)}≤ ${WANTED_MS} ms; ${(ms / control).toFixed(1)} × that of few${ms <= WANTED_MS ? '' : '  MISSED'}`,
  );
const say = (line: string) => void process.stdout.write(`${line}\n`);
