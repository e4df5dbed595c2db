// Deciding on contributions: exactly the bytes that were read, once, undoable for a moment, and nothing else by it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { ContributionId } from '#domain/contribution.ts';
import { Refusal } from '#domain/refusal.ts';
import type { AccountId, TextId } from '#domain/text.ts';
import { readLeaf } from '#record/leaf.ts';
import { findContribution } from '#store/contributions.ts';
import { listDecisions } from '#store/decisions.ts';
import { findShown } from '#store/shown-contributions.ts';
import { createTestContext, TEST_PASSWORD, type TestContext } from '#test/support/context.ts';
import { editedContribution, publishedText, type Waiting, waitingContribution } from '#test/support/waiting.ts';
import { createAccount } from './account-create.ts';
import type { Context } from './context.ts';
import { type Decided, decideContributions } from './contribution-decide.ts';
import { eraseContribution } from './contribution-erase.ts';
import { leaseContribution } from './contribution-lease.ts';
import { undoDecisions } from './decision-undo.ts';
import { enactDecisions } from './decisions-enact.ts';
import { listQueue } from './reads/queue.ts';
import { readQueueItem } from './reads/queue-item.ts';
import { continueSelections, decideAll, readSelection } from './selection-decide.ts';

let t: TestContext;
let ada: Context;
let textId: TextId;
before(async () => {
  t = await createTestContext();
  ada = await t.as('administrator');
  textId = await publishedText(ada, 'The Lamp');
});
after(() => t.close());

const GRACE = 5;
const GRACE_OF_MANY = 60;
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const waiting = (typed: Partial<Parameters<typeof waitingContribution>[1]> = {}) =>
  waitingContribution(t.context, { textId, ...typed });
const stateOf = async ({ id }: { readonly id: ContributionId }) => {
  const found = (await findContribution(t.context.store.reader, { id }))!;
  return { state: found.state, lane: found.lane, shown: found.shownRevision };
};
const shownBody = async ({ id }: { readonly id: ContributionId }) =>
  (await findShown(t.context.store.reader, id))?.body ?? null;
const logOf = async ({ id }: { readonly id: ContributionId }) =>
  (await listDecisions(t.context.store.reader, id)).map(({ decision, revision }) => `${decision} ${revision}`);

type What = Partial<Parameters<typeof decideContributions>[1]>;
async function decide(items: readonly Waiting[], what: What = {}, context = ada): Promise<Decided> {
  const deciding = { decision: 'validate', ground: '', reason: null, reply: null, ...what } as const;
  const decided = await decideContributions(context, { ...deciding, items });
  assert.ok(decided.ok, JSON.stringify(decided));
  return decided.value;
}
async function inForce(seconds = GRACE): Promise<number> {
  t.clock.advance(seconds);
  return enactDecisions(t.context);
}
async function decidedNow(item: Waiting, what: What = {}) {
  await decide([item], what);
  assert.equal(await inForce(), 1);
}

test('a decision is pending for its grace, then in force: state, log, leaf and what is shown', async () => {
  const item = await waiting({ body: 'A lamp was lit.' });
  t.clock.advance(90);
  const { inForceAt, decided } = await decide([item]);
  assert.equal(decided, 1);
  assert.equal(inForceAt, new Date(t.clock.now().getTime() + GRACE * 1000).toISOString().replace('.000', ''));
  assert.deepEqual(await stateOf(item), { state: 'waiting', lane: null, shown: null });
  assert.equal(await inForce(GRACE - 1), 0);
  assert.equal(await shownBody(item), null);
  assert.equal(await inForce(1), 1);
  assert.deepEqual(await stateOf(item), { state: 'validated', lane: null, shown: 1 });
  assert.equal(await shownBody(item), 'A lamp was lit.');
  const [entry, ...more] = await listDecisions(t.context.store.reader, item.id);
  assert.deepEqual(more, []);
  assert.equal(entry?.waitedSeconds, 90);
  assert.equal(ada.actor.kind === 'account' && entry?.decidedBy, ada.actor.kind === 'account' && ada.actor.id);
  const leaf = await lastLeaf();
  assert.ok(leaf?.kind === 'contribution.decide');
  assert.match(leaf.at, /:00Z$/);
  const { leaf: received } = (await findContribution(t.context.store.reader, { id: item.id }))!;
  assert.deepEqual([leaf.decision, leaf.ground, leaf.contribution], ['validate', 'read', received]);
});

async function lastLeaf() {
  const { rows } = await sql<{ bytes: Uint8Array }>`select bytes from leaf order by "index" desc limit 1`.execute(
    t.context.store.reader,
  );
  return readLeaf(rows[0]!.bytes);
}

test('each decision has its own grace', async () => {
  const [first, second] = [await waiting(), await waiting()];
  await decide([first]);
  t.clock.advance(3);
  await decide([second]);
  assert.equal(await inForce(2), 1);
  assert.deepEqual([(await stateOf(first)).state, (await stateOf(second)).state], ['validated', 'waiting']);
  assert.equal(await inForce(3), 1);
});

test('undone within the grace nothing has happened: it waits where it waited', async () => {
  const item = await waiting({ lane: 'spam' });
  const { batch } = await decide([item], { decision: 'refuse', ground: 'insult' });
  assert.deepEqual(await undoDecisions(ada, { batch }), { undone: 1 });
  assert.deepEqual(await stateOf(item), { state: 'waiting', lane: 'spam', shown: null });
  assert.equal(await inForce(), 0);
  assert.deepEqual(await logOf(item), []);
  assert.deepEqual(await undoDecisions(ada, { batch }), { undone: 0 });
});

test('a decision names the bytes that were read: others are refused as stale, and nothing is decided', async () => {
  const item = await waiting();
  const edited = await editedContribution(t.context, { id: item.id, body: 'I was not there.' });
  await assert.rejects(decide([item]), refusal('stale'));
  assert.deepEqual(await stateOf(item), { state: 'waiting', lane: 'main', shown: null });
  const now = await readQueueItem(ada, { id: item.id });
  assert.deepEqual([now?.hash, now?.words.body], [edited.hash, 'I was not there.']);
  await decidedNow(edited);
  assert.equal(await shownBody(item), 'I was not there.');
});

test('of many some may be stale: they are named with what they are now, the others are decided', async () => {
  const [one, two, three] = [await waiting(), await waiting(), await waiting()];
  const edited = await editedContribution(t.context, { id: two.id, body: 'Changed.' });
  await decide([three], { decision: 'spam' });
  const { decided, stale, batch } = await decide([one, two, three, one]);
  assert.equal(decided, 1);
  assert.deepEqual(stale, [
    { id: two.id, hash: edited.hash },
    { id: three.id, hash: null },
  ]);
  assert.deepEqual(await undoDecisions(ada, { batch }), { undone: 1 });
  await inForce();
  assert.deepEqual(await logOf(three), ['spam 1']);
});

test('two who decide at once from two processes: exactly one decides', async () => {
  const there = await createTestContext({ dataFolder: t.dataFolder });
  const bea: Context = { ...there.context, actor: ada.actor };
  for (let round = 0; round < 5; round++) {
    const item = await waiting();
    const both = [decide([item]), decide([item], { decision: 'refuse', ground: 'insult' }, bea)];
    const settled = await Promise.allSettled(both);
    assert.deepEqual(settled.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.ok(settled.every((one) => one.status === 'fulfilled' || refusal('stale')(one.reason)));
    t.clock.advance(GRACE);
    there.clock.advance((t.clock.now().getTime() - there.clock.now().getTime()) / 1000);
    const enacted = await Promise.all([enactDecisions(t.context), enactDecisions(there.context)]);
    assert.equal(enacted[0] + enacted[1], 1);
    assert.equal((await logOf(item)).length, 1);
  }
  await there.close();
});

test('an edit while a decision is pending drops the decision and waits; then nothing is decided', async () => {
  const item = await waiting();
  await decide([item]);
  await editedContribution(t.context, { id: item.id, body: 'Now something else.' });
  assert.equal(await inForce(), 0);
  assert.deepEqual(await stateOf(item), { state: 'waiting', lane: 'main', shown: null });
  assert.deepEqual(await logOf(item), []);
});

test('a decision on other bytes than those that are there comes to nothing, and what it was about waits again', async () => {
  const item = await waiting({ lane: 'spam' });
  await decide([item]);
  const change = sql`update pending_decision set hash = 'of other bytes' where contribution_id = ${item.id}`;
  await t.context.store.write((db) => change.execute(db));
  assert.equal(await inForce(), 0);
  assert.deepEqual(await stateOf(item), { state: 'waiting', lane: 'spam', shown: null });
  assert.deepEqual(await logOf(item), []);
});

test('a decision that cannot come into force holds up no other: what it was about waits again', async () => {
  const items = [await waiting(), await waiting({ lane: 'spam' }), await waiting()];
  const [one, broken, two] = items as [Waiting, Waiting, Waiting];
  await decide(items);
  const breaking = sql`update contribution_key set key = x'00' where contribution_id = ${broken.id}`;
  await t.context.store.write((db) => breaking.execute(db));
  await assert.doesNotReject(async () => assert.equal(await inForce(GRACE_OF_MANY), 2));
  assert.deepEqual([(await stateOf(one)).state, (await stateOf(two)).state], ['validated', 'validated']);
  assert.deepEqual(await stateOf(broken), { state: 'waiting', lane: 'spam', shown: null });
  assert.deepEqual(await logOf(broken), []);
});

test('an edit after validation waits while the validated words stay; refusing it leaves them', async () => {
  const item = await waiting({ body: 'First.' });
  await decidedNow(item);
  const edit = await editedContribution(t.context, { id: item.id, body: 'Second.' });
  assert.deepEqual(await stateOf(item), { state: 'validated', lane: 'main', shown: 1 });
  assert.equal((await readQueueItem(ada, { id: item.id }))?.shownWords?.body, 'First.');
  await decidedNow(edit, { decision: 'refuse', ground: 'insult' });
  assert.deepEqual(await stateOf(item), { state: 'validated', lane: null, shown: 1 });
  assert.equal(await shownBody(item), 'First.');
  const again = await editedContribution(t.context, { id: item.id, body: 'Third.' });
  await decidedNow(again);
  assert.equal(await shownBody(item), 'Third.');
  assert.deepEqual(await logOf(item), ['validate 1', 'refuse 2', 'validate 3']);
});

test('validating one validates nothing else: not its answers, not its sender’s others, not its group', async () => {
  const alike = { sender: 'mark-one', group: 'same-words' };
  const item = await waiting(alike);
  const others = [
    await waiting({ ...alike, parentId: item.id }),
    await waiting(alike),
    await waiting({ group: 'same-words' }),
  ];
  await decidedNow(item);
  for (const other of others) {
    assert.deepEqual(await stateOf(other), { state: 'waiting', lane: 'main', shown: null });
    assert.equal(await shownBody(other), null);
  }
  await assert.rejects(
    decideAll(ada, {
      decision: 'validate' as 'refuse',
      ground: '',
      reason: null,
      filter: { lane: 'main', order: 'oldest', sender: 'mark-one' },
      upTo: 1e9,
    }),
    refusal('bad-request'),
  );
});

test('of very many a part is taken at a time: none comes into force before the last, undone at any moment, gone on with', async () => {
  const sender = 'mark-many';
  const many = await Promise.all(Array.from({ length: 450 }, () => waiting({ sender })));
  const filter = { lane: 'main', order: 'oldest', sender } as const;
  const { upTo } = await listQueue(ada, { filter, limit: 1 });
  const deciding = { decision: 'refuse', ground: 'advertising', reason: null, filter, upTo } as const;
  // Each look at the clock is a second later: a turn ends after few parts.
  const now = () => {
    t.clock.advance(1);
    return ada.clock.now();
  };
  const later = { ...ada.clock, now };
  const begun = await decideAll({ ...ada, clock: later }, deciding);
  assert.ok(begun.ok && begun.value.isUnderWay && begun.value.inForceAt === null);
  const { batch, decided } = begun.value;
  assert.ok(decided > 0 && decided < many.length, `${decided} taken in the first turn`);
  assert.equal(await inForce(3600), 0, 'nothing is in force before all of it is taken');
  const { undone } = await undoDecisions({ ...ada, clock: later }, { batch });
  assert.equal(undone, decided);
  assert.equal(await readSelection(ada, { batch }), null);
  await continueSelections(t.context);
  assert.deepEqual(new Set((await Promise.all(many.map(stateOf))).map(({ lane }) => lane)), new Set(['main']));

  const again = await decideAll({ ...ada, clock: later }, deciding);
  assert.ok(again.ok && again.value.isUnderWay);
  const last = many.at(-1)!;
  t.clock.advance(1);
  await editedContribution(t.context, { id: last.id, body: 'Not what it was.' });
  await Promise.all([continueSelections(t.context), continueSelections(t.context)]);
  const whole = (await readSelection(ada, again.value))!;
  assert.deepEqual([whole.decided, whole.isUnderWay, whole.percent], [449, false, 100]);
  assert.ok((await readQueueItem(ada, { id: many[0]!.id }))?.isPending);
  assert.equal(await inForce(GRACE), 0);
  assert.equal(await inForce(GRACE_OF_MANY), 449);
  assert.equal(await readSelection(ada, again.value), null);
  assert.deepEqual(await stateOf(last), { state: 'waiting', lane: 'main', shown: null });
  assert.deepEqual(await logOf(many[0]!), ['refuse 1']);
});

test('everything of one sender is refused as one act, what came after the look is not, and undone as one', async () => {
  const sender = 'mark-flood';
  const flood = [await waiting({ sender }), await waiting({ sender }), await waiting({ sender, lane: 'spam' })];
  const bystander = await waiting();
  const { upTo } = await listQueue(ada, { filter: { lane: 'main', order: 'oldest', sender }, limit: 5 });
  const late = await waiting({ sender });
  const filter = { lane: 'main', order: 'oldest', sender } as const;
  const decided = await decideAll(ada, { decision: 'refuse', ground: 'advertising', reason: null, filter, upTo });
  assert.ok(decided.ok);
  assert.equal(decided.value.decided, 2);
  assert.equal(await inForce(GRACE), 0, 'many have a longer grace');
  assert.deepEqual(await undoDecisions(ada, { batch: decided.value.batch }), { undone: 2 });
  const again = await decideAll(ada, { decision: 'spam', ground: '', reason: null, filter, upTo });
  assert.ok(again.ok);
  assert.equal(await inForce(GRACE_OF_MANY), 2);
  const states = await Promise.all([...flood, bystander, late].map(stateOf));
  assert.deepEqual(
    states.map(({ state, lane }) => `${state} ${lane}`),
    ['spam null', 'spam null', 'waiting spam', 'waiting main', 'waiting main'],
  );
});

test('what was refused or taken for spam can be rescued, once, from the state it was seen in', async () => {
  const item = await waiting();
  await decidedNow(item, { decision: 'spam' });
  await assert.rejects(decide([item]), refusal('stale'));
  await assert.rejects(decide([item], { from: 'refused' }), refusal('stale'));
  await decide([item], { from: 'spam' });
  await assert.rejects(decide([item], { from: 'spam' }), refusal('stale'));
  assert.equal(await inForce(), 1);
  assert.equal(await shownBody(item), 'I was there.');
  await decidedNow(item, { decision: 'refuse', ground: 'unlawful', from: 'validated' });
  assert.equal(await shownBody(item), null);
  assert.deepEqual(await stateOf(item), { state: 'withdrawn', lane: null, shown: null });
  assert.deepEqual(await logOf(item), ['spam 1', 'validate 1', 'withdraw 1']);
  await assert.rejects(decide([item], { from: 'withdrawn' }), refusal('stale'));
});

test('a refusal needs a ground of the list; its reason is kept as it was told', async () => {
  const item = await waiting();
  const deciding = { items: [item], decision: 'refuse', ground: 'whim', reason: null, reply: null } as const;
  const wrong = await decideContributions(ada, deciding);
  assert.ok(!wrong.ok && wrong.mistakes[0]?.field === 'ground');
  await decidedNow(item, { decision: 'refuse', ground: 'off-topic' });
  const [entry] = await listDecisions(t.context.store.reader, item.id);
  assert.equal(entry?.reason, 'It is not about this text.');
});

test('only an administrator decides, and the server asks', async () => {
  const item = await waiting();
  const edda = await t.as('editor');
  await assert.rejects(decide([item], {}, edda), refusal('not-allowed'));
  await assert.rejects(decide([item], {}, t.asVisitor()), refusal('sign-in-required'));
  await assert.rejects(enactDecisions(edda), refusal('not-allowed'));
  assert.deepEqual(await stateOf(item), { state: 'waiting', lane: 'main', shown: null });
});

test('every change of state has one entry in the log, and the database refuses one without', async () => {
  const item = await waiting();
  const change = sql`update contribution set state = 'validated' where id = ${item.id}`;
  await assert.rejects(
    t.context.store.write((db) => change.execute(db)),
    /no state changes without an entry/,
  );
  await decidedNow(item);
  const remove = sql`delete from decision where contribution_id = ${item.id}`;
  await assert.rejects(
    t.context.store.write((db) => remove.execute(db)),
    /never changed/,
  );
  const { rows } = await sql<{ odd: number }>`select count(*) as odd from contribution c where state <> 'waiting'
    and not exists (select 1 from decision where contribution_id = c.id)`.execute(t.context.store.reader);
  assert.equal(rows[0]?.odd, 0);
});

test('nothing is received and nothing decided without its leaf: the database asks for it', async () => {
  const item = await waiting();
  const other = await waiting();
  const refused = (change: ReturnType<typeof sql>, message: RegExp) =>
    assert.rejects(
      t.context.store.write((db) => change.execute(db)),
      message,
    );
  const revision = (leaf: number) => sql`insert into contribution_revision
    select contribution_id, 2, name, subject, body, hash, ${leaf}, signals, received_at
    from contribution_revision where contribution_id = ${item.id}`;
  const decision = (leaf: number) => sql`insert into decision
    (contribution_id, revision, decision, ground, batch, leaf, log, at)
    values (${item.id}, 1, 'validate', 'read', 'x', ${leaf}, 1, '2026-11-22T18:00:00Z')`;
  const { leaf: received } = (await findContribution(t.context.store.reader, { id: other.id }))!;
  await refused(revision(1e6), /nothing is received without its leaf/);
  await refused(revision(0), /nothing is received without its leaf/);
  await refused(decision(1e6), /nothing is decided without its leaf/);
  await refused(decision(received), /nothing is decided without its leaf/);
});

test('the log of decisions outlives the account of whoever decided, and the words of what was decided', async () => {
  const created = await createAccount(t.context, { name: 'Bea', password: TEST_PASSWORD, role: 'administrator' });
  assert.ok(created.ok);
  const id = created.value.accountId as AccountId;
  const item = await waiting();
  await decide([item], {}, { ...ada, actor: { kind: 'account', id, name: 'Bea', role: 'administrator' } });
  await inForce();
  await eraseContribution(ada, { contributionId: item.id, ground: 'request' });
  const remove = sql`delete from account where id = ${id}`;
  await t.context.store.write((db) => remove.execute(db));
  const log = await listDecisions(t.context.store.reader, item.id);
  assert.deepEqual(
    log.map(({ decision, decidedBy }) => [decision, decidedBy === null ? null : decidedBy === id]),
    [
      ['validate', true],
      ['erase', false],
    ],
  );
});

test('opening one leases it for a minute; another is told whose it is', async () => {
  const item = await waiting();
  assert.deepEqual(await leaseContribution(ada, item), { leasedBy: null });
  assert.deepEqual(await leaseContribution(t.context, item), { leasedBy: 'Ada' });
  assert.equal((await readQueueItem(t.context, item))?.lease?.by, 'Ada');
  assert.equal((await readQueueItem(ada, item))?.lease, null);
  t.clock.advance(60);
  assert.deepEqual(await leaseContribution(t.context, item), { leasedBy: null });
});

test('without a grace a decision is in force at once', async () => {
  const hasty: Context = { ...ada, settings: { ...ada.settings, forumGraceSeconds: 0 } };
  const item = await waiting();
  await decide([item], {}, hasty);
  assert.equal((await stateOf(item)).state, 'validated');
});
