// What waits after an import is in its lane, in its group and with its score, as if it had been sent here; what is decided is not looked at.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ContributionId } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import { answersInOrder } from '#formats/forum/answers-in-order.ts';
import type { ForumFormat } from '#formats/forum/detect.ts';
import type { ImportedState } from '#formats/forum/imported.ts';
import { readForum } from '#formats/forum/read.ts';
import { findContributionRevision } from '#store/contribution-revisions.ts';
import { findContribution } from '#store/contributions.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { publishedText } from '#test/support/waiting.ts';
import { retainContributions } from './contribution-retain.ts';
import { importContributions } from './forum-import.ts';
import { exportContributions } from './reads/forum-export.ts';
import { currentModel } from './triage-model.ts';

let t: TestContext;
let textId: TextId;
before(async () => {
  t = await createTestContext();
  textId = await publishedText(t.context, 'On Salt');
});
after(() => t.close());

interface Row {
  readonly body: string;
  readonly state?: string;
  readonly name?: string;
  readonly at?: string;
}

const spip = (rows: readonly Row[], from: number) =>
  `INSERT INTO spip_forum (id_forum, id_article, auteur, date_heure, texte, statut) VALUES ${rows
    .map(({ body, state = 'prop', name = 'Ann', at }, index) => {
      const id = from + index;
      return `(${id}, 1, '${name}', '${at ?? `2010-01-01 00:00:${String(id % 60).padStart(2, '0')}`}', '${body}', '${state}')`;
    })
    .join(',')};`;

async function take(
  bytes: string,
  { format = 'spip' as ForumFormat, wanted = {} as Partial<Record<string, ImportedState>> } = {},
) {
  const contributions = [...readForum(format, [Buffer.from(bytes)])].flatMap((piece) =>
    piece.kind === 'contribution' ? [piece.contribution] : [],
  );
  const placed = [...answersInOrder(contributions)].map(({ contribution, isOrphan }) => {
    const state = wanted[contribution.state] ?? contribution.state;
    return { contribution: { ...contribution, state }, isOrphan, textId, number: 1, stateThere: contribution.state };
  });
  const kinds: string[] = [];
  for await (const batch of importContributions(t.context, { format, contributions: placed }))
    kinds.push(...batch.map(({ kind }) => kind));
  return kinds;
}

async function standingOf(words: string) {
  for await (const page of exportContributions(t.context, { slug: null, withAddresses: false }))
    for (const { id, revisions } of page) {
      if (!revisions.some(({ body }) => body.includes(words))) continue;
      const stored = (await findContribution(t.context.store.reader, { id }))!;
      const { revision } = stored;
      const newest = await findContributionRevision(t.context.store.reader, {
        contributionId: id as ContributionId,
        revision,
      });
      return { ...stored, signals: (JSON.parse(newest!.signals) as { code: string }[]).map(({ code }) => code) };
    }
  throw new Error(`no contribution with ${words}`);
}

const SPAM =
  'Cheap [url=http://pills.example]pills[/url] and <a href="http://pills.example/2">more</a> http://pills.example/3';

test('likely spam lies in its lane with its signals, the rest in the main one', async () => {
  await take(spip([{ body: 'A remark on the third chapter, which I read twice.' }, { body: `${SPAM} first` }], 1));
  const good = await standingOf('third chapter');
  assert.deepEqual([good.state, good.lane, good.signals], ['waiting', 'main', []]);
  const spam = await standingOf('3 first');
  assert.deepEqual([spam.state, spam.lane], ['waiting', 'spam']);
  assert.ok(spam.score > 0.8 && spam.score > good.score);
  assert.ok(spam.signals.includes('links'), String(spam.signals));
});

test('near duplicates of one batch are one group, and count as such', async () => {
  const flood = Array.from({ length: 6 }, (_, at) => ({
    body: `Please all of you come and see my wonderful new page number ${at}`,
  }));
  await take(spip(flood, 10));
  const [first, last] = [await standingOf('page number 0'), await standingOf('page number 5')];
  assert.equal(first.groupKey, last.groupKey);
  assert.ok(last.signals.length > 0 && last.score > first.score, `${first.score} ${last.score}`);
});

test('what was decided there is not looked at, and nothing is learnt of it', async () => {
  const learnt = async () => {
    const { spam, good } = await currentModel(t.context);
    return [spam, good];
  };
  const before = await learnt();
  await take(
    spip(
      [
        { body: `${SPAM} shown`, state: 'publie' },
        { body: `${SPAM} held`, state: 'spam' },
      ],
      20,
    ),
  );
  for (const words of ['3 shown', '3 held']) {
    const { lane, score, signals, groupKey } = await standingOf(words);
    assert.deepEqual([lane, score, signals], [null, 0.5, []]);
    assert.notEqual(groupKey, null);
  }
  assert.deepEqual(await learnt(), before);
});

test('what was spam there and is to wait here lies among the likely spam, whatever it says', async () => {
  await take(spip([{ body: 'Nothing in these words speaks against them.', state: 'spam' }], 30), {
    wanted: { spam: 'waiting' },
  });
  const { state, lane } = await standingOf('speaks against them');
  assert.deepEqual([state, lane], ['waiting', 'spam']);
});

test('it expires thirty days after it came here, not after it was written', async () => {
  assert.equal(await retainContributions(t.context), 0);
  assert.equal((await standingOf('3 first')).receivedAt, '2010-01-01T00:00:02Z');
  t.clock.advance(31 * 24 * 60 * 60);
  assert.ok((await retainContributions(t.context)) > 0);
  await assert.rejects(() => standingOf('3 first'));
  assert.equal((await standingOf('third chapter')).lane, 'main');
});

test('an edit that waits behind what was validated is looked at; the words before it are not', async () => {
  const at = '2020-01-01T00:00:00Z';
  const line = {
    stetForum: 1,
    id: 'AAAAAAAAAAAAAAAAAAAAAA',
    text: 'on-salt',
    title: 'On Salt',
    parent: null,
    block: null,
    quote: null,
    state: 'validated',
    receivedAt: at,
    revisions: [
      { revision: 1, name: 'Ann', subject: null, body: 'Good words.', receivedAt: at },
      { revision: 2, name: 'Ann', subject: null, body: `Good words. ${SPAM}`, receivedAt: at },
    ],
    decisions: [{ revision: 1, decision: 'validate', ground: 'imported', reason: null, at }],
  };
  assert.deepEqual(await take(`${JSON.stringify(line)}\n`, { format: 'jsonl' }), ['stored']);
  const { state, lane, shownRevision, revision, score } = await standingOf('Good words');
  assert.deepEqual([state, lane, shownRevision, revision], ['validated', 'spam', 1, 2]);
  assert.ok(score > 0.8);
});

test('what an export holds twice is taken in once, and its answers stand in one thread', async () => {
  const at = '2012-06-28T14:09:49';
  const post = (id: number, thread: number, body: string, parent = '') =>
    `<post dsq:id="${id}"><message>${body}</message><createdAt>${at}Z</createdAt><author><name>Feng</name></author>${parent}<thread dsq:id="${thread}"/></post>`;
  const export_ = `<disqus xmlns:dsq="x">${post(1, 1, 'Said once')}${post(2, 2, 'Said once')}${post(3, 2, 'An answer to the second', '<parent dsq:id="2"/>')}</disqus>`;
  assert.deepEqual(await take(export_, { format: 'disqus' }), ['stored', 'known', 'stored']);
  const [said, answer] = [await standingOf('Said once'), await standingOf('An answer to the second')];
  assert.equal(answer.parentId, said.id);
  assert.deepEqual(await take(export_, { format: 'disqus' }), ['known', 'known', 'known']);
});
