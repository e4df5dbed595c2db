// Invariant 1: no byte that was not validated, in any public output. A marker is sent in every field; after each kind of act every
// address is asked and every file is read; any hit is a failure. What it looks through is shown to hold validated words, so it can fail.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { ContributionId, Decision } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import { createMailer } from '#jobs/smtp.ts';
import { decideContributions } from '#operations/contribution-decide.ts';
import { editContribution } from '#operations/contribution-edit.ts';
import { eraseContribution } from '#operations/contribution-erase.ts';
import { withdrawContribution } from '#operations/contribution-withdraw.ts';
import { enactDecisions } from '#operations/decisions-enact.ts';
import { addRemark } from '#operations/editor-remark-add.ts';
import { setForumMode } from '#operations/forum-mode-set.ts';
import { sendDueMail } from '#operations/mail-send.ts';
import { readQueueItem } from '#operations/reads/queue-item.ts';
import { readReceipt } from '#operations/reads/receipt.ts';
import { tilesWritten } from '#operations/record-release.ts';
import { signRecord } from '#operations/record-sign.ts';
import { raiseGeneration } from '#store/site.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { crawl } from '#test/support/crawl.ts';
import { publishSource, reviseText } from '#test/support/library.ts';
import { type Mailbox, startMailbox } from '#test/support/mailbox.ts';
import { sendTo } from '#test/support/sender.ts';
import { type Server, startServer } from '#web/http/server.ts';

const SOURCE = (extra = '') =>
  `---\ntitle: The Quay\nauthors: [Hester Quill]\nlanguage: en\n---\n\nThe ferry lay still upon the water.\n\nNobody had a name for it.${extra}\n`;
const marker = () => `q${randomBytes(6).toString('hex')}`;

let press: TestContext;
let server: Server;
let mailbox: Mailbox;
let textId: TextId;

before(async () => {
  mailbox = await startMailbox();
  press = await createTestContext({
    settings: { trustedProxies: ['127.0.0.1'], smtpUrl: mailbox.url, forumGraceSeconds: 5 },
  });
  textId = await publishSource(press.context, { source: SOURCE(), slug: 'the-quay' });
  await reviseText(press.context, { textId, source: SOURCE(' Not yet.'), reason: 'a line' });
  await publishSource(press.context, { source: SOURCE(), slug: 'another' });
  server = await startServer(press.asVisitor());
});

after(async () => {
  await server?.close();
  await press?.close();
  await mailbox?.close();
});

const ids = new Set<string>(['A'.repeat(22)]);
let asked = 0;

/** As it would be seen by whoever comes first: no page is remembered from before. */
async function lookAnew(word: string): Promise<readonly string[]> {
  await press.context.store.write(raiseGeneration);
  return look(word);
}

async function look(word: string): Promise<readonly string[]> {
  await signRecord(press.context);
  await tilesWritten(press.context);
  const [, size] = (await (await fetch(`${server.address}/log/checkpoint`)).text()).split('\n');
  const fillings = {
    slugs: ['the-quay', 'none-such'],
    ids: [...ids].slice(-6),
    rests: [`entries/000.p/${size}`, `0/000.p/${size}`],
    // The beginning alone: a page may say what it was asked for.
    queries: [`q=${word.slice(0, 9)}`, `text=the-quay`, `answers=${[...ids].at(-1)}`, 'page=1'],
  };
  const crawled = await crawl({ address: server.address, dataFolder: press.dataFolder, fillings, marker: word });
  assert.ok(crawled.asked > 60 && crawled.files > 3, `${crawled.asked} addresses, ${crawled.files} files`);
  asked += crawled.asked;
  return crawled.hits;
}

/** The word in every field a visitor has. */
async function sendMarked(word: string, more: { readonly answers?: string } = {}) {
  const receipt = await sendTo(press, {
    slug: 'the-quay',
    name: `N ${word}`,
    subject: `S ${word}`,
    body: `B ${word}`,
    quote: `Q ${word}`,
    email: `${word}@stet.test`,
    notify: true,
    ...more,
  });
  const id = (await readReceipt(press.asVisitor(), { receipt }))!.id;
  ids.add(id);
  return { receipt, id };
}

async function decide(id: ContributionId, decision: Exclude<Decision, 'withdraw' | 'erase'>, more: object = {}) {
  const administrator = await press.as('administrator');
  const { hash } = (await readQueueItem(administrator, { id }))!;
  const ground = decision === 'refuse' ? 'off-topic' : '';
  const of = { items: [{ id, hash }], decision, ground, reason: null, reply: null, ...more };
  const decided = await decideContributions(administrator, of);
  assert.ok(decided.ok, JSON.stringify(decided));
}

async function inForce() {
  press.clock.advance(6);
  assert.ok((await enactDecisions(press.context)) > 0);
}

test('what was validated is found: the crawl looks where it would be', async () => {
  const word = marker();
  const { id } = await sendMarked(word);
  await decide(id, 'validate');
  await inForce();
  const hits = await look(word);
  for (const path of [
    '/the-quay',
    `/the-quay/forum/${id}`,
    '/the-quay/forum/feed.atom',
    '/forum.atom',
    '/api/v1/contributions',
    'file pressed.sqlite',
  ])
    assert.ok(
      hits.some((hit) => hit.startsWith(path)),
      `${path} is not among ${hits.join(' ')}`,
    );
});

test('waiting; its decision taken and not yet in force; then an edit of it', async () => {
  const word = marker();
  const { id } = await sendMarked(word);
  assert.deepEqual(await lookAnew(word), [], 'waiting');
  await decide(id, 'validate');
  assert.deepEqual(await lookAnew(word), [], 'in its grace');
  await inForce();
  assert.notDeepEqual(await look(word), []);
  const [edit, other] = [marker(), await sendMarked(marker())];
  const { receipt } = other;
  await decide(other.id, 'validate');
  await inForce();
  const { hash } = (await readReceipt(press.asVisitor(), { receipt }))!;
  const typed = { name: `N ${edit}`, subject: `S ${edit}`, body: `B ${edit}` };
  const edited = await editContribution(press.asVisitor(), { receipt, typed, hash, address: '192.0.2.9' });
  assert.ok(edited.ok);
  assert.deepEqual(await lookAnew(edit), [], 'an edit of what is shown');
});

test('an answer to what is shown, and to what is not', async () => {
  const shown = await sendMarked(marker());
  await decide(shown.id, 'validate');
  await inForce();
  const [word, waiting] = [marker(), await sendMarked(marker())];
  await sendMarked(word, { answers: shown.id });
  await sendMarked(word, { answers: waiting.id });
  assert.deepEqual(await lookAnew(word), []);
});

for (const decision of ['refuse', 'spam'] as const) {
  test(`${decision}, with a reason that is nobody else's business`, async () => {
    const [word, reason] = [marker(), marker()];
    const { id } = await sendMarked(word);
    await decide(id, decision, { reason: `because of ${reason}` });
    await inForce();
    assert.deepEqual(await lookAnew(word), []);
    assert.deepEqual(await look(reason), []);
  });
}

test('withdrawn by its sender, withdrawn by an administrator, erased: gone from every page and file', async () => {
  for (const end of ['sender', 'administrator', 'erase'] as const) {
    const word = marker();
    const { id, receipt } = await sendMarked(word);
    await decide(id, 'validate');
    await inForce();
    assert.notDeepEqual(await look(word), []);
    if (end === 'sender') await withdrawContribution(press.asVisitor(), { receipt });
    else if (end === 'administrator')
      await withdrawContribution(await press.as('administrator'), { contributionId: id });
    else await eraseContribution(press.asVisitor(), { receipt });
    const hits = (await look(word)).filter((hit) => end === 'erase' || !hit.startsWith('file pressed.sqlite'));
    assert.deepEqual(hits, [], end);
  }
});

test('a mailbox that has not answered, in a forum by subscription', async () => {
  await setForumMode(await press.as('administrator'), { textId, mode: 'subscription' });
  const word = marker();
  await sendMarked(word);
  assert.deepEqual(await lookAnew(word), []);
  await setForumMode(await press.as('administrator'), { textId, mode: null });
});

test('what is typed and not sent, with mistakes and without', async () => {
  const word = marker();
  const typed = { name: `N ${word}`, email: '', subject: '', body: `B ${word}` };
  for (const [fields, status] of [
    [typed, 200],
    [{ ...typed, name: '' }, 422],
    [{ ...typed, email: `${word}@nowhere` }, 422],
  ] as const) {
    const sent = { method: 'POST', body: new URLSearchParams(fields) };
    const answer = await fetch(`${server.address}/the-quay/forum/preview`, sent);
    assert.equal(answer.status, status);
    assert.ok((await answer.text()).includes(word), 'control: they get it back themselves');
  }
  assert.deepEqual(await lookAnew(word), []);
});

test('what editors say among themselves', async () => {
  const word = marker();
  await addRemark(await press.as('editor'), { textId, body: `Between us: ${word}` });
  assert.deepEqual(await lookAnew(word), []);
});

test('mail holds nobody else’s words, and goes to nobody who did not answer', async () => {
  const words = [marker(), marker()];
  for (const word of words) await sendMarked(word);
  const mailer = createMailer(press.context.settings)!;
  for (let round = 0; round < 6; round += 1) await sendDueMail(press.context, mailer);
  mailer.close();
  assert.ok(mailbox.mails.length > words.length);
  for (const { to, raw, subject } of mailbox.mails) {
    assert.match(subject, /address/, 'only the question whether it is theirs');
    for (const word of words) if (!to.includes(word)) assert.ok(!raw.includes(word));
  }
});

after(() => console.log(`canary: ${asked} answers looked through`));
