// A text under which very many contributions stand loses paragraphs: each contribution quotes other words, so that as many as are ever
// looked for are; against the same text before it was revised, in the same run. Options: --shown N.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readForum, readPassageForum, readShelf } from '#operations/reads/forum.ts';
import { findRevisionIds } from '#store/revisions.ts';
import { createTestContext } from '#test/support/context.ts';
import { publishSource, reviseText } from '#test/support/library.ts';
import { writeShown } from './forum/shown-rows.ts';

const WANTED_MS = 200;
const PARAGRAPHS = 400;
const WORDS = 60;
const ROUNDS = 15;

export async function run(): Promise<void> {
  const { values } = parseArgs({ options: { shown: { type: 'string', default: '171160' } } });
  const dataFolder = mkdtempSync(join(tmpdir(), 'stet-bench-moved-'));
  const { context, close } = await createTestContext({ dataFolder });
  try {
    const textId = await publishSource(context, { source: sourceOf(PARAGRAPH_TEXTS), slug: 'moved' });
    const { blocks } = await findRevisionIds(context.store.reader, { textId, number: 1 });
    const places = new Map(blocks.map(({ id }, at) => [id, at]));
    await writeShown(context, {
      ...{ textId, blocks: blocks.map(({ id }) => id), count: Number(values.shown), longThread: 3000 },
      quoteOf: (block, at) => quoteOf(places.get(block)!, at),
    });
    const measure = async (what: string) => {
      const { blockCounts, shelf } = await readForum(context, { textId, page: 1 });
      const [blockId] = Object.entries(blockCounts).toSorted(([, one], [, other]) => other - one)[0]!;
      const onPassages = Object.values(blockCounts).reduce((sum, count) => sum + count, 0);
      say(
        `${what}: ${values.shown} shown, ${onPassages} on passages, ${shelf} of them on the shelf; median of ${ROUNDS}`,
      );
      row('first page', await median(() => readForum(context, { textId, page: 1 })));
      row('what stands by a paragraph', await median(() => readPassageForum(context, { textId, blockId, page: 1 })));
      row('the shelf', await median(() => readShelf(context, { textId, page: 1 })));
    };
    await measure('as it was read');
    const merged = PARAGRAPH_TEXTS.flatMap((text, at) => {
      if (at % 3 === 1) return [];
      return [at % 3 === 0 ? `${text} ${PARAGRAPH_TEXTS[at + 1] ?? ''}` : text];
    });
    await reviseText(context, { textId, source: sourceOf(merged), reason: 'Every third goes into the one before.' });
    await measure('every third merged');
    const rest = merged.slice(merged.length / 3);
    await reviseText(context, { textId, source: sourceOf(rest), reason: 'The first third is cut.' });
    await measure('and a third cut');
  } finally {
    await close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

const PARAGRAPH_TEXTS = Array.from({ length: PARAGRAPHS }, (_, at) => wordsOf(at, 0, WORDS));

const sourceOf = (paragraphs: readonly string[]) => `---\ntitle: Moved\n---\n\n${paragraphs.join('\n\n')}\n`;

/** Three to nine words, from another place each time. */
const quoteOf = (place: number, at: number) =>
  wordsOf(place, (at * 7 + Math.floor(at / PARAGRAPHS)) % (WORDS - 9), 3 + (at % 7));

function wordsOf(place: number, from: number, count: number): string {
  return Array.from({ length: count }, (_, at) => `word${place}of${from + at}`).join(' ');
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

const row = (what: string, ms: number) =>
  say(`  ${what.padEnd(28)}${`${ms.toFixed(1)} ms`.padEnd(12)}≤ ${WANTED_MS} ms${ms <= WANTED_MS ? '' : '  MISSED'}`);
const say = (line: string) => void process.stdout.write(`${line}\n`);
