// Mail from the row to a real SMTP server.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { AccountId } from '#domain/text.ts';
import { decideContributions } from '#operations/contribution-decide.ts';
import { eraseContribution } from '#operations/contribution-erase.ts';
import { changeOwnDigest } from '#operations/digest-change.ts';
import { writeDigests } from '#operations/digest-write.ts';
import { useMailLink } from '#operations/mail-link-use.ts';
import { sendDueMail } from '#operations/mail-send.ts';
import { readMailLink } from '#operations/reads/mail-link.ts';
import { insertMail } from '#store/mail.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { type Mailbox, startMailbox } from '#test/support/mailbox.ts';
import { publishedText, waitingContribution } from '#test/support/waiting.ts';
import { startServer } from '#web/http/server.ts';
import { createMailer, type Mailer } from './smtp.ts';

let mailbox: Mailbox;
let press: TestContext;
let mailer: Mailer;

before(async () => {
  mailbox = await startMailbox();
});
after(() => mailbox.close());
beforeEach(async () => {
  press = await createTestContext({ settings: { smtpUrl: mailbox.url, mailFrom: 'press@stet.test' } });
  mailer = createMailer(press.context.settings)!;
  (mailbox.mails as unknown[]).length = 0;
});
afterEach(async () => {
  mailer.close();
  await press.close();
});

const send = () => sendDueMail(press.context, mailer);
const tokenIn = (text: string) => /\/mail\/([\w-]{43})/.exec(text)![1]!;

async function askForDigest(email: string) {
  const ada = await press.as('administrator');
  const asked = await changeOwnDigest(ada, { email, language: 'fr' });
  assert.ok(asked.ok, JSON.stringify(asked));
  return ada.actor.kind === 'account' ? ada.actor.id : ('' as AccountId);
}

test('an address is asked first; looking at the link does nothing, posting it works once', async () => {
  await askForDigest('ada@stet.test');
  assert.equal(await writeDigests(press.context), 0, 'nothing before it answered');
  assert.equal(await send(), 1);
  const [asked] = mailbox.mails;
  assert.equal(asked?.to, 'ada@stet.test');
  assert.match(asked!.from, /press@stet\.test/);
  assert.match(asked!.subject, /adresse/, 'in the language it was asked in');
  assert.equal(asked!.headers.get('list'), undefined, 'there is nothing yet to be stopped');
  const token = tokenIn(asked!.text);
  for (let scan = 0; scan < 3; scan += 1)
    assert.deepEqual(await readMailLink(press.asVisitor(), { token }), { action: 'confirm' });
  await useMailLink(press.asVisitor(), { token });
  assert.equal(await readMailLink(press.asVisitor(), { token }), null);
  await assert.rejects(useMailLink(press.asVisitor(), { token }), { code: 'not-found' });
});

test('a link has days, not years', async () => {
  await askForDigest('ada@stet.test');
  await send();
  press.clock.advance(3 * 24 * 3600 + 1);
  const token = tokenIn(mailbox.mails[0]!.text);
  assert.equal(await readMailLink(press.asVisitor(), { token }), null);
});

test('what the server refuses is kept and tried again, later each time; nothing is sent twice', async () => {
  await askForDigest('ada@stet.test');
  mailbox.refuse(true);
  assert.equal(await send(), 0);
  mailbox.refuse(false);
  assert.equal(await send(), 0, 'not at once');
  press.clock.advance(61);
  assert.equal(await send(), 1);
  press.clock.advance(24 * 3600);
  assert.equal(await send(), 0);
  assert.equal(mailbox.mails.length, 1);
});

test('two processes at once send it once', async () => {
  await askForDigest('ada@stet.test');
  const sent = await Promise.all([send(), send(), send()]);
  assert.equal(
    sent.reduce((sum, count) => sum + count),
    1,
  );
  assert.equal(mailbox.mails.length, 1);
});

test('16: a digest goes to a mailbox that answered, once a day, while something waits', async () => {
  const textId = await publishedText(press.context, 'The Lamp');
  await askForDigest('ada@stet.test');
  await send();
  const token = tokenIn(mailbox.mails[0]!.text);
  const { id, hash } = await waitingContribution(press.context, { textId });
  assert.equal(await writeDigests(press.context), 0, 'nothing before it answered');
  await useMailLink(press.asVisitor(), { token });
  assert.equal(await writeDigests(press.context), 1);
  assert.equal(await writeDigests(press.context), 0, 'once a day');
  assert.equal(await send(), 1);
  const { text, to } = mailbox.mails.at(-1)!;
  assert.equal(to, 'ada@stet.test');
  press.clock.advance(24 * 3600);
  assert.equal(await writeDigests(press.context), 1, 'and each day');
  await useMailLink(press.asVisitor(), { token: tokenIn(text) });
  assert.equal(await send(), 0, 'what was written before it was stopped');
  press.clock.advance(24 * 3600);
  assert.equal(await writeDigests(press.context), 0, 'stopped');
  await askForDigest('ada@stet.test');
  await send();
  await useMailLink(press.asVisitor(), { token: tokenIn(mailbox.mails.at(-1)!.text) });
  const deciding = { decision: 'spam', ground: '', reason: null, reply: null } as const;
  await decideContributions(await press.as('administrator'), { ...deciding, items: [{ id, hash }] });
  assert.equal(await writeDigests(press.context), 0, 'nothing waits');
});

test('an address that cannot be one is a mistake, said beside the field', async () => {
  const ada = await press.as('administrator');
  for (const email of ['ada', 'a b@c.d', 'ada@x\r\nBcc: all@stet.test', '@', 'ada@.', '']) {
    const asked = await changeOwnDigest(ada, { email, language: 'en' });
    assert.ok(!asked.ok && asked.mistakes[0]?.field === 'email', email);
  }
  assert.equal(await send(), 0);
});

test('16: whoever wrote the row, none goes to an address nobody confirmed, to who wants none, about what was erased', async () => {
  const textId = await publishedText(press.context, 'The Lamp');
  const email = 'nadia@stet.test';
  const wants = await waitingContribution(press.context, { textId, email });
  const unconfirmed = await waitingContribution(press.context, { textId, email, isConfirmed: false });
  const unwanted = await waitingContribution(press.context, { textId, email, notify: false });
  const moved = await waitingContribution(press.context, { textId, email: 'moved@stet.test' });
  const erased = await waitingContribution(press.context, { textId, email });
  await eraseContribution(press.context, { contributionId: erased.id, ground: 'request' });
  const at = press.clock.now().toISOString();
  const content = { kind: 'validated', title: 'The Lamp', path: '/the-lamp' } as const;
  for (const { id } of [unconfirmed, unwanted, moved, erased, wants])
    await press.context.store.write((transaction) =>
      insertMail(transaction, {
        ...{ recipient: email, contributionId: id, accountId: null, language: 'en' },
        ...{ content, at, dueAt: at },
      }),
    );
  assert.equal(await send(), 1);
  assert.deepEqual(
    mailbox.mails.map(({ to }) => to),
    [email],
  );
  press.clock.advance(24 * 3600);
  assert.equal(await send(), 0, 'the others are not put off: they are gone');
});

test('16: a mail is stopped with one click, from its head or its foot', async () => {
  const textId = await publishedText(press.context, 'The Lamp');
  const written = async (email: string) => {
    const { id } = await waitingContribution(press.context, { textId, email });
    const at = press.clock.now().toISOString();
    const subject = { recipient: email, contributionId: id, accountId: null, language: 'en' };
    const content = { kind: 'validated', title: 'The Lamp', path: '/the-lamp' } as const;
    const write = () =>
      press.context.store.write((transaction) => insertMail(transaction, { ...subject, content, at, dueAt: at }));
    await write();
    await send();
    return write;
  };
  const server = await startServer(press.asVisitor());
  try {
    const again = await written('head@stet.test');
    const { raw } = mailbox.mails.at(-1)!;
    const path = /^List-Unsubscribe: <http:\/\/stet\.test(\/mail\/[\w-]{43})>\r$/m.exec(
      raw.replace(/\r\n[ \t]+/g, ' '),
    )?.[1];
    assert.ok(path, raw);
    assert.match(raw, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    await again();
    // As a mail program posts it (RFC 8058): without a cookie, an origin, or a page of ours before it.
    const posted = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
    assert.equal((await fetch(server.address + path, posted)).status, 200);
    const left = await press.context.store.reader.selectFrom('mail').select('id').execute();
    assert.deepEqual(left, [], 'what was written before is not sent');
    await again();
    assert.equal(await send(), 0, 'nor what is written after');
    const third = await written('foot@stet.test');
    const { text } = mailbox.mails.at(-1)!;
    await useMailLink(press.asVisitor(), { token: tokenIn(text) });
    await third();
    assert.equal(await send(), 0);
    assert.equal(mailbox.mails.length, 2);
  } finally {
    await server.close();
  }
});
