// What surrounds deciding: answers for the site, mail, learning, the register, modes, grounds, lists, remarks.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { ContributionId, ForumMode } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import { findForumMode } from '#store/forum-modes.ts';
import { findShown, listShownOfThread } from '#store/shown-contributions.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { publishedText, type Waiting, waitingContribution } from '#test/support/waiting.ts';
import type { Context } from './context.ts';
import { decideContributions } from './contribution-decide.ts';
import { enactDecisions } from './decisions-enact.ts';
import { addRemark } from './editor-remark-add.ts';
import { setForumMode, setSiteMode } from './forum-mode-set.ts';
import { changeGrounds } from './grounds-change.ts';
import { libraryGeneration } from './library-generation.ts';
import { listRemarks } from './reads/editor-remarks.ts';
import { readForumSettings } from './reads/forum-settings.ts';
import { listGrounds } from './reads/grounds.ts';
import { listQueue } from './reads/queue.ts';
import { readRegister } from './reads/register.ts';
import { readTriageWords } from './reads/triage-words.ts';
import { changeLists } from './triage-lists-change.ts';
import { currentModel } from './triage-model.ts';
import { resetTriage } from './triage-reset.ts';

let t: TestContext;
let ada: Context;
let textId: TextId;
before(async () => {
  t = await createTestContext();
  ada = await t.as('administrator');
  textId = await publishedText(ada, 'The Lamp');
});
after(() => t.close());

const waiting = (typed: Partial<Parameters<typeof waitingContribution>[1]> = {}) =>
  waitingContribution(t.context, { textId, ...typed });

type What = Partial<Parameters<typeof decideContributions>[1]>;
async function decideNow(items: readonly Waiting[], what: What = {}) {
  const deciding = { decision: 'validate', ground: '', reason: null, reply: null, ...what } as const;
  const decided = await decideContributions(ada, { ...deciding, items });
  assert.ok(decided.ok, JSON.stringify(decided));
  t.clock.advance(60);
  return enactDecisions(t.context);
}
async function mails() {
  const { rows } = await sql<{
    recipient: string;
    content: string;
  }>`select recipient, content from mail order by id`.execute(t.context.store.reader);
  return rows.map(({ recipient, content }) => ({ recipient, ...JSON.parse(content) }));
}
const forgetMails = () => t.context.store.write((db) => sql`delete from mail`.execute(db));

test('an answer for the site appears with what it answers, in the site’s name, with leaves of its own', async () => {
  const item = await waiting({ email: 'nadia@example.org' });
  const before = await leaves();
  await decideNow([item], { reply: 'It *did* burn.\n\n\n\n\nAll night. ' });
  const [first, answer, ...more] = await listShownOfThread(t.context.store.reader, {
    threadId: item.id,
    offset: 0,
    limit: 9,
  });
  assert.deepEqual(more, []);
  assert.equal(first?.id, item.id);
  assert.deepEqual(
    [answer?.name, answer?.byPress, answer?.parentId, answer?.body],
    ['The Test Press', true, item.id, 'It *did* burn.\n\n\nAll night.'],
  );
  assert.deepEqual((await leaves()).slice(before.length), [
    'contribution.decide',
    'contribution.receive',
    'contribution.decide',
  ]);
  assert.deepEqual(
    (await mails()).map(({ recipient, kind }) => [recipient, kind]),
    [
      ['nadia@example.org', 'validated'],
      ['nadia@example.org', 'reply'],
    ],
  );
  await forgetMails();
});

async function leaves() {
  const { rows } = await sql<{ kind: string }>`select kind from leaf order by "index"`.execute(t.context.store.reader);
  return rows.map(({ kind }) => kind);
}

test('an answer is for one that is validated, and not empty', async () => {
  const item = await waiting();
  const deciding = { items: [item], decision: 'validate', ground: '', reason: null, reply: ' \n ' } as const;
  const empty = await decideContributions(ada, deciding);
  assert.ok(!empty.ok && empty.mistakes[0]?.key === 'mistake.reply-missing');
  await assert.rejects(decideContributions(ada, { ...deciding, decision: 'refuse', ground: 'insult', reply: 'No.' }));
  await decideNow([item], { decision: 'spam' });
});

test('mail goes to confirmed addresses of those who want it, and not about spam', async () => {
  const email = 'sender@example.org';
  await decideNow([await waiting(), await waiting({ email })], { decision: 'spam' });
  const unwritten = [
    await waiting(),
    await waiting({ email, isConfirmed: false }),
    await waiting({ email, notify: false }),
  ];
  await decideNow(unwritten, { decision: 'refuse', ground: 'insult' });
  assert.deepEqual(await mails(), []);
  await decideNow([await waiting({ email })], { decision: 'refuse', ground: 'insult', reason: 'Please, calmly.' });
  assert.deepEqual(await mails(), [
    { recipient: email, kind: 'refused', title: 'The Lamp', reason: 'Please, calmly.' },
  ]);
  await forgetMails();
});

test('whoever is answered is told once the answer is validated, not before', async () => {
  const question = await waiting({ email: 'asks@example.org' });
  await decideNow([question]);
  await forgetMails();
  await decideNow([await waiting({ parentId: question.id })], { decision: 'refuse', ground: 'insult' });
  await decideNow([await waiting({ parentId: question.id })], { decision: 'spam' });
  const answer = await waiting({ parentId: question.id, name: 'Olga' });
  assert.deepEqual(await mails(), []);
  await decideNow([answer]);
  assert.deepEqual(await mails(), [
    { recipient: 'asks@example.org', kind: 'reply', title: 'The Lamp', path: `/the-lamp/forum/${answer.id}` },
  ]);
  await forgetMails();
});

test('pages are made again when something appears or goes, and only then', async () => {
  const generation = () => libraryGeneration(t.context);
  const turn = () => new Promise((done) => setImmediate(done));
  const item = await waiting();
  await turn();
  const before = generation();
  await decideNow([await waiting()], { decision: 'refuse', ground: 'insult' });
  await turn();
  assert.equal(generation(), before);
  await decideNow([item]);
  await turn();
  assert.ok(generation() > before);
});

test('triage learns from what is decided, shows what it goes by, and can forget it', async () => {
  await resetTriage(ada);
  const spam = Array.from({ length: 8 }, (_, at) => waiting({ name: 'Win', body: `Cheap pills ${at}, buy pills now` }));
  const good = Array.from({ length: 8 }, (_, at) =>
    waiting({ body: `The second paragraph, line ${at}, names the lamp` }),
  );
  await decideNow(await Promise.all(spam), { decision: 'spam' });
  await decideNow(await Promise.all(good));
  await decideNow([await waiting()], { decision: 'refuse', ground: 'insult' });
  const { learnt, forSpam, againstSpam } = await readTriageWords(ada);
  assert.deepEqual(learnt, { spam: 8, good: 8 });
  assert.ok(
    forSpam.some(({ word }) => word.includes('pills')),
    JSON.stringify(forSpam),
  );
  assert.ok(
    againstSpam.some(({ word }) => word.includes('lamp')),
    JSON.stringify(againstSpam),
  );
  await decideNow([await waiting({ body: 'Buy cheap pills' })], { decision: 'refuse', ground: 'advertising' });
  assert.equal((await currentModel(t.context)).spam, 9);
  await resetTriage(ada);
  assert.deepEqual((await readTriageWords(ada)).learnt, { spam: 0, good: 0 });
});

test('the register counts what was received and what became of it, and the middle of what people waited', async () => {
  const before = (await readRegister(t.asVisitor())).totals;
  t.clock.advance(40 * 24 * 3600);
  const month = t.clock.now().toISOString().slice(0, 7);
  const [one, two, three] = [await waiting(), await waiting(), await waiting()];
  t.clock.advance(100);
  await decideNow([one]);
  await decideNow([two], { decision: 'refuse', ground: 'insult' });
  await decideNow([three], { decision: 'spam' });
  const { months, totals } = await readRegister(t.asVisitor());
  assert.deepEqual(months.at(-1), {
    month,
    received: 3,
    validated: 1,
    refused: { insult: 1 },
    spam: 1,
    withdrawn: 0,
    erased: 0,
    medianWaitSeconds: 160,
  });
  assert.equal(totals.received, before.received + 3);
  assert.equal(totals.refused.insult, (before.refused.insult ?? 0) + 1);
});

test('the register reads indexes, not the log', async () => {
  const plan = async (query: ReturnType<typeof sql>) =>
    (await sql<{ detail: string }>`explain query plan ${query}`.execute(t.context.store.reader)).rows
      .map(({ detail }) => detail)
      .join('; ');
  const middle = sql`select waited_seconds from decision where waited_seconds is not null and
    substr(at, 1, 7) = ${'2026-11'} order by waited_seconds limit 1 offset 5`;
  assert.match(await plan(middle), /USING (COVERING )?INDEX decision_wait \(<expr>=\?/);
  const ofAll = sql`select waited_seconds from decision where waited_seconds is not null
    order by waited_seconds limit 1 offset 5`;
  assert.match(await plan(ofAll), /COVERING INDEX decision_wait_of_all/);
});

test('the site’s mode reaches texts to come, all but closed ones, or all', async () => {
  const texts = [
    await publishedText(ada, 'Follows'),
    await publishedText(ada, 'Closed'),
    await publishedText(ada, 'After'),
  ];
  const [follows, closed, own] = texts as [TextId, TextId, TextId];
  const reset = async () => {
    await setSiteMode(ada, { mode: 'before', scope: 'all' });
    await setForumMode(ada, { textId: closed, mode: 'closed' });
    await setForumMode(ada, { textId: own, mode: 'after' });
  };
  const modes = () => Promise.all([follows, closed, own].map((id) => findForumMode(t.context.store.reader, id)));
  const cases: readonly [Parameters<typeof setSiteMode>[1]['scope'], readonly ForumMode[]][] = [
    ['future', ['before', 'closed', 'after']],
    ['all-but-closed', ['subscription', 'closed', 'subscription']],
    ['all', ['subscription', 'subscription', 'subscription']],
  ];
  for (const [scope, expected] of cases) {
    await reset();
    await setSiteMode(ada, { mode: 'subscription', scope });
    assert.deepEqual(await modes(), expected, scope);
    const later = await publishedText(ada, `Later ${scope}`);
    assert.equal(await findForumMode(t.context.store.reader, later), 'subscription');
  }
  await setForumMode(ada, { textId: own, mode: 'closed' });
  await setForumMode(ada, { textId: own, mode: null });
  assert.deepEqual(await modes(), ['subscription', 'subscription', 'subscription']);
  const { mode, ownModes } = await readForumSettings(ada);
  assert.deepEqual([mode, ownModes.closed], ['subscription', 0]);
  await setSiteMode(ada, { mode: 'before', scope: 'all' });
});

test('grounds begin in the site’s language and are changed as a list; each has a code of its own', async () => {
  const french: Context = { ...ada, settings: { ...ada.settings, siteLanguage: 'fr' } };
  assert.equal((await listGrounds(french))[0]?.label, 'Hors sujet');
  const grounds = [
    { code: '', label: 'Déjà  vu', reason: 'We had that.' },
    { code: 'insult', label: 'Insult', reason: 'No.' },
    { code: '', label: '', reason: '' },
  ];
  assert.ok((await changeGrounds(ada, { grounds })).ok);
  assert.deepEqual(await listGrounds(ada), [
    { code: 'deja-vu', label: 'Déjà vu', reason: 'We had that.' },
    { code: 'insult', label: 'Insult', reason: 'No.' },
  ]);
  const wrong = [
    [{ code: 'Insült', label: 'x', reason: 'y' }, 'mistake.ground-code'],
    [{ code: 'mode', label: 'x', reason: 'y' }, 'mistake.ground-taken'],
    [{ code: 'x', label: 'x', reason: '' }, 'mistake.ground-words'],
  ] as const;
  for (const [ground, key] of wrong) {
    const changed = await changeGrounds(ada, { grounds: [ground] });
    assert.ok(!changed.ok && changed.mistakes[0]?.key === key, key);
  }
  assert.equal((await changeGrounds(ada, { grounds: [] })).ok, false);
  assert.equal((await listGrounds(ada)).length, 2);
});

test('lists are kept without doubles and blanks', async () => {
  assert.ok((await changeLists(ada, { blocked: [' pills ', 'pills', ''], allowed: ['@example.org'] })).ok);
  const { blocked, allowed } = await readForumSettings(ada);
  assert.deepEqual([blocked, allowed], [['pills'], ['@example.org']]);
  assert.equal((await changeLists(ada, { blocked: ['x'.repeat(201)], allowed: [] })).ok, false);
});

test('editors remark on a text among themselves; what they type stays text', async () => {
  const edda = await t.as('editor');
  assert.ok((await addRemark(edda, { textId, body: 'Is the date *right*?\r\n<script>' })).ok);
  assert.ok((await addRemark(ada, { textId, body: 'It is.' })).ok);
  const [first, second] = await listRemarks(edda, { textId });
  assert.deepEqual([first?.name, second?.name], ['Edda', 'Ada']);
  assert.match(first?.html ?? '', /<em>right<\/em>\?<br>\n&lt;script&gt;/);
  assert.equal((await addRemark(edda, { textId, body: '  ' })).ok, false);
});

test('the queue is filtered by text, sender, group, score and words, and paged in each order', async () => {
  const other = await publishedText(ada, 'Another Lamp');
  const made: Waiting[] = [];
  for (let at = 0; at < 7; at++)
    made.push(
      await waiting({
        textId: other,
        body: at % 2 === 0 ? `A heron stood there ${at}` : `Nothing ${at}`,
        sender: at < 3 ? 'mark-h' : 'mark-k',
        group: at < 2 ? 'pair' : `own-${at}`,
        score: at / 10,
        lane: 'main',
      }),
    );
  const ids = async (more: object, limit = 3) => {
    const found: ContributionId[] = [];
    const filter = { lane: 'main', order: 'oldest', textId: other, ...more } as const;
    for (let after: string | undefined; ; ) {
      const page = await listQueue(ada, { filter, limit, ...(after && { after }) });
      found.push(...page.items.map(({ id }) => id));
      if (page.next === null) return found.map((id) => made.findIndex((one) => one.id === id));
      after = page.next;
    }
  };
  assert.deepEqual(await ids({}), [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(await ids({ order: 'newest' }), [6, 5, 4, 3, 2, 1, 0]);
  assert.deepEqual(await ids({ order: 'score' }, 2), [6, 5, 4, 3, 2, 1, 0]);
  assert.deepEqual(await ids({ sender: 'mark-h' }), [0, 1, 2]);
  assert.deepEqual(await ids({ group: 'pair' }), [0, 1]);
  assert.deepEqual(await ids({ leastScore: 0.45 }), [6, 5]);
  assert.deepEqual(await ids({ query: 'heron' }, 2), [0, 2, 4, 6]);
  assert.deepEqual(await ids({ query: 'heron', order: 'newest' }, 2), [6, 4, 2, 0]);
  assert.deepEqual(await ids({ query: '***' }), []);
  const { items, counts } = await listQueue(ada, {
    filter: { lane: 'main', order: 'oldest', group: 'pair' },
    limit: 9,
  });
  assert.deepEqual([items[0]?.sender.waiting, items[0]?.group?.count], [3, 2]);
  assert.ok(counts.main >= 7);
  await decideNow([made[5]!, made[6]!], { decision: 'spam' });
  assert.deepEqual(await ids({ state: 'spam', order: 'newest' }, 1), [6, 5]);
  assert.equal((await findShown(t.context.store.reader, made[5]!.id)) ?? null, null);
});
