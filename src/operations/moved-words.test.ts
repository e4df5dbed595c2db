// Where a contribution stands when the paragraph it was written on is split, merged, moved or gone, and that every count is that of a list.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ContributionId } from '#domain/contribution.ts';
import type { BlockId, TextId } from '#domain/text.ts';
import { findRevisionIds } from '#store/revisions.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { shownTo } from '#test/support/forum.ts';
import { publishSource, reviseText } from '#test/support/library.ts';
import { sendTo } from '#test/support/sender.ts';
import { findShownContribution, readForum, readPassageForum, readShelf } from './reads/forum.ts';
import { readQueueItem } from './reads/queue-item.ts';
import { findPlacesNow } from './reads/quoted-places.ts';
import { readReceipt } from './reads/receipt.ts';

let press: TestContext;
before(async () => {
  press = await createTestContext({ settings: { forumSenderLimit: 10_000 } });
});
after(() => press?.close());

const LAMP =
  'The lighthouse keeper wound the lamp at dusk and wrote down the hour in the book that lay open by the stair.';
const SEA = 'At dawn he went down to the landing, where no boat had come for eleven days and none was looked for.';
const INN = 'In the inn across the water they drank to his health and told each other that he must have died.';
const END = 'Nobody else came to the island that year.';

interface Book {
  readonly slug: string;
  readonly textId: TextId;
  /** Sends what is validated at once, on the paragraph that has these words. */
  readonly write: (quote: string, on?: string) => Promise<ContributionId>;
  /** The next revision. */
  readonly becomes: (...paragraphs: readonly string[]) => Promise<void>;
  readonly idOf: (words: string) => Promise<BlockId>;
}

const sourceOf = (slug: string, paragraphs: readonly string[]) =>
  `---\ntitle: ${slug}\n---\n\n${paragraphs.join('\n\n')}\n`;

async function book(slug: string, ...paragraphs: readonly string[]): Promise<Book> {
  const textId = await publishSource(press.context, { source: sourceOf(slug, paragraphs), slug });
  const idOf = async (words: string) => (await passages(textId)).find(({ text }) => text.includes(words))!.id;
  return {
    slug,
    textId,
    write: async (quote, on = quote) =>
      (await shownTo(press, { slug, body: `On ${quote}.`, paragraph: await idOf(on), quote })).id,
    becomes: (...next) => reviseText(press.context, { textId, source: sourceOf(slug, next), reason: 'Read again.' }),
    idOf,
  };
}

async function passages(textId: TextId) {
  const { reader } = press.context.store;
  const { number } = await reader
    .selectFrom('revision')
    .select((of) => of.fn.max<number>('number').as('number'))
    .where('text_id', '=', textId)
    .executeTakeFirstOrThrow();
  const { blocks, notes } = await findRevisionIds(reader, { textId, number });
  return [...blocks, ...notes];
}

/** By the words of its passage what stands there, after every page of every list was read; what is on the shelf by null. */
async function standing({ textId }: Book): Promise<ReadonlyMap<string | null, readonly ContributionId[]>> {
  const visitor = press.asVisitor();
  const { blockCounts, shelf, total } = await readForum(visitor, { textId, page: 1 });
  const here = new Map((await passages(textId)).map(({ id, text }) => [id as string, text]));
  const found = new Map<string | null, readonly ContributionId[]>();
  for (const [blockId, count] of Object.entries(blockCounts)) {
    const listed = await allPages((page) => readPassageForum(visitor, { textId, blockId, page }), count);
    for (const one of listed) assert.equal(one.standsBy, here.has(blockId) ? blockId : null);
    const text = here.get(blockId);
    if (text !== undefined && count > 0)
      found.set(
        text,
        listed.map(({ id }) => id),
      );
  }
  const shelved = await allPages((page) => readShelf(visitor, { textId, page }), shelf);
  for (const { standsBy, isQuoteHere } of shelved) assert.deepEqual([standsBy, isQuoteHere], [null, false]);
  if (shelf > 0)
    found.set(
      null,
      shelved.map(({ id }) => id),
    );
  assert.equal([...found.values()].flat().length, total, 'each stands in one place');
  return found;
}

async function allPages(read: (page: number) => ReturnType<typeof readShelf>, count: number) {
  const first = await read(1);
  const listed = [...first.threads];
  for (let page = 2; page <= first.pages; page++) listed.push(...(await read(page)).threads);
  assert.deepEqual([first.total, listed.length], [count, count]);
  return listed.map(([one]) => one!);
}

const isQuoteHere = async (id: ContributionId) => (await findShownContribution(press.asVisitor(), { id }))!.isQuoteHere;

test('of a split paragraph each half has what was written on its words; words the cut went through stay with the larger', async () => {
  const split = await book('split', `${LAMP} ${SEA} ${INN}`, END);
  const [first, last] = [
    await split.write('wound the LAMP at dusk', LAMP),
    await split.write('told each other that he'),
  ];
  const [across, opening] = [await split.write('by the stair. At dawn he'), await split.write('', LAMP)];
  await split.becomes(LAMP, `${SEA} ${INN}`, END);
  assert.deepEqual(await standing(split), places([`${SEA} ${INN}`, [last, across, opening]], [LAMP, [first]]));
  assert.deepEqual(await Promise.all([first, last, across, opening].map(isQuoteHere)), [true, true, false, false]);
});

test('what was merged into another paragraph stands by that one, and by its own again when the merging is undone', async () => {
  const merge = await book('merge', LAMP, SEA, END);
  const [first, second] = [await merge.write('wrote down the hour'), await merge.write('no boat had come')];
  const whole = await merge.write('', SEA);
  const sea = await merge.idOf(SEA);
  await merge.becomes(`${LAMP} ${SEA}`, END);
  assert.notEqual(await merge.idOf('no boat'), sea, 'its paragraph is gone');
  assert.deepEqual(await standing(merge), places([`${LAMP} ${SEA}`, [first, second, whole]]));
  const later = await merge.write('down to the landing');
  await merge.becomes(LAMP, `::id[${sea}]\n\n${SEA}`, END);
  assert.deepEqual(await standing(merge), places([LAMP, [first]], [SEA, [second, whole, later]]));
});

test('of a paragraph that comes back under another id, and of a note that becomes a paragraph, all is found', async () => {
  const moved = await book('moved', LAMP, `${END}[^1]`, `[^1]: ${INN}`);
  const [words, note] = [await moved.write('the book that lay open'), await moved.write('drank to his health')];
  await moved.becomes(`${END}[^1]`, SEA, `::id[the-lamp]\n\n${LAMP.replace('hour', 'hours')}`, `[^1]: ${INN}`);
  assert.deepEqual((await standing(moved)).get(LAMP.replace('hour', 'hours')), [words]);
  await moved.becomes(END, SEA, INN, LAMP);
  assert.deepEqual(await standing(moved), places([INN, [note]], [LAMP, [words]]));
});

test('words that are gone, too few, in two passages, or were in the other all along, are on the shelf; what brings them back takes them off it', async () => {
  const refrain = 'And round and round went the light, and nobody saw it.';
  const shelf = await book('shelf', `${LAMP} ${refrain}`, SEA, `${INN} ${refrain}`, END);
  const on = (quote: string) => shelf.write(quote, LAMP);
  const [words, few, short] = [
    await on('wound the lamp at dusk'),
    await on('lighthouse keeper'),
    await on('by the st'),
  ];
  const [again, lost] = [await on('went the light, and'), await on('wrote down the hour')];
  assert.equal((await standing(shelf)).get(`${LAMP} ${refrain}`)?.length, 5);
  const parts = `${SEA} How he wound the lamp at dusk the lighthouse keeper never said. By the stair it was dark.`;
  await shelf.becomes(parts, `${INN} ${refrain}`, END);
  assert.deepEqual(await standing(shelf), places([parts, [words]], [null, [few, short, again, lost]]));
  const twice = `${END} He wound the lamp at dusk.`;
  await shelf.becomes(parts, `${INN} ${refrain}`, twice);
  assert.deepEqual(await standing(shelf), places([null, [words, few, short, again, lost]]));
  await shelf.becomes(SEA, `${END} ${LAMP} ${refrain}`, `${INN} ${refrain}`);
  assert.deepEqual(
    await standing(shelf),
    places([`${END} ${LAMP} ${refrain}`, [words, lost]], [null, [few, short, again]]),
  );
});

test('what came stands among what was there, in the order received, page after page', async () => {
  const long = await book('long', LAMP, SEA, END);
  const sent: ContributionId[] = [];
  for (let round = 0; round < 12; round++)
    sent.push(
      await long.write('wound the lamp'),
      await long.write(round % 2 ? 'no boat had come' : 'none was looked for'),
    );
  await long.becomes(`${LAMP} ${SEA}`, END);
  assert.deepEqual(await standing(long), places([`${LAMP} ${SEA}`, sent]));
  await long.becomes(`${LAMP} At dawn no boat had come.`, END);
  const shelved = sent.filter((_, at) => at % 4 === 1);
  const rest = sent.filter((id) => !shelved.includes(id));
  assert.deepEqual(await standing(long), places([`${LAMP} At dawn no boat had come.`, rest], [null, shelved]));
});

test('of very many different words that are lost the first are looked for', async () => {
  const many = await book('many', LAMP);
  await many.becomes(`${END} ${SEA}`);
  const quotes = SEA.split(' ').flatMap((_, from, all) => all.map((_, to) => all.slice(from, to).join(' ')));
  const quoted = [...new Set(quotes)]
    .filter((words) => words.split(' ').length > 3)
    .map((quote) => ({ blockId: 'gone' as BlockId, quote: `${quote} …`, number: 1 }));
  assert.ok(quoted.length < 300, `${quoted.length}`);
  const { reader } = press.context.store;
  const lost = Array.from({ length: 299 }, (_, at) => ({ ...quoted[0]!, quote: `Words that are nowhere, ${at}` }));
  const asked = [...lost, quoted[0]!, quoted[1]!];
  const placeNowOf = await findPlacesNow(reader, { textId: many.textId, number: 2, quoted: asked });
  const here = await many.idOf(END);
  assert.deepEqual(
    asked.slice(298).map((one) => placeNowOf(one).standsBy),
    [null, here, null],
  );
});

test('the queue and the receipt lead to the words where they are now, and to where they were when they are nowhere', async () => {
  const waits = await book('waits', LAMP, SEA, END);
  const paragraph = await waits.idOf(SEA);
  const receipt = await sendTo(press, { slug: 'waits', paragraph, quote: 'no boat had come' });
  const { id } = (await readReceipt(press.asVisitor(), { receipt }))!;
  const ways = async () => {
    const item = await readQueueItem(await press.as('administrator'), { id });
    return [
      item?.passage?.blockId,
      item?.passage?.standsBy,
      (await readReceipt(press.asVisitor(), { receipt }))?.passage,
    ];
  };
  assert.deepEqual(await ways(), [paragraph, paragraph, `/waits#${paragraph}`]);
  await waits.becomes(`${LAMP} ${SEA}`, END);
  const merged = await waits.idOf('no boat');
  assert.notEqual(merged, paragraph);
  assert.deepEqual(await ways(), [paragraph, merged, `/waits#${merged}`]);
  await waits.becomes(LAMP, END);
  assert.deepEqual(await ways(), [paragraph, null, `/waits/1#${paragraph}`]);
});

const places = (...placed: readonly (readonly [string | null, readonly ContributionId[]])[]) => new Map(placed);
