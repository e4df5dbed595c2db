// Another site's forum, taken in: each in its state, once, recorded, and nothing shown that was not validated there.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { ContributionId } from '#domain/contribution.ts';
import { payloadOf } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { answersInOrder } from '#formats/forum/answers-in-order.ts';
import type { ForumFormat } from '#formats/forum/detect.ts';
import type { ForumPiece, ImportedText } from '#formats/forum/imported.ts';
import type { ForumLine } from '#formats/forum/jsonl/line.ts';
import { writeForumLine } from '#formats/forum/jsonl/write.ts';
import { readForum } from '#formats/forum/read.ts';
import { commit } from '#record/commitment.ts';
import { readLeaf } from '#record/leaf.ts';
import { findContributionKey } from '#store/contribution-keys.ts';
import { listContributionRevisions } from '#store/contribution-revisions.ts';
import { changeContribution, findContribution } from '#store/contributions.ts';
import { listDecisions } from '#store/decisions.ts';
import { findLog, listLeafBytes } from '#store/leaves.ts';
import { findShown } from '#store/shown-contributions.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { publishedText } from '#test/support/waiting.ts';
import type { Context } from './context.ts';
import { eraseContribution } from './contribution-erase.ts';
import { type ImportOutcome, importContributions } from './forum-import.ts';
import { exportContributions } from './reads/forum-export.ts';
import { findForumText } from './reads/forum-texts.ts';

let t: TestContext;
let salt: TextId;
let letter: TextId;
before(async () => {
  t = await createTestContext();
  salt = await publishedText(t.context, 'Du sel & de la mer');
  letter = await publishedText(t.context, 'Lettre à un ami');
});
after(() => t.close());

const golden = (name: string) => readFileSync(new URL(`../../test/golden/forum/${name}`, import.meta.url));
const textsOf = (id: string) => (id === 'article 12' ? salt : id === 'article 13' ? letter : null);

async function take(
  context: Context,
  { format = 'spip', bytes = golden('spip-mysql/in.sql'), textOf = textsOf }: Partial<Taking> = {},
): Promise<readonly ImportOutcome[]> {
  const contributions = [...answersInOrder(contributionsIn(readForum(format, [bytes])))].flatMap((answered) => {
    const textId = textOf(answered.contribution.textForeignId);
    return textId === null ? [] : [{ ...answered, textId, number: 1 }];
  });
  const outcomes: ImportOutcome[] = [];
  for await (const batch of importContributions(context, { format, contributions })) outcomes.push(...batch);
  return outcomes;
}

interface Taking {
  readonly format: ForumFormat;
  readonly bytes: Uint8Array;
  readonly textOf: (foreignId: string) => TextId | null;
}

function* contributionsIn(pieces: Iterable<ForumPiece>) {
  for (const piece of pieces) if (piece.kind === 'contribution') yield piece.contribution;
}

async function lines(context = t.context, withAddresses = false): Promise<readonly ForumLine[]> {
  const all: ForumLine[] = [];
  for await (const page of exportContributions(context, { slug: null, withAddresses })) all.push(...page);
  return all;
}
const lineOf = async (words: string) => (await lines()).find(({ revisions }) => revisions[0]!.body.includes(words))!;

test('what waited waits, what was refused is refused, what was validated is shown as of then', async () => {
  const outcomes = await take(t.context);
  assert.deepEqual(
    outcomes.map(({ contribution, kind, state }) => `${contribution.foreignId} ${kind} ${state}`).sort(),
    [
      '1 stored validated',
      '10 stored waiting',
      '2 stored waiting',
      '3 stored spam',
      '4 stored refused',
      '5 stored validated',
      '8 stored validated',
      '9 stored validated',
    ],
  );
  const { reader } = t.context.store;
  for (const line of await lines()) {
    const shown = await findShown(reader, line.id);
    assert.equal(shown !== null, line.state === 'validated', line.state);
    if (shown) assert.equal(shown.validatedAt, line.receivedAt);
    const { lane } = (await findContribution(reader, { id: line.id }))!;
    assert.equal(lane, line.state === 'waiting' ? 'main' : null);
  }
});

test('each received and each decided has its leaf and its entry in the log, on the ground “imported”', async () => {
  const { reader } = t.context.store;
  const log = (await findLog(reader))!.number;
  const leaves = (await listLeafBytes(reader, { log, start: 0, end: 1000 })).map(readLeaf);
  assert.equal(leaves.filter((leaf) => leaf?.kind === 'contribution.receive').length, 8);
  assert.equal(leaves.filter((leaf) => leaf?.kind === 'contribution.decide').length, 6);
  for (const line of await lines()) {
    const id = line.id as ContributionId;
    const [stored, [revision], key] = [
      (await findContribution(reader, { id }))!,
      await listContributionRevisions(reader, id),
      (await findContributionKey(reader, id))!,
    ];
    const payload = payloadOf({ ...stored, ...revision! });
    assert.equal(revision!.hash, createHash('sha256').update(payload).digest('hex'));
    const leaf = leaves[stored.leaf];
    assert.ok(leaf?.kind === 'contribution.receive');
    assert.equal(leaf.commitment, commit(key, payload));
    const decisions = await listDecisions(reader, id);
    assert.equal(decisions.length, line.state === 'waiting' ? 0 : 1);
    for (const { ground, waitedSeconds } of decisions) assert.deepEqual([ground, waitedSeconds], ['imported', null]);
  }
});

test('answers stand in their thread; what answers nothing answers the text', async () => {
  const { reader } = t.context.store;
  const [question, answer, refused, orphan] = await Promise.all(
    ['tout* est', 'tout à fait', 'sans date', 'voix haute'].map(lineOf),
  );
  assert.equal(answer!.parent, question!.id);
  assert.equal(refused!.parent, answer!.id);
  assert.equal((await findContribution(reader, { id: refused!.id }))!.threadId, question!.id);
  assert.equal(orphan!.parent, null);
});

test('no address, mark, receipt or mail comes of it', async () => {
  const { reader } = t.context.store;
  for (const line of await lines(t.context, true)) {
    const { email, sender, notify } = (await findContribution(reader, { id: line.id }))!;
    assert.deepEqual([email, sender, notify], [null, null, false]);
    assert.equal('email' in line, false);
  }
});

test('taken twice it is stored once, and what was erased does not come back', async () => {
  const erased = (await lineOf('voix haute')).id as ContributionId;
  await eraseContribution(t.context, { contributionId: erased, ground: 'law' });
  const outcomes = await take(t.context);
  assert.deepEqual([...new Set(outcomes.map(({ kind }) => kind))], ['known']);
  assert.equal((await lines()).length, 7);
  assert.equal(await findShown(t.context.store.reader, erased), null);
});

test('an interrupted import is taken up where it stopped, with the answers in their threads', async () => {
  const other = await createTestContext();
  try {
    const textId = await publishedText(other.context, 'Long');
    const dump = longDump(450);
    const contributions = [...answersInOrder(contributionsIn(readForum('spip', [dump])))].map((one) => ({
      ...one,
      textId,
      number: 1,
    }));
    for await (const batch of importContributions(other.context, { format: 'spip', contributions })) {
      assert.equal(batch.length, 200);
      break;
    }
    assert.equal((await lines(other.context)).length, 200);
    const outcomes = await take(other.context, { bytes: dump, textOf: () => textId });
    assert.equal(outcomes.filter(({ kind }) => kind === 'known').length, 200);
    const all = await lines(other.context);
    assert.equal(all.length, 450);
    assert.equal(all.filter(({ parent }) => parent === null).length, 1);
  } finally {
    await other.close();
  }
});

function longDump(count: number): Buffer {
  const rows = Array.from(
    { length: count },
    (_, at) => `(${at + 1},7,${at},'2010-01-01 00:00:00','Body ${at + 1}','prop')`,
  );
  return Buffer.from(
    `INSERT INTO spip_forum (id_forum,id_article,id_parent,date_heure,texte,statut) VALUES ${rows.join(',')};`,
  );
}

test('our own export comes back as it was, with its ids, revisions, decisions and reasons', async () => {
  const other = await createTestContext();
  try {
    const textId = await publishedText(other.context, 'On Salt');
    const first = readFileSync(new URL('../../test/golden/forum/jsonl/in.jsonl', import.meta.url));
    await take(other.context, { format: 'jsonl', bytes: first, textOf: () => textId });
    const before = await lines(other.context);
    assert.equal(before.length, 2);
    assert.deepEqual(
      before[0]!.decisions.map(({ revision, decision }) => `${decision} ${revision}`),
      ['validate 1', 'validate 2'],
    );
    assert.equal(before[1]!.decisions[0]!.reason, 'Elsewhere, please.');
    assert.equal((await findShown(other.context.store.reader, before[0]!.id))?.revision, 2);
    assert.equal((await findShown(other.context.store.reader, before[0]!.id))?.quote, 'salt of the earth');
    const written = Buffer.from(before.map(writeForumLine).join(''));
    // In the same site they are there already; in an empty one they are as they were.
    assert.deepEqual(
      (await take(other.context, { format: 'jsonl', bytes: written, textOf: () => textId })).map(({ kind }) => kind),
      ['known', 'known'],
    );
    const third = await createTestContext();
    try {
      const moved = await publishedText(third.context, 'On Salt');
      await take(third.context, { format: 'jsonl', bytes: written, textOf: () => moved });
      assert.equal((await lines(third.context)).map(writeForumLine).join(''), String(written));
    } finally {
      await third.close();
    }
  } finally {
    await other.close();
  }
});

test('an id that was given here, and erased, is not given to what is taken in', async () => {
  const other = await createTestContext();
  try {
    const textId = await publishedText(other.context, 'On Salt');
    const bytes = readFileSync(new URL('../../test/golden/forum/jsonl/in.jsonl', import.meta.url));
    await take(other.context, { format: 'jsonl', bytes, textOf: () => textId });
    const [first] = await lines(other.context);
    await eraseContribution(other.context, { contributionId: first!.id, ground: 'law' });
    // As if it came from a site of which nothing was taken in before.
    await other.context.store.write((transaction) => transaction.deleteFrom('forum_import_item').execute());
    const foreign = Buffer.from(writeForumLine(first!));
    const [outcome] = await take(other.context, { format: 'jsonl', bytes: foreign, textOf: () => textId });
    assert.equal(outcome?.kind, 'known');
    assert.ok(!(await lines(other.context)).some(({ id }) => id === first!.id));
    assert.equal((await findContribution(other.context.store.reader, { id: first!.id }))?.state, 'erased');
  } finally {
    await other.close();
  }
});

test('addresses leave only when they are asked for, and secrets never', async () => {
  const { id } = (await lines())[0]!;
  await t.context.store.write((transaction) =>
    changeContribution(transaction, {
      id: id as ContributionId,
      email: 'ada@example.org',
      emailConfirmedAt: '2026-11-22T18:00:00Z',
    }),
  );
  const text = async (withAddresses: boolean) => (await lines(t.context, withAddresses)).map(writeForumLine).join('');
  assert.doesNotMatch(await text(false), /@|email|receipt_hash|sender|score|group|leaf|key/);
  assert.match(await text(true), /"email":"ada@example\.org"/);
});

test('only the press takes in and writes out', async () => {
  const isRefused = (error: unknown) => error instanceof Refusal;
  for (const context of [t.asVisitor(), await t.as('editor')]) {
    await assert.rejects(() => take(context), isRefused);
    await assert.rejects(() => lines(context), isRefused);
  }
});

test('a page is known by map, slug, address or title, and by nothing that could be two texts', async () => {
  const find = async (named: Partial<ImportedText>, map: Readonly<Record<string, string>> = {}) => {
    const names = [{ foreignId: 'x', slug: null, url: null, title: null, ...named }];
    return (await findForumText(t.context, { names, map: new Map(Object.entries(map)) }))?.textId ?? null;
  };
  assert.equal(await find({ slug: 'du-sel-de-la-mer' }), salt);
  assert.equal(await find({ url: 'https://old.example/textes/Du_sel_de_la_mer.html?lang=fr#c1' }), salt);
  assert.equal(await find({ url: 'du-sel-de-la-mer' }), salt);
  assert.equal(await find({ title: 'Lettre à un ami' }), letter);
  assert.equal(await find({ title: 'LETTRE A UN AMI' }), letter);
  assert.equal(await find({ title: 'Lettre' }), null);
  assert.equal(await find({ url: 'https://old.example/' }), null);
  assert.equal(
    await find({ foreignId: 'article 9', title: 'Lettre à un ami' }, { 'article 9': 'du-sel-de-la-mer' }),
    salt,
  );
  assert.equal(await find({ title: 'Lettre à un ami' }, { 'Lettre à un ami': 'no-such-text' }), null);
  await publishedText(t.context, 'Twice');
  await publishedText(t.context, 'Twice');
  assert.equal(await find({ title: 'Twice' }), null);
});
