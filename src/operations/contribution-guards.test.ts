// What keeps the forum's door: limits, proof of work, mailboxes, modes, retention (the numbers are those of the forum's list).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Refusal } from '#domain/refusal.ts';
import type { TextId } from '#domain/text.ts';
import { changeContribution, findContribution } from '#store/contributions.ts';
import { writeTextMode } from '#store/forum-modes.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { decideOn, receiptOf, shownTo } from '#test/support/forum.ts';
import { publishSource } from '#test/support/library.ts';
import { sendTo } from '#test/support/sender.ts';
import { editContribution } from './contribution-edit.ts';
import { changeNotification } from './contribution-notify.ts';
import { previewContribution } from './contribution-preview.ts';
import { forgetSenderMarks, retainContributions } from './contribution-retain.ts';
import { sendContribution } from './contribution-send.ts';
import { withdrawContribution } from './contribution-withdraw.ts';
import { useMailLink } from './mail-link-use.ts';
import { findShownContribution, readForum } from './reads/forum.ts';
import { readReceipt } from './reads/receipt.ts';

let press: TestContext;
let textId: TextId;
before(async () => {
  const settings = { forumSenderLimit: 12, forumTextLimit: 500, forumSiteLimit: 500, smtpUrl: 'smtp://127.0.0.1:1' };
  press = await createTestContext({ settings });
  textId = await publishSource(press.context, { source: '---\ntitle: Doors\n---\n\nA door.\n', slug: 'doors' });
});
after(() => press?.close());

const slug = 'doors';
const DAY = 24 * 60 * 60;
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
let addresses = 0;
const freshAddress = () => `198.51.100.${++addresses}`;

test('15: one address, or one /64, is held to its limit, whatever name it gives; another is not', async () => {
  const [one, other] = ['2001:db8:0:1::1', '2001:db8:0:2::1'];
  for (let at = 0; at < 4; at++) await sendTo(press, { slug, body: `Post ${at}`, address: `2001:db8:0:1::${at + 1}` });
  await assert.rejects(sendTo(press, { slug, body: 'One more', address: one }), refusal('too-many'));
  await sendTo(press, { slug, body: 'Another network', address: other });
  press.clock.advance(60 * 60);
  await sendTo(press, { slug, body: 'An hour later', address: one });
});

test('15: previews, edits and changes of notification are held too', async () => {
  const visitor = press.asVisitor();
  const address = freshAddress();
  const typed = { name: 'N', email: '', subject: '', body: 'B', paragraph: '', answers: '', quote: '', notify: false };
  const previews = async () => {
    for (let at = 0; at < 100; at++) await previewContribution(visitor, { slug, typed, address });
  };
  await assert.rejects(previews(), refusal('too-many'));
  const receipt = await sendTo(press, { slug, address: freshAddress() });
  const asking = freshAddress();
  const changes = async () => {
    for (let at = 0; at < 100; at++)
      await changeNotification(visitor, { receipt, email: null, notify: false, address: asking });
  };
  await assert.rejects(changes(), refusal('too-many'));
  const editing = freshAddress();
  const edits = async () => {
    for (let at = 0; at < 29; at++) {
      const { hash } = await receiptOf(press, receipt);
      const again = { name: 'N', subject: '', body: `Edit ${at}` };
      assert.ok((await editContribution(visitor, { receipt, typed: again, hash, address: editing })).ok);
    }
  };
  await assert.rejects(edits(), refusal('too-many'));
});

test('15: one text and the whole site are held too, wherever it comes from', async () => {
  const strict = await createTestContext({ settings: { forumTextLimit: 3, forumSiteLimit: 6 } });
  try {
    for (const name of ['one', 'two', 'three'])
      await publishSource(strict.context, { source: `---\ntitle: ${name}\n---\n\nA door.\n`, slug: name });
    const visitor = strict.asVisitor();
    const formFor = async (name: string, at: number) => {
      const typed = { ...(await formOf('x')).typed, body: `Post ${at}` };
      const previewed = await previewContribution(visitor, { slug: name, typed, address: freshAddress() });
      assert.ok(previewed.ok);
      return { slug: name, typed, ticket: previewed.value.ticket, work: '', trap: '', language: 'en' } as const;
    };
    const forms = [];
    for (const name of ['one', 'one', 'one', 'one', 'two', 'two', 'two', 'three'])
      forms.push(await formFor(name, forms.length));
    const ends: string[] = [];
    for (const form of forms)
      ends.push(
        await sendContribution(visitor, { ...form, address: freshAddress() }).then(
          () => form.slug,
          (error) => `${form.slug} ${error.code}`,
        ),
      );
    assert.deepEqual(ends, ['one', 'one', 'one', 'one too-many', 'two', 'two', 'two', 'three too-many']);
  } finally {
    await strict.close();
  }
});

test('15: many at once do not slip through together', async () => {
  const visitor = press.asVisitor();
  const address = freshAddress();
  const forms = [];
  for (let at = 0; at < 8; at++) forms.push(await formOf(`At once ${at}`));
  const sent = await Promise.allSettled(
    forms.map((form) => sendContribution(visitor, { ...form, work: '', trap: '', address, slug, language: 'en' })),
  );
  assert.equal(sent.filter(({ status }) => status === 'fulfilled').length, 4, 'a third of twelve');
});

test('20: work done for one form counts for that form, once; without it the lane is slower, and nobody is refused', async () => {
  const [first, second] = [await formOf('With work'), await formOf('Other form')];
  const work = await worked(first.challenge);
  const send = async (form: typeof first, given: string) => {
    const address = freshAddress();
    const sent = await sendContribution(press.asVisitor(), {
      ...form,
      work: given,
      trap: '',
      address,
      slug,
      language: 'en',
    });
    assert.ok(sent.ok);
    const { id } = await receiptOf(press, sent.value.receipt);
    const counted = await press.context.store.reader
      .selectFrom('contribution_revision')
      .select('signals')
      .where('contribution_id', '=', id)
      .executeTakeFirstOrThrow();
    return { receipt: sent.value.receipt, isSlow: counted.signals.includes('proof-of-work') };
  };
  press.clock.advance(30);
  const right = await send(first, work);
  assert.equal(right.isSlow, false);
  const again = await send(first, work);
  assert.equal(again.receipt, right.receipt, 'kept once');
  assert.equal((await send(second, work)).isSlow, true, 'another form’s work');
  const guessed = {
    challenge: { ...first.challenge, parameters: { ...first.challenge.parameters, cost: 1, keyPrefix: '0' } },
    solution: { counter: 1, derivedKey: '00' },
  };
  for (const made of [JSON.stringify(guessed), '{}', '[', '{"challenge":null,"solution":null}'])
    assert.equal((await send(await formOf(made), Buffer.from(made).toString('base64'))).isSlow, true);
});

test('a machine that fills in the trap gets the same answer, and waits in the lane of spam', async () => {
  const form = await formOf('Trapped');
  press.clock.advance(30);
  const sent = await sendContribution(press.asVisitor(), {
    ...form,
    work: '',
    trap: 'http://x',
    address: freshAddress(),
    slug,
    language: 'en',
  });
  assert.ok(sent.ok);
  assert.equal((await receiptOf(press, sent.value.receipt)).state, 'waiting');
  assert.equal((await rowOf(sent.value.receipt)).lane, 'spam');
});

test('16: one mail goes to an address nobody confirmed; it confirms once; the private link follows', async () => {
  const email = 'nadia@example.org';
  const receipt = await sendTo(press, { slug, email, notify: true, address: freshAddress() });
  const due = await dueMail();
  assert.deepEqual(
    due.map(({ kind }) => kind),
    ['confirm'],
  );
  await decideOn(press, receipt, 'validate');
  assert.deepEqual(
    (await dueMail()).map(({ kind }) => kind),
    ['confirm'],
    'nothing more to an address nobody confirmed',
  );
  const { token } = JSON.parse(due[0]!.content);
  await useMailLink(press.asVisitor(), { token });
  await assert.rejects(useMailLink(press.asVisitor(), { token }), refusal('not-found'));
  assert.deepEqual(
    (await dueMail()).map(({ kind }) => kind),
    ['confirm', 'receipt'],
  );
  assert.deepEqual((await receiptOf(press, receipt)).email, { given: email, confirmed: true });
  await changeNotification(press.asVisitor(), {
    receipt,
    email: 'other@example.org',
    notify: true,
    address: freshAddress(),
  });
  assert.deepEqual((await receiptOf(press, receipt)).email, { given: 'other@example.org', confirmed: false });
  assert.deepEqual(
    (await dueMail()).map(({ kind, recipient }) => [kind, recipient]),
    [['confirm', 'other@example.org']],
  );
  await changeNotification(press.asVisitor(), { receipt, email: null, notify: false, address: freshAddress() });
  assert.deepEqual(await dueMail(), []);
  for (let at = 0; at < 8; at++)
    await sendTo(press, { slug, body: `Mailbox ${at}`, email: 'victim@example.org', address: freshAddress() });
  assert.equal((await dueMail()).length, 5, 'a mailbox is asked five times a day at most');
});

test('9: the link that asks a contributor has days, and stops with the first use', async () => {
  const tokenOf = async (email: string) => {
    const receipt = await sendTo(press, { slug, email, notify: true, address: freshAddress() });
    const asked = (await dueMail()).findLast(({ recipient }) => recipient === email)!;
    return { receipt, token: JSON.parse(asked.content).token as string };
  };
  const [early, late] = [await tokenOf('early@example.org'), await tokenOf('late@example.org')];
  press.clock.advance(6 * DAY);
  await useMailLink(press.asVisitor(), early);
  const { email, notify } = await receiptOf(press, early.receipt);
  assert.deepEqual([email?.confirmed, notify], [true, true], 'it confirms, and does nothing else');
  await assert.rejects(useMailLink(press.asVisitor(), early), refusal('not-found'));
  press.clock.advance(DAY);
  await assert.rejects(useMailLink(press.asVisitor(), late), refusal('not-found'));
  assert.equal((await receiptOf(press, late.receipt)).email?.confirmed, false);
});

test('20: a form is good today and tomorrow, and then no more', async () => {
  const [tomorrow, later] = [await formOf('Sent tomorrow'), await formOf('Sent the day after')];
  press.clock.advance(DAY);
  await sendForm(tomorrow);
  press.clock.advance(DAY);
  const given = { ...later, slug, trap: '', work: '', address: freshAddress(), language: 'en' } as const;
  const sent = await sendContribution(press.asVisitor(), given);
  assert.equal(!sent.ok && sent.mistakes[0]?.key, 'mistake.form-old');
});

test('the modes: after publication it appears at once and still waits to be read; by subscription once its mailbox answered; closed not at all', async () => {
  await setMode('after');
  const open = await sendTo(press, {
    slug,
    body: 'Appears at once, about the door in the text.',
    address: freshAddress(),
  });
  assert.deepEqual([(await receiptOf(press, open)).state, (await rowOf(open)).lane], ['validated', 'main']);
  const logged = await press.context.store.reader
    .selectFrom('decision')
    .select(['ground', 'decided_by'])
    .where('contribution_id', '=', (await rowOf(open)).id)
    .execute();
  assert.deepEqual(logged, [{ ground: 'mode', decided_by: null }]);
  const spam = await sendContribution(press.asVisitor(), {
    ...(await formOf('Machine')),
    work: '',
    trap: 'x',
    address: freshAddress(),
    slug,
    language: 'en',
  });
  assert.ok(
    spam.ok && (await receiptOf(press, spam.value.receipt)).state === 'waiting',
    'likely spam waits whatever the mode',
  );
  const forms = [];
  for (let at = 0; at < 34; at++)
    forms.push(await formOf(`${SAID[at % SAID.length]} ${SAID[(at * 5 + 1) % SAID.length]} ${at}`));
  const [during, later] = [await formOf(LAST_SAID[0]), await formOf(LAST_SAID[1])];
  press.clock.advance(60);
  const flood: string[] = [];
  for (const form of [...forms, during]) flood.push(await sendForm(form));
  const states = await Promise.all(flood.map(async (receipt) => (await receiptOf(press, receipt)).state));
  assert.deepEqual([states.includes('validated'), states.at(-1)], [true, 'waiting'], 'a flood waits');
  assert.equal((await rowOf(flood.at(-1)!)).lane, 'main', 'and for no other reason');
  press.clock.advance(60);
  assert.equal((await receiptOf(press, await sendForm(later))).state, 'validated', 'when it is over, all is as before');
  await setMode('subscription');
  const noMail = await previewContribution(press.asVisitor(), {
    slug,
    typed: (await formOf('x', 'a@b.example')).typed,
    address: freshAddress(),
  });
  assert.ok(noMail.ok);
  const form = await formOf('Subscribed: it was a red door.', 'reader@example.net');
  press.clock.advance(60);
  const sent = await sendContribution(press.asVisitor(), {
    ...form,
    work: '',
    trap: '',
    address: freshAddress(),
    slug,
    language: 'en',
  });
  assert.ok(sent.ok);
  assert.equal((await rowOf(sent.value.receipt)).lane, 'unconfirmed');
  const mail = (await dueMail()).find(({ recipient }) => recipient === 'reader@example.net')!;
  await useMailLink(press.asVisitor(), { token: JSON.parse(mail.content).token });
  assert.equal((await receiptOf(press, sent.value.receipt)).state, 'validated');
  await setMode('closed');
  await assert.rejects(formOf('Closed'), refusal('forum-closed'));
  await assert.rejects(
    sendContribution(press.asVisitor(), { ...form, work: '', trap: '', address: freshAddress(), slug, language: 'en' }),
    refusal('forum-closed'),
  );
  assert.ok((await readForum(press.asVisitor(), { textId, page: 1 })).total > 0, 'what was published stays');
  await setMode('before');
});

test('what nobody needs any more is erased, what is shown or waits for a moderator stays; marks go after thirty days', async () => {
  const kept = await shownTo(press, { slug, body: 'Stays.', email: 'stays@example.org', address: freshAddress() });
  await press.context.store.write((transaction) =>
    changeContribution(transaction, { id: kept.id, emailConfirmedAt: '2026-11-22T18:00:00Z' }),
  );
  const unanswered = { email: 'never-answers@example.org', notify: true };
  const waiting = await sendTo(press, { slug, body: 'Waits.', ...unanswered, address: freshAddress() });
  const withdrawn = await shownTo(press, { slug, body: 'Withdrawn.', address: freshAddress() });
  await withdrawContribution(press.asVisitor(), withdrawn);
  const refused = await sendTo(press, { slug, body: 'Refused.', address: freshAddress() });
  await decideOn(press, refused, 'refuse');
  const states = async () =>
    Promise.all(
      [kept.receipt, waiting, withdrawn.receipt, refused].map(
        async (receipt) => (await receiptOf(press, receipt)).state,
      ),
    );
  await retainContributions(press.context);
  assert.deepEqual(await states(), ['validated', 'waiting', 'withdrawn', 'refused']);
  press.clock.advance(31 * DAY);
  assert.ok((await retainContributions(press.context)) > 0);
  await forgetSenderMarks(press.context);
  assert.deepEqual(await states(), ['validated', 'waiting', 'erased', 'refused']);
  assert.equal((await receiptOf(press, kept.receipt)).email, null, 'nothing more is written to it');
  assert.equal((await receiptOf(press, waiting)).email, null, 'it never answered');
  const marked = await press.context.store.reader
    .selectFrom('contribution')
    .select('id')
    .where('sender', 'is not', null)
    .execute();
  assert.deepEqual(marked, []);
  press.clock.advance(340 * DAY);
  await retainContributions(press.context);
  assert.deepEqual(await states(), ['validated', 'waiting', 'erased', 'erased']);
  assert.ok(await findShownContribution(press.asVisitor(), { id: kept.id }));
  assert.equal((await readReceipt(press.asVisitor(), { receipt: refused }))?.words.body, '');
});

async function formOf(body: string, email = '') {
  const typed = { name: 'Nadia', email, subject: '', body, paragraph: '', answers: '', quote: '', notify: false };
  const previewed = await previewContribution(press.asVisitor(), { slug, typed, address: freshAddress() });
  assert.ok(previewed.ok);
  const { ticket, challenge } = previewed.value;
  return { typed, ticket, challenge };
}

async function sendForm(form: Awaited<ReturnType<typeof formOf>>): Promise<string> {
  const given = { ...form, slug, trap: '', address: freshAddress(), language: 'en' } as const;
  const sent = await sendContribution(press.asVisitor(), { ...given, work: '' });
  assert.ok(sent.ok);
  return sent.value.receipt;
}

const LAST_SAID = [
  'In the winter of the great frost the latch broke and was never mended.',
  'The mason’s ledger names two carpenters, brothers from the next valley.',
] as const;

const SAID = [
  'The hinge was made by a smith from the coast.',
  'Who painted it red, and when was that?',
  'My grandmother walked through it every Sunday.',
  'I do not believe the date that is given here.',
  'There is a photograph of it in the county archive.',
  'It opens inward, as the second drawing shows.',
  'Another village has one like it, without a lock.',
];

async function worked(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

async function rowOf(receipt: string) {
  const { id } = await receiptOf(press, receipt);
  return (await findContribution(press.context.store.reader, { id }))!;
}

const dueMail = () =>
  press.context.store.reader.selectFrom('mail').selectAll().where('due_at', '<', '9').orderBy('id').execute();

const setMode = (mode: 'after' | 'before' | 'subscription' | 'closed') =>
  press.context.store.write((transaction) => writeTextMode(transaction, { textId, mode }));

test('where no mail can be sent no address is asked for or kept, and a forum by subscription waits for a moderator', async () => {
  const silent = await createTestContext();
  try {
    const id = await publishSource(silent.context, { source: '---\ntitle: Silent\n---\n\nA door.\n', slug });
    await silent.context.store.write((transaction) => writeTextMode(transaction, { textId: id, mode: 'subscription' }));
    const receipt = await sendTo(silent, { slug, email: 'a@example.org', notify: true });
    const { email, isUnconfirmed, state } = await receiptOf(silent, receipt);
    assert.deepEqual([email, isUnconfirmed, state], [null, false, 'waiting']);
    const mail = await silent.context.store.reader.selectFrom('mail').select('id').execute();
    assert.deepEqual(mail, []);
  } finally {
    await silent.close();
  }
});

test('a form opened before midnight is sent after it, with an address', async () => {
  press.clock.advance(DAY - ((press.clock.now().getTime() / 1000) % DAY) - 5);
  const receipt = await sendTo(press, { slug, email: 'late@example.org', address: freshAddress() });
  assert.equal((await receiptOf(press, receipt)).email?.given, 'late@example.org');
});
