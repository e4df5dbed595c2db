// The receiving side of the forum, by its invariants (the numbers are those of the forum's list).
import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { writeTextMode } from '#store/forum-modes.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { decideOn, receiptOf, shownTo } from '#test/support/forum.ts';
import { publishSource, reviseText } from '#test/support/library.ts';
import { sendTo } from '#test/support/sender.ts';
import { decideContributions } from './contribution-decide.ts';
import { editContribution } from './contribution-edit.ts';
import { eraseContribution } from './contribution-erase.ts';
import { previewContribution } from './contribution-preview.ts';
import { sendContribution } from './contribution-send.ts';
import { withdrawContribution } from './contribution-withdraw.ts';
import { enactDecisions } from './decisions-enact.ts';
import { findShownContribution, listShown, readForum, readPassageForum, readShelf, readThread } from './reads/forum.ts';
import { readRevisionFiles } from './reads/published.ts';
import { exportReceipt, readReceipt } from './reads/receipt.ts';
import { restoreText } from './text-restore.ts';
import { withdrawText } from './text-withdraw.ts';
import { changeLists } from './triage-lists-change.ts';

let press: TestContext;
let textId: TextId;
let otherId: TextId;
const SOURCE = '---\ntitle: Two Lamps\n---\n\nThe lamp burned the night through.\n\nThe lamp went out.\n';
before(async () => {
  press = await createTestContext({ settings: { forumSenderLimit: 10_000 } });
  textId = await publishSource(press.context, { source: SOURCE, slug: 'two-lamps' });
  otherId = await publishSource(press.context, { source: SOURCE.replace('Two', 'Three'), slug: 'three-lamps' });
});
after(() => press?.close());

const slug = 'two-lamps';
const ADDRESS = '192.0.2.7';
let made = 0;
/** A word that occurs nowhere else. */
const marker = () => `zq${(made++).toString(36)}xv`;
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

/** All that public reads answer about both texts, as one string. */
async function everythingPublic(ids: readonly string[] = []): Promise<string> {
  const visitor = press.asVisitor();
  const answers: unknown[] = [await listShown(visitor, { limit: 1000 })];
  for (const id of [textId, otherId]) {
    const { blocks } = (await readRevisionFiles(visitor, { slug: id === textId ? slug : 'three-lamps' }))!;
    const first = await readForum(visitor, { textId: id, page: 1 });
    answers.push(first, await listShown(visitor, { textId: id, limit: 1000 }));
    for (let page = 2; page <= first.pages; page++) answers.push(await readForum(visitor, { textId: id, page }));
    for (const block of blocks)
      answers.push(await readPassageForum(visitor, { textId: id, blockId: block.id, page: 1 }));
    for (const one of ids) answers.push(await readThread(visitor, { textId: id, id: one }));
  }
  for (const id of ids) answers.push(await findShownContribution(visitor, { id }));
  return JSON.stringify(answers);
}

test('1: nothing of a contribution is public before it is validated, nor after it was refused, withdrawn, erased, or its text withdrawn', async () => {
  const [body, name, subject, other] = [marker(), marker(), marker(), marker()];
  const mail = `${marker()}@example.org`;
  const receipt = await sendTo(press, { slug, name, subject, body, email: mail });
  const { id } = await receiptOf(press, receipt);
  const seen = async (...markers: string[]) => {
    const all = await everythingPublic([id]);
    return markers.filter((one) => all.includes(one));
  };
  assert.deepEqual(await seen(body, name, subject, mail, id), [], 'waiting');
  await decideOn(press, receipt, 'validate');
  assert.deepEqual(await seen(body, name, subject, mail), [body, name, subject], 'validated');
  await change(receipt, other);
  assert.deepEqual(await seen(body, other), [body], 'edited, not validated');
  await decideOn(press, receipt, 'refuse');
  assert.deepEqual(await seen(body, other), [body], 'the edit was refused');
  await withdrawText(press.context, { textId, ground: 'rights', reason: 'A test.' });
  const listed = JSON.stringify(await listShown(press.asVisitor(), { limit: 100 }));
  assert.ok(!listed.includes(body), 'text withdrawn');
  await assert.rejects(readForum(press.asVisitor(), { textId, page: 1 }), refusal('not-found'));
  assert.equal(await findShownContribution(press.asVisitor(), { id }), null);
  await restoreText(press.context, { textId });
  await withdrawContribution(press.asVisitor(), { receipt });
  assert.deepEqual(await seen(body, other, name, id), [], 'withdrawn');
  await eraseContribution(press.asVisitor(), { receipt });
  assert.deepEqual(await seen(body, other, name, id), [], 'erased');
  const [spam, refused] = [marker(), marker()];
  await decideOn(press, await sendTo(press, { slug, body: spam }), 'spam');
  await decideOn(press, await sendTo(press, { slug, body: refused }), 'refuse');
  assert.deepEqual(await seen(spam, refused), [], 'spam and refused');
});

test('1: the database itself shows nothing that was not validated, whatever a program asks of it', async () => {
  const receipt = await sendTo(press, { slug, body: marker() });
  const { id } = await receiptOf(press, receipt);
  const insert = press.context.store.write(async (transaction) => {
    const row = await transaction.selectFrom('contribution').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const words = await transaction
      .selectFrom('contribution_revision')
      .select(['name', 'subject', 'body', 'revision', 'received_at'])
      .where('contribution_id', '=', id)
      .executeTakeFirstOrThrow();
    const place = { row: row.row, id, text_id: row.text_id, thread_id: id, number: 1, validated_at: row.received_at };
    await transaction
      .insertInto('shown_contribution')
      .values({ ...place, ...words })
      .execute();
  });
  await assert.rejects(insert, /nothing appears that was not validated/);
  // Of what is shown: an edit that waits, the same refused, other words, and all of it once it was withdrawn.
  const shown = await shownTo(press, { slug, body: marker() });
  const set = (of: object) =>
    press.context.store.write((transaction) =>
      transaction.updateTable('shown_contribution').set(of).where('id', '=', shown.id).execute(),
    );
  const edit = marker();
  await change(shown.receipt, edit);
  await assert.rejects(set({ revision: 2, body: edit }), /nothing appears/, 'an edit that waits');
  await decideOn(press, shown.receipt, 'refuse');
  await assert.rejects(set({ revision: 2, body: edit }), /nothing appears/, 'an edit that was refused');
  await assert.rejects(set({ body: marker() }), /nothing appears/, 'other words');
  const row = await press.context.store.reader
    .selectFrom('shown_contribution')
    .selectAll()
    .where('id', '=', shown.id)
    .executeTakeFirstOrThrow();
  await withdrawContribution(press.asVisitor(), shown);
  const again = press.context.store.write((transaction) =>
    transaction.insertInto('shown_contribution').values(row).execute(),
  );
  await assert.rejects(again, /nothing appears/, 'withdrawn');
});

test('2: a receipt opens its own contribution and no other', async () => {
  const [mine, theirs] = [await sendTo(press, { slug, body: marker() }), await sendTo(press, { slug, body: marker() })];
  const visitor = press.asVisitor();
  const [own, other] = [await receiptOf(press, mine), await receiptOf(press, theirs)];
  assert.notEqual(own.id, other.id);
  assert.ok(!JSON.stringify([own, await exportReceipt(visitor, { receipt: mine })]).includes(other.words.body));
  for (const receipt of [other.id, other.hash, '', 'x', `${mine}x`, mine.slice(1)]) {
    assert.equal(await readReceipt(visitor, { receipt }), null);
    assert.equal(await exportReceipt(visitor, { receipt }), null);
    await assert.rejects(eraseContribution(visitor, { receipt }), refusal('not-found'));
    await assert.rejects(withdrawContribution(visitor, { receipt }), refusal('not-found'));
  }
  await assert.rejects(
    eraseContribution(visitor, { contributionId: other.id, ground: 'law' }),
    refusal('sign-in-required'),
  );
  await assert.rejects(withdrawContribution(visitor, { contributionId: other.id }), refusal('sign-in-required'));
});

test('3: a contribution begins waiting whatever is sent with it', async () => {
  const extra = { state: 'validated', lane: null, shownRevision: 1, mode: 'after', byPress: true, score: 0 };
  const receipt = await sendTo(press, { slug, body: marker(), ...(extra as object) });
  const read = await receiptOf(press, receipt);
  assert.equal(read.state, 'waiting');
  assert.equal(read.permalink, null);
  const begun = press.context.store.write((transaction) =>
    transaction.updateTable('contribution').set({ state: 'validated' }).where('id', '=', read.id).execute(),
  );
  await assert.rejects(begun, /no state changes without an entry/);
  const { row: _, ...like } = await press.context.store.reader
    .selectFrom('contribution')
    .selectAll()
    .where('id', '=', read.id)
    .executeTakeFirstOrThrow();
  const another = { ...like, id: 'Z'.repeat(22), receipt_hash: null, ticket: null };
  for (const begins of [{ state: 'validated' }, { shown_revision: 1 }]) {
    const inserted = press.context.store.write((transaction) =>
      transaction
        .insertInto('contribution')
        .values({ ...another, ...begins })
        .execute(),
    );
    await assert.rejects(inserted, /every one begins waiting/);
  }
});

test('5: an edit waits while the validated bytes stay, and all checks read the new text; what was read is what is changed', async () => {
  const [first, second, third] = [marker(), marker(), marker()];
  const { receipt, id } = await shownTo(press, { slug, body: first });
  const before = await receiptOf(press, receipt);
  await change(receipt, second);
  const edited = await receiptOf(press, receipt);
  assert.equal(edited.state, 'validated');
  assert.deepEqual([edited.words.body, edited.shownWords?.body], [second, first]);
  assert.equal((await findShownContribution(press.asVisitor(), { id }))?.text, first);
  const stale = { receipt, typed: { name: 'N', subject: '', body: third }, hash: before.hash, address: ADDRESS };
  await assert.rejects(editContribution(press.asVisitor(), stale), refusal('stale'));
  const empty = await editContribution(press.asVisitor(), { ...stale, typed: { name: '', subject: '', body: ' ' } });
  assert.deepEqual(!empty.ok && empty.mistakes.map(({ field }) => field), ['name', 'body']);
  await decideOn(press, receipt, 'validate');
  assert.equal((await findShownContribution(press.asVisitor(), { id }))?.text, second);
});

test('5: an edit drops a decision that was taken on the words before and is not in force', async () => {
  const [first, second] = [marker(), marker()];
  const receipt = await sendTo(press, { slug, body: first });
  const { id } = await receiptOf(press, receipt);
  const administrator = await press.as('administrator');
  const items = [{ id, hash: (await receiptOf(press, receipt)).hash }];
  await decideContributions(administrator, { items, decision: 'validate', ground: '', reason: null, reply: null });
  await change(receipt, second);
  assert.deepEqual(await press.context.store.reader.selectFrom('pending_decision').select('hash').execute(), []);
  press.clock.advance(60);
  await enactDecisions(press.context);
  assert.equal((await receiptOf(press, receipt)).state, 'waiting');
  assert.equal(await findShownContribution(press.asVisitor(), { id }), null);
});

test('5: triage reads the words of an edit, as it read the first', async () => {
  const listed = `zqpills${marker()}`;
  assert.ok((await changeLists(await press.as('administrator'), { blocked: [listed], allowed: [] })).ok);
  const laneOf = async (receipt: string) => {
    const { id } = await receiptOf(press, receipt);
    const kept = press.context.store.reader.selectFrom('contribution').select('lane').where('id', '=', id);
    return (await kept.executeTakeFirstOrThrow()).lane;
  };
  const receipt = await sendTo(press, { slug, body: 'The lamp was lit by the keeper’s daughter that winter.' });
  assert.equal(await laneOf(receipt), 'main');
  const sent = await sendTo(press, { slug, body: `Buy ${listed} at https://example.org/a https://example.org/b` });
  assert.equal(await laneOf(sent), 'spam', 'control: they would not have passed as they are now');
  await change(receipt, `Buy ${listed} at https://example.org/c https://example.org/d`);
  assert.equal(await laneOf(receipt), 'spam');
  assert.ok((await changeLists(await press.as('administrator'), { blocked: [], allowed: [] })).ok);
});

test('7: ids are random, and an erased one is not given again', async () => {
  const ids = new Set<string>();
  for (let at = 0; at < 5; at++) {
    const receipt = await sendTo(press, { slug, body: marker() });
    ids.add((await receiptOf(press, receipt)).id);
    await eraseContribution(press.asVisitor(), { receipt });
  }
  assert.equal(ids.size, 5);
  for (const id of ids) assert.match(id, /^[\w-]{22}$/);
  assert.equal(new Set([...ids].map((id) => id.slice(0, 4))).size, 5, 'nothing of the time or a count in them');
  const kept = await press.context.store.reader
    .selectFrom('contribution')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  assert.equal(kept.length, 5, 'what was erased keeps its id taken');
});

test('10: waiting, refused, erased and unknown are alike to whoever asks; what waits moves no public number', async () => {
  const visitor = press.asVisitor();
  const waiting = await receiptOf(press, await sendTo(press, { slug, body: marker() }));
  const refusedBy = await sendTo(press, { slug, body: marker() });
  await decideOn(press, refusedBy, 'refuse');
  const refused = await receiptOf(press, refusedBy);
  const spamBy = await sendTo(press, { slug, body: marker() });
  await decideOn(press, spamBy, 'spam');
  const erasedBy = await sendTo(press, { slug, body: marker() });
  const [spam, erased] = [await receiptOf(press, spamBy), await receiptOf(press, erasedBy)];
  await eraseContribution(visitor, { receipt: erasedBy });
  const [first] = [await shownTo(press, { slug, body: marker() }), await shownTo(press, { slug, body: marker() })];
  const generation = press.context.store.generation();
  const before = await readForum(visitor, { textId, page: 1 });
  for (const id of [waiting.id, refused.id, spam.id, erased.id, 'A'.repeat(22), '']) {
    assert.equal(await readThread(visitor, { textId, id }), null);
    assert.equal(await findShownContribution(visitor, { textId, id }), null);
    const typed = {
      name: 'N',
      email: '',
      subject: '',
      body: 'An answer',
      paragraph: '',
      answers: id,
      quote: '',
      notify: false,
    };
    const previewed = await previewContribution(visitor, { slug, typed, address: ADDRESS });
    assert.ok(previewed.ok);
    const { ticket, challenge, ...shown } = previewed.value;
    assert.deepEqual(shown.place, {
      blockId: null,
      quote: null,
      passage: null,
      parent: null,
      textId,
      number: 1,
      parentId: null,
    });
  }
  const receipt = await sendTo(press, { slug, body: marker() });
  await change(receipt, marker());
  await withdrawContribution(visitor, { receipt });
  await sendTo(press, { slug, body: marker(), answers: waiting.id });
  await sendTo(press, { slug, body: marker(), answers: first.id });
  const { blocks } = (await readRevisionFiles(visitor, { slug }))!;
  await sendTo(press, { slug, body: marker(), paragraph: blocks[0]!.id });
  await new Promise((resume) => setImmediate(resume));
  assert.equal(press.context.store.generation(), generation, 'pages in memory stay good');
  assert.deepEqual(await readForum(visitor, { textId, page: 1 }), before);
});

test('11: validating one validates neither its replies nor what else its author sent', async () => {
  const [root, reply, other] = [marker(), marker(), marker()];
  const { receipt, id } = await shownTo(press, { slug, body: root });
  const answer = await sendTo(press, { slug, body: reply, answers: id });
  const elsewhere = await sendTo(press, { slug, body: other });
  await change(receipt, `${root} again`);
  await decideOn(press, receipt, 'validate');
  const all = await everythingPublic([id]);
  assert.deepEqual(
    [root, reply, other].map((one) => all.includes(one)),
    [true, false, false],
  );
  for (const one of [answer, elsewhere]) assert.equal((await receiptOf(press, one)).state, 'waiting');
});

test('12: the same form sent twice, even at once, is kept once and gives the same receipt', async () => {
  const visitor = press.asVisitor();
  const body = marker();
  const typed = { name: 'N', email: '', subject: '', body, paragraph: '', answers: '', quote: '', notify: false };
  const previewed = await previewContribution(visitor, { slug, typed, address: ADDRESS });
  assert.ok(previewed.ok);
  const sent = {
    slug,
    typed,
    ticket: previewed.value.ticket,
    work: '',
    trap: '',
    address: ADDRESS,
    language: 'en',
  } as const;
  const answers = await Promise.all([1, 2, 3].map(() => sendContribution(visitor, sent)));
  const later = await sendContribution(visitor, { ...sent, typed: { ...typed, body: 'other words' } });
  assert.equal(new Set([...answers, later].map((one) => one.ok && one.value.receipt)).size, 1);
  const kept = await press.context.store.reader
    .selectFrom('contribution_revision')
    .select('body')
    .where('body', '=', body)
    .execute();
  assert.equal(kept.length, 1);
  const forged = await sendContribution(visitor, { ...sent, ticket: `${sent.ticket.slice(0, -1)}_` });
  assert.equal(!forged.ok && forged.mistakes[0]?.key, 'mistake.form-old');
});

test('12: a triage that fails means waiting, whatever the mode', async () => {
  const broken = { ...press, asVisitor: () => ({ ...press.asVisitor(), ...failing(press) }) } as TestContext;
  await setMode('after');
  const body = marker();
  const sending = sendTo(broken, { slug, body });
  await assert.doesNotReject(sending);
  const receipt = await sending;
  const read = await receiptOf(press, receipt);
  assert.equal(read.state, 'waiting');
  const kept = await press.context.store.reader
    .selectFrom('contribution')
    .select('lane')
    .where('id', '=', read.id)
    .executeTakeFirstOrThrow();
  assert.equal(kept.lane, 'main');
  assert.ok(!(await everythingPublic([read.id])).includes(body));
  await setMode(null);
});

test('17: no mark is derived from an address that would be the same tomorrow, and nothing public from any', async () => {
  const { id } = await shownTo(press, { slug, body: marker(), name: 'Same Name', email: 'same@example.org' });
  const shown = JSON.stringify(await findShownContribution(press.asVisitor(), { id }));
  assert.doesNotMatch(shown, /same@example|sender|mark|email/i);
  const senders = async () =>
    await press.context.store.reader
      .selectFrom('contribution')
      .select(['sender', 'day'])
      .where('sender', 'is not', null)
      .execute();
  const today = new Set((await senders()).map(({ sender }) => sender));
  press.clock.advance(24 * 60 * 60);
  await sendTo(press, { slug, body: marker() });
  const tomorrow = (await senders()).filter(({ sender }) => !today.has(sender));
  assert.equal(tomorrow.length, 1, 'the same address, another mark');
  assert.doesNotMatch(JSON.stringify(await senders()), /192\.0\.2/);
});

test('18: an answer belongs to the text it answers; a thread is not found under another', async () => {
  const { id } = await shownTo(press, { slug, body: marker() });
  const astray = await sendTo(press, { slug: 'three-lamps', body: marker(), answers: id });
  await decideOn(press, astray, 'validate');
  const read = await receiptOf(press, astray);
  assert.match(read.permalink ?? '', /^\/three-lamps\/forum\//);
  const shown = await findShownContribution(press.asVisitor(), { id: read.id });
  assert.deepEqual([shown?.parentId, shown?.threadId, shown?.textId], [null, read.id, otherId]);
  assert.equal(await readThread(press.asVisitor(), { textId: otherId, id }), null);
  const { blocks } = (await readRevisionFiles(press.asVisitor(), { slug: 'three-lamps' }))!;
  const paragraph = await shownTo(press, { slug, body: marker(), paragraph: blocks[0]!.id });
  assert.equal((await findShownContribution(press.asVisitor(), { id: paragraph.id }))?.blockId, null);
  const ofOther = await listShown(press.asVisitor(), { textId: otherId, limit: 100 });
  assert.deepEqual([...new Set(ofOther.map((one) => one.textId))], [otherId], 'its feed is its own');
});

test('a contribution on a paragraph quotes words that stand there, is counted by it, and goes to the shelf when it is gone', async () => {
  const source = '---\ntitle: Shelf\n---\n\nThe first paragraph stays here.\n\nThe second one will go away soon.\n';
  const shelfId = await publishSource(press.context, { source, slug: 'shelf' });
  const { blocks } = (await readRevisionFiles(press.asVisitor(), { slug: 'shelf' }))!;
  const second = blocks.find(({ text }) => text.includes('second'))!.id;
  await shownTo(press, { slug: 'shelf', body: marker(), paragraph: second, quote: 'second  one will' });
  await shownTo(press, { slug: 'shelf', body: marker(), paragraph: second });
  const astray = { slug: 'shelf', body: marker(), paragraph: second, quote: 'words that stand nowhere' };
  await assert.rejects(sendTo(press, astray), /"field":"quote","key":"mistake.contribution-quote"/);
  const read = () => readForum(press.asVisitor(), { textId: shelfId, page: 1 });
  const forum = await read();
  assert.deepEqual(
    forum.threads.flat().map(({ quote }) => quote),
    ['second one will', 'The second one will go away soon.'],
  );
  assert.deepEqual([forum.blockCounts[second], forum.shelf, forum.total], [2, 0, 2]);
  const without = source.replace(
    'The second one will go away soon.\n',
    'Something else altogether stands in its place.\n',
  );
  await reviseText(press.context, { textId: shelfId, source: without, reason: 'Cut.' });
  const later = await read();
  assert.deepEqual([later.shelf, later.threads.flat().map(({ standsBy }) => standsBy)], [2, [null, null]]);
  const shelf = await readShelf(press.asVisitor(), { textId: shelfId, page: 1 });
  assert.deepEqual([shelf.total, shelf.threads.length, shelf.pages], [2, 2, 1]);
});

test('a correction that keeps the words keeps the place; one that changes them keeps it too, and says that they were others', async () => {
  const [long, other] = [
    `The keeper wound the lamp, as he had wound it every night of his life, ${'and the sea went on, '.repeat(12)}and slept.`,
    'Nobody else came to the island that year.',
  ];
  const source = `---\ntitle: Corrected\n---\n\n${long}\n\n${other}\n`;
  const correctedId = await publishSource(press.context, { source, slug: 'corrected' });
  const { blocks } = (await readRevisionFiles(press.asVisitor(), { slug: 'corrected' }))!;
  const send = (quote: string) =>
    shownTo(press, { slug: 'corrected', body: marker(), paragraph: blocks[0]!.id, quote });
  const ids = [(await send('wound the LAMP')).id, (await send('every night')).id, (await send('')).id];
  const standing = async () => {
    const { threads, shelf, blockCounts } = await readForum(press.asVisitor(), { textId: correctedId, page: 1 });
    assert.deepEqual(
      threads.map(([one]) => one!.id),
      ids,
    );
    const here = threads.map(([one]) => [one!.standsBy !== null, one!.isQuoteHere, one!.number]);
    return { here, shelf, count: blockCounts[blocks[0]!.id] };
  };
  const whole = { here: ids.map(() => [true, true, 1]), shelf: 0, count: 3 };
  assert.deepEqual(await standing(), whole);
  const corrected = source.replace('and slept', 'and he slept');
  await reviseText(press.context, { textId: correctedId, source: corrected, reason: 'A word.' });
  assert.deepEqual(await standing(), whole);
  const changed = corrected.replace('every night', 'each evening');
  await reviseText(press.context, { textId: correctedId, source: changed, reason: 'Read again.' });
  const { here, ...rest } = await standing();
  assert.deepEqual(here, [
    [true, true, 1],
    [true, false, 1],
    [true, false, 1],
  ]);
  assert.deepEqual(rest, { shelf: 0, count: 3 });
});

test('a thread whose beginning was withdrawn keeps its answers, told apart from it', async () => {
  const { receipt, id } = await shownTo(press, { slug: 'three-lamps', body: marker(), name: 'Root' });
  const answer = await shownTo(press, { slug: 'three-lamps', body: marker(), answers: id });
  const nested = await shownTo(press, { slug: 'three-lamps', body: marker(), answers: answer.id });
  const names = async () =>
    (await readThread(press.asVisitor(), { textId: otherId, id: nested.id }))!.thread.map((one) => one.parentName);
  assert.deepEqual(await names(), [null, 'Root', 'Nadia']);
  await withdrawContribution(press.asVisitor(), { receipt });
  assert.deepEqual(await names(), [null, 'Nadia']);
  assert.equal(await readThread(press.asVisitor(), { textId: otherId, id }), null);
});

async function change(receipt: string, body: string): Promise<void> {
  const { hash, words } = await receiptOf(press, receipt);
  const typed = { name: words.name, subject: words.subject ?? '', body };
  const edited = await editContribution(press.asVisitor(), { receipt, typed, hash, address: ADDRESS });
  assert.ok(edited.ok);
}

async function setMode(mode: 'after' | null): Promise<void> {
  await press.context.store.write((transaction) => writeTextMode(transaction, { textId, mode }));
}

/** A context whose log of groups cannot be read: triage throws. */
function failing({ context }: TestContext) {
  const { reader } = context.store;
  const selectFrom = (table: string) => {
    if (table === 'triage_list') throw new Error('no such table');
    return reader.selectFrom(table as 'contribution');
  };
  const broken = new Proxy(reader, {
    get: (target, name) => (name === 'selectFrom' ? selectFrom : Reflect.get(target, name)),
  });
  return { store: { ...context.store, reader: broken } };
}

test('what a contributor takes away proves, without us, that it was received: the key, the payload and the entry belong together', async () => {
  const receipt = await sendTo(press, { slug, body: marker() });
  const first = await exportReceipt(press.asVisitor(), { receipt });
  await change(receipt, marker());
  const { record, revisions } = (await exportReceipt(press.asVisitor(), { receipt })) as {
    record: { index: number; key: string };
    revisions: readonly { payload: string; leaf: number; hash: string }[];
  };
  assert.equal(revisions.length, 2);
  assert.equal(record.index, revisions[0]!.leaf);
  for (const { payload, leaf, hash } of revisions) {
    const { bytes } = await press.context.store.reader
      .selectFrom('leaf')
      .select('bytes')
      .where('index', '=', leaf)
      .executeTakeFirstOrThrow();
    const sealed = createHmac('sha256', Buffer.from(record.key, 'hex')).update(payload).digest('hex');
    assert.equal(JSON.parse(Buffer.from(bytes).toString()).commitment, sealed);
    assert.equal(createHash('sha256').update(payload).digest('hex'), hash);
  }
  assert.doesNotMatch(JSON.stringify(first), /signals|score|triage/, 'what is thought of it is not told');
});

test('what the record says of the forum is a minute and a commitment that no other has', async () => {
  press.clock.advance(7);
  const [one, other] = [
    await shownTo(press, { slug, body: 'The same.' }),
    await shownTo(press, { slug, body: 'The same.' }),
  ];
  await eraseContribution(press.asVisitor(), other);
  await change(one.receipt, 'The same again.');
  const leaves = await press.context.store.reader
    .selectFrom('leaf')
    .select(['kind', 'bytes'])
    .where('kind', 'like', 'contribution.%')
    .execute();
  const said = leaves.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown>);
  assert.deepEqual([...new Set(leaves.map(({ kind }) => kind))].length, 3, 'received, decided, erased');
  for (const leaf of said) assert.match(String(leaf.at), /^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/);
  const received = said.filter(({ kind }) => kind === 'contribution.receive').map(({ commitment }) => commitment);
  assert.equal(new Set(received).size, received.length, 'equal words are not seen to be equal');
});
