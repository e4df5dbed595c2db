// Fifty clients of two programs on one library do whatever comes to their minds, often the same thing at once: each acknowledged act is
// there exactly once, revisions have no gap, and no contribution is decided on twice.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import type { Context } from '#operations/context.ts';
import { decideContributions } from '#operations/contribution-decide.ts';
import { receiveContribution } from '#operations/contribution-receive.ts';
import { saveDraft } from '#operations/draft-save.ts';
import { startDraft } from '#operations/draft-start.ts';
import { tilesWritten } from '#operations/record-release.ts';
import { signRecord } from '#operations/record-sign.ts';
import { startRevision } from '#operations/revision-start.ts';
import { publishText } from '#operations/text-publish.ts';
import { verifyData } from '#operations/verify-data.ts';
import { createTestContext } from '#test/support/context.ts';
import { publishSource } from '#test/support/library.ts';
import { times } from './long-run.ts';

const ACTS = times({ suite: 400, alone: 10_000, long: 100_000 });
const CLIENTS = 50;
const TEXTS = 8;

/** What was acknowledged, to be found again. */
interface Acknowledged {
  readonly revisions: Map<string, number[]>;
  readonly received: Map<string, string>;
  readonly decided: Map<string, string[]>;
  readonly drafts: Map<string, number[]>;
  refused: number;
}

interface Client extends Acknowledged {
  readonly context: Context;
  readonly texts: readonly TextId[];
  readonly drafts: Map<string, number[]>;
}

const pick = <T>(some: readonly T[]): T => some[Math.floor(Math.random() * some.length)]!;
const put = <T>(map: Map<string, T[]>, key: string, value: T) => map.set(key, [...(map.get(key) ?? []), value]);
const sourceOf = (title: string) => `---\ntitle: ${title}\n---\n\nSome words of ${title}.\n`;

/** Each with how often it comes up. */
const ACTS_OF_A_CLIENT = (
  [
    [45, receive],
    [40, decide],
    [3, revise],
    [12, save],
  ] as const
).flatMap(([often, act]) => Array.from({ length: often }, () => act));

test(`${ACTS} acts of ${CLIENTS} clients`, async (t) => {
  const here = await createTestContext({ settings: { forumGraceSeconds: 0 } });
  const there = await createTestContext({ dataFolder: here.dataFolder, settings: { forumGraceSeconds: 0 } });
  const texts: TextId[] = [];
  for (let at = 0; at < TEXTS; at += 1)
    texts.push(await publishSource(here.context, { source: sourceOf(`T${at}`), slug: `t${at}` }));
  const acknowledged: Acknowledged = {
    revisions: new Map(texts.map((id) => [id, [1]])),
    received: new Map(),
    decided: new Map(),
    drafts: new Map(),
    refused: 0,
  };
  for (let at = 0; at < 4; at += 1) {
    const { textId } = await startDraft(here.context, { source: sourceOf(`Draft ${at}`) });
    acknowledged.drafts.set(textId, [1]);
  }
  let left = ACTS;
  const work = async (nth: number) => {
    const context = nth % 2 ? here.context : there.context;
    const client = Object.assign(Object.create(acknowledged) as Acknowledged, { context, texts });
    while (left-- > 0) await doSomething(client, acknowledged);
  };
  const signing = setInterval(() => void signRecord(pick([here, there]).context).catch(() => {}), 100);
  const from = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, (_, nth) => work(nth)));
  const seconds = (performance.now() - from) / 1000;
  clearInterval(signing);
  for (const one of [here, there]) {
    await signRecord(one.context);
    await tilesWritten(one.context);
  }
  check(here.dataFolder, acknowledged);
  const { revisions, received, decided } = acknowledged;
  t.diagnostic(
    `${ACTS} acts in ${Math.round(seconds)} s (${Math.round(ACTS / seconds)} a second): ${received.size} received, ${decided.size} decided on, ${[...revisions.values()].flat().length} revisions, ${acknowledged.refused} refused as stale; each acknowledged one is there once`,
  );
  await there.close();
  await here.close();
  rmSync(here.dataFolder, { recursive: true, force: true });
});

async function doSomething(client: Client, acknowledged: Acknowledged): Promise<void> {
  const act = pick(ACTS_OF_A_CLIENT);
  try {
    await act(client);
  } catch (error) {
    // Another was quicker.
    if (!(error instanceof Refusal && ['stale', 'not-found'].includes(error.code))) throw error;
    acknowledged.refused += 1;
  }
}

async function receive({ context, texts, received }: Client): Promise<void> {
  const words = { name: `Sender ${Math.random()}`, subject: null, body: `Message ${Math.random()}.` };
  const { id, hash } = await context.store.write((transaction) =>
    receiveContribution(context, transaction, {
      place: { textId: pick(texts), number: 1, blockId: null, quote: null, parentId: null },
      words,
      assessed: { score: 0, groupKey: null, signals: '[]', lane: 'main' },
      lane: 'main',
      sender: null,
      email: null,
      notify: false,
      receiptHash: null,
      ticketHash: null,
    }),
  );
  received.set(id, hash);
}

/** One of the latest: that is where others are too. */
async function decide({ context, received, decided }: Client): Promise<void> {
  const latest = [...received.entries()].slice(-30);
  if (latest.length === 0) return;
  const [id, hash] = pick(latest);
  const decision = pick(['validate', 'spam'] as const);
  const done = await decideContributions(context, {
    decision,
    ground: '',
    reason: null,
    items: [{ id, hash }],
    reply: null,
  });
  if (done.ok && done.value.decided === 1) put(decided, id, decision);
}

async function revise({ context, texts, revisions }: Client): Promise<void> {
  const textId = pick(texts);
  const { version } = await startRevision(context, { textId });
  const published = await publishText(context, { textId, version, reason: 'again' });
  if (published.ok) put(revisions, textId, published.value.number);
}

async function save({ context, drafts }: Client): Promise<void> {
  const textId = pick([...drafts.keys()]) as TextId;
  const version = drafts.get(textId)!.at(-1)!;
  const saved = await saveDraft(context, { textId, version, source: sourceOf(`Draft ${Math.random()}`) });
  if (saved.kind === 'saved') put(drafts, textId, saved.version);
}

function check(dataFolder: string, { revisions, received, decided, drafts }: Acknowledged): void {
  const client = new Database(join(dataFolder, 'stet.sqlite'), { readonly: true });
  const rows = <T>(sql: string) => client.prepare(sql).all() as T[];
  for (const [textId, numbers] of revisions) {
    const stored = rows<{ number: number }>(`select number from revision where text_id = '${textId}' order by number`);
    const gapless = stored.map((_, at) => at + 1);
    assert.deepEqual(
      stored.map(({ number }) => number),
      gapless,
    );
    assert.deepEqual(
      numbers.toSorted((one, other) => one - other),
      gapless,
      'each acknowledged once',
    );
  }
  const kept = rows<{ id: string; hash: string }>('select contribution_id as id, hash from contribution_revision');
  assert.deepEqual(new Map(kept.map(({ id, hash }) => [id, hash])), received);
  assert.equal(kept.length, received.size);
  const taken = rows<{ id: string; decision: string }>('select contribution_id as id, decision from decision');
  assert.equal(new Set(taken.map(({ id }) => id)).size, taken.length, 'one decision a contribution');
  assert.deepEqual(new Map(taken.map(({ id, decision }) => [id, [decision]])), decided);
  assert.ok(decided.size > ACTS / 20, 'control: much was decided');
  for (const [textId, versions] of drafts) {
    const stored = client.prepare('select version from draft where text_id = ?').pluck().get(textId) as number;
    assert.deepEqual(
      versions.toSorted((one, other) => one - other),
      Array.from({ length: stored }, (_, at) => at + 1),
    );
  }
  client.close();
  const faults: string[] = [];
  verifyData({ dataFolder }, { report: (kind, address, detail) => faults.push(`${address} ${kind} ${detail}`) });
  assert.deepEqual(faults, []);
}
