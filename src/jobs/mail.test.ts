// Mail from the row to a real SMTP server.
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { AccountId } from '#domain/text.ts';
import { changeOwnDigest } from '#operations/digest-change.ts';
import { writeDigests } from '#operations/digest-write.ts';
import { useMailLink } from '#operations/mail-link-use.ts';
import { sendDueMail } from '#operations/mail-send.ts';
import { readMailLink } from '#operations/reads/mail-link.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { type Mailbox, startMailbox } from '#test/support/mailbox.ts';
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

test('an address that cannot be one is a mistake, said beside the field', async () => {
  const ada = await press.as('administrator');
  for (const email of ['ada', 'a b@c.d', 'ada@x\r\nBcc: all@stet.test', '@', 'ada@.', '']) {
    const asked = await changeOwnDigest(ada, { email, language: 'en' });
    assert.ok(!asked.ok && asked.mistakes[0]?.field === 'email', email);
  }
  assert.equal(await send(), 0);
});
