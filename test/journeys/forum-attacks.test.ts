// Invariant 13: text is inert everywhere. Strings made to get out of where they are shown stand in every field, and are looked at
// wherever they are shown, by a browser with and without script. A sample each time; all of them with ATTACKS=all, another sample with
// ATTACKS=<number>.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Browser } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { type ContributionId, LONGEST } from '#domain/contribution.ts';
import type { RefusalGround } from '#domain/ground.ts';
import type { TextId } from '#domain/text.ts';
import type { ForumFormat } from '#formats/forum/detect.ts';
import { createMailer, type Mailer } from '#jobs/smtp.ts';
import { createAccessToken } from '#operations/access-token-create.ts';
import { removeAccessToken } from '#operations/access-token-delete.ts';
import type { Context } from '#operations/context.ts';
import { decideContributions } from '#operations/contribution-decide.ts';
import { editContribution } from '#operations/contribution-edit.ts';
import { tidyWords } from '#operations/contribution-words.ts';
import { enactDecisions } from '#operations/decisions-enact.ts';
import { addRemark } from '#operations/editor-remark-add.ts';
import { issueTicket } from '#operations/form-ticket.ts';
import { importContributions } from '#operations/forum-import.ts';
import { changeGrounds } from '#operations/grounds-change.ts';
import { sendDueMail } from '#operations/mail-send.ts';
import { reportMisprint } from '#operations/misprint-report.ts';
import { listOwnTokens } from '#operations/reads/access.ts';
import { listGrounds } from '#operations/reads/grounds.ts';
import { readQueueItem } from '#operations/reads/queue-item.ts';
import { readReceipt } from '#operations/reads/receipt.ts';
import { changeLists } from '#operations/triage-lists-change.ts';
import { changeContribution } from '#store/contributions.ts';
import { attackExport } from '#test/support/attack-exports.ts';
import { type Attack, attackStrings, sampleAttacks } from '#test/support/attack-strings.ts';
import { type Looked, startWatch, type Watch } from '#test/support/attack-watch.ts';
import { startBrowser } from '#test/support/browser.ts';
import { createTestContext, TEST_PASSWORD, type TestContext } from '#test/support/context.ts';
import { fieldsOf } from '#test/support/desk-client.ts';
import { publishSource } from '#test/support/library.ts';
import { type Mailbox, startMailbox } from '#test/support/mailbox.ts';
import { contributionText, renderContribution } from '#text/render-contribution.ts';
import { type Server, startServer } from '#web/http/server.ts';

const FORMATS: readonly ForumFormat[] = ['jsonl', 'wxr', 'disqus', 'isso', 'spip'];
const SEED = Number(process.env.ATTACKS) || 1;
const ALL = process.env.ATTACKS === 'all';
const [A_BATCH, BATCHES] = ALL ? [20, Number.POSITIVE_INFINITY] : [12, 3];
const ATTACKS = ALL ? attackStrings() : sampleAttacks({ count: A_BATCH * BATCHES, seed: SEED });
/** Of each batch looked at by itself, where a page shows one. */
const SINGLY = ALL ? 4 : 2;

let press: TestContext;
let administrator: Context;
let server: Server;
let mailbox: Mailbox;
let mailer: Mailer;
let browser: Browser;
let withScript: Watch;
let withoutScript: Watch;
let grounds: readonly RefusalGround[];
let secrets: { readonly api: string; readonly feed: string };
const problems: string[] = [];
const counts = { strings: 0, answers: 0, feeds: 0, mails: 0, shown: 0 };

before(async () => {
  mailbox = await startMailbox();
  press = await createTestContext({
    settings: {
      trustedProxies: ['127.0.0.1'],
      smtpUrl: mailbox.url,
      forumSenderLimit: 1_000_000,
      forumTextLimit: 1_000_000,
      forumSiteLimit: 1_000_000,
    },
  });
  administrator = await press.as('administrator');
  grounds = await listGrounds(administrator);
  mailer = createMailer(press.context.settings)!;
  server = await startServer(press.asVisitor());
  browser = await startBrowser();
  const { address } = server;
  withScript = await startWatch(browser, { address, withScript: true });
  withoutScript = await startWatch(browser, { address, withScript: false });
  secrets = { api: await secretFor('api'), feed: await secretFor('feed') };
  for (const watch of [withScript, withoutScript]) await watch.signIn(await sessionCookie());
});

after(async () => {
  await browser?.close();
  await server?.close();
  mailer?.close();
  await press?.close();
  await mailbox?.close();
});

const batches = Array.from({ length: Math.ceil(ATTACKS.length / A_BATCH) }, (_, at) =>
  ATTACKS.slice(at * A_BATCH, (at + 1) * A_BATCH),
);

for (const [number, batch] of batches.entries())
  test(`strings ${number * A_BATCH + 1} to ${number * A_BATCH + batch.length}: nothing runs, everything is shown as typed`, async () => {
    const place = await placeFor(number, batch);
    await previewed(place, batch);
    const sent = await allSent(place, batch);
    await waiting(place, sent);
    await refused(place, sent, batch);
    await validated(place, sent, batch);
    await edited(place, sent, batch);
    await atTheDesk(place, batch);
    await importedFrom(place, batch, ALL ? FORMATS : FORMATS.slice(2 * number, 2 * number + 2));
    await mailed();
    for (const watch of [withScript, withoutScript]) problems.push(...watch.told());
    counts.strings += batch.length;
    const found = problems.splice(0);
    assert.deepEqual(found.slice(0, 12), [], `${found.length} problems; seed ${SEED}`);
  });

test('all of them through the one renderer: six elements, two attributes, every letter', () => {
  const all = attackStrings();
  for (const { text } of all) {
    const { body } = tidyWords({ name: 'x', subject: '', body: text });
    const [tree, found] = [parseFragment(renderContribution(body)), { text: '', stray: [] as string[] }];
    walk(tree, found);
    assert.deepEqual(found.stray, [], JSON.stringify(text));
    assert.equal(letters(found.text), letters(body));
  }
  assert.ok(all.length >= 2000, `${all.length} strings`);
});

type Node = DefaultTreeAdapterTypes.Node;

function walk(node: Node, found: { text: string; readonly stray: string[] }): void {
  if ('value' in node) found.text += node.value;
  if (!['#text', '#document-fragment', 'p', 'br', 'blockquote', 'em', 'strong', 'a'].includes(node.nodeName))
    found.stray.push(node.nodeName);
  for (const { name, value } of 'attrs' in node ? node.attrs : [])
    if (node.nodeName !== 'a' || !(name === 'rel' || (name === 'href' && /^https?:\/\//.test(value))))
      found.stray.push(`${node.nodeName} ${name}=${value}`);
  for (const child of 'childNodes' in node ? node.childNodes : []) walk(child, found);
}

/** What was looked at at all: a watch that sees nothing must fail. */
test('the figures', (running) => {
  const [one, other] = [withScript, withoutScript];
  running.diagnostic(
    `${counts.strings} of ${attackStrings().length} strings (seed ${SEED}) × ${FIELDS} fields; ${one.pages} pages with script, ` +
      `${other.pages} without, ${counts.shown} contributions compared, ${counts.answers} answers read, ${counts.feeds} feeds parsed, ` +
      `${counts.mails} mails; ${one.executions.length + other.executions.length} executions, ` +
      `${one.violations.length + other.violations.length} violations`,
  );
  assert.ok(attackStrings().length >= 2000);
  assert.ok(counts.strings > 10 && counts.shown > 10 * counts.strings, `${counts.shown} shown`);
  assert.ok(counts.mails > counts.strings, `${counts.mails} mails`);
});

test('the watch sees what runs, what is stopped, and what asks elsewhere', async () => {
  const watch = await startWatch(browser, { address: server.address, withScript: true });
  await watch.look('/');
  await watch.run('__hit(1); fetch("https://attack.invalid/x").catch(() => {})');
  const looked = await watch.run(
    `document.querySelector('main').innerHTML = '<img src=x onerror=__hit(2)><iframe></iframe>'`,
  );
  assert.match(watch.executions.join('\n'), /__hit 1/);
  assert.ok(watch.violations.length > 0);
  assert.deepEqual(looked.stray, ['img onerror=__hit(2)', 'iframe']);
  await watch.run(`location.href = 'https://attack.invalid/x'`).catch(() => null);
  assert.match(watch.executions.join('\n'), /request https:\/\/attack\.invalid/);
  await watch.close();
});

/** Name, subject, body, e-mail, paragraph, quote, answers, trap; reason, reply; remark; label and words of a ground; blocked, allowed; words, instead, name of a misprint; label of a token; title of the text. */
const FIELDS = 19;

interface Place {
  readonly number: number;
  readonly textId: TextId;
  readonly slug: string;
  readonly title: string;
}

interface Sent {
  readonly id: ContributionId;
  readonly receipt: string;
  readonly email: string;
  readonly words: Typed;
}

interface Typed {
  readonly name: string;
  readonly subject: string;
  readonly body: string;
}

async function placeFor(number: number, batch: readonly Attack[]): Promise<Place> {
  const slug = `place-${number}`;
  const title = line(batch[number % batch.length]!.text, 120);
  const source = `---\ntitle: ${JSON.stringify(title)}\nlanguage: en\n---\n\nThe ferry lay still upon the water.\n\nNobody had a name for it.\n`;
  const textId = await publishSource(press.context, { source, slug });
  const article = (await withScript.look(`/${slug}`)).text;
  if (!letters(article).includes(letters(title))) problems.push(`title ${JSON.stringify(title)} is not shown`);
  return { number, textId, slug, title };
}

/** A string in all fields of one form; what is too long for a field is cut, as the form's own maxlength does. */
function typedOf(batch: readonly Attack[], at: number): Typed {
  const text = (step: number) => batch[(at + step) % batch.length]!.text;
  return { name: line(text(0), LONGEST.name), subject: line(text(1), LONGEST.subject), body: text(0) };
}

/** Cut, and with something to see in it. */
function line(text: string, most: number): string {
  const cut = text.slice(0, most).toWellFormed();
  const { name } = tidyWords({ name: cut, subject: '', body: '' });
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) ? cut : `x${cut.slice(1)}`.toWellFormed();
}

async function previewed({ slug }: Place, batch: readonly Attack[]): Promise<void> {
  const paragraphs = batch.map(({ text }) => text.slice(0, 600).toWellFormed());
  const combined = { ...typedOf(batch, 3), body: paragraphs.join('\n\n') };
  await both(async (watch) => {
    await watch.look(`/${slug}/forum`);
    const seen = await watch.send(`/${slug}/forum/preview`, {
      ...combined,
      email: 'a@b.example',
      quote: batch[0]!.text,
      answers: batch[1]!.text,
    });
    same('preview', seen, { '': combined });
    if (watch === withScript) sentAsShown(seen, combined);
    const wrong = { ...combined, email: batch[4]!.text.replace(/[\r\n]/g, ' '), paragraph: line(batch[5]!.text, 40) };
    await watch.look(`/${slug}/forum`);
    const again = await watch.send(`/${slug}/forum/preview`, wrong);
    inert('form with mistakes', again);
    if (again.status !== 422) problems.push(`a form with mistakes got ${again.status}`);
  });
}

/** What is sent is what was shown. */
function sentAsShown({ fields }: Looked, typed: Typed): void {
  const shown = tidyWords(typed);
  const field = (one: string) => fields[one] ?? '';
  const { name, subject, body } = tidyWords({ name: field('name'), subject: field('subject'), body: field('body') });
  if (name !== shown.name || subject !== shown.subject || body !== shown.body)
    problems.push(
      `the preview would send other words than it shows: ${JSON.stringify(body)} for ${JSON.stringify(shown.body)}`,
    );
}

/** Through the pages, as a browser without script does it: preview, then the form that came with it. */
async function allSent(place: Place, batch: readonly Attack[]): Promise<readonly Sent[]> {
  const all: Sent[] = [];
  for (const at of batch.keys()) {
    const words = typedOf(batch, at);
    const email = `${batch[at]!.text.replace(/[^\w!#$%&'*+/=?^`{|}~-]/g, '').slice(0, 50) || 'x'}@attack.test`;
    const quote = batch[(at + 2) % batch.length]!.text;
    const typed = { ...words, email, quote, notify: 'yes', answers: batch[(at + 5) % batch.length]!.text, website: '' };
    const preview = await post(`/${place.slug}/forum/preview`, typed);
    const form = fieldsOf(/<form class="send".*?<\/form>/s.exec(preview.text)?.[0] ?? '');
    press.clock.advance(10);
    const { location } = await post(`/${place.slug}/forum/send`, form);
    const receipt = /^\/receipt\/([\w-]+)$/.exec(location ?? '')?.[1];
    const read = receipt && (await readReceipt(press.asVisitor(), { receipt }));
    if (!receipt || !read) problems.push(`not taken: ${JSON.stringify(words)} ${preview.status} ${location}`);
    else all.push({ id: read.id, receipt, email, words });
  }
  return all;
}

async function waiting(place: Place, sent: readonly Sent[]): Promise<void> {
  await queueShows(place, sent, '');
  const listed = await api(`/queue?text=${place.slug}&limit=100`, secrets.api);
  const spam = await api(`/queue?text=${place.slug}&limit=100&lane=spam`, secrets.api);
  const items = new Map([...listed.items, ...spam.items].map((item: { id: string }) => [item.id, item]));
  for (const { id, words } of sent) asTyped('queue as JSON', items.get(id), words);
  // The feed of the queue leaves likely spam out, which most of them are.
  await press.context.store.write(async (transaction) => {
    for (const { id } of sent) await changeContribution(transaction, { id, lane: 'main' });
  });
  await feed(`/queue/${secrets.feed}.atom`);
  for (const { words } of sent.slice(0, SINGLY)) {
    const q = encodeURIComponent(words.body.slice(0, 150).toWellFormed());
    for (const path of [
      `/${place.slug}/forum?paragraph=${q}&answers=${q}`,
      `/search?q=${q}`,
      `/desk/queue?q=${q}&text=${q}&batch=${q}`,
    ])
      await read(path);
    await read(`/${place.slug}/forum/${q}`, 404);
    await read(`/receipt/${q}`, 404);
    await read(`/mail/${q}`, 404);
    await read(`/queue/${q}.atom`, 404);
  }
  await both(async (watch) => {
    const q = encodeURIComponent(sent[0]!.words.body.slice(0, 150).toWellFormed());
    for (const path of [
      `/desk/queue?q=${q}&text=${q}&sender=${q}`,
      `/${place.slug}/forum?paragraph=${q}&answers=${q}`,
      `/search?q=${q}`,
    ])
      inert(path, await watch.look(path));
    inert('nothing there', await watch.look(`/${place.slug}/forum/${q}`));
    inert('a public text', await watch.look(`/${place.slug}`));
  });
}

/** The queue, both lanes, page by page; and one by itself. */
async function queueShows({ textId }: Place, sent: readonly Sent[], more: string): Promise<void> {
  const expected = Object.fromEntries(sent.map(({ id, words }) => [id, words]));
  await both(async (watch) => {
    const shown = new Set<string>();
    for (const lane of more === '' ? ['main', 'spam'] : ['main']) {
      const seen = await watch.look(`/desk/queue?lane=${lane}&text=${textId}${more}`);
      same(`queue ${more}`, seen, expected);
      for (const { id } of seen.pieces) shown.add(id);
    }
    if (shown.size < sent.length) problems.push(`queue ${more}: ${shown.size} of ${sent.length} shown`);
    const { id, words } = sent[0]!;
    same('queue item', await watch.look(`/desk/queue/${id}`), { [id]: words });
  });
}

async function refused(place: Place, sent: readonly Sent[], batch: readonly Attack[]): Promise<void> {
  await confirmed(sent);
  for (const [at, { id }] of sent.entries()) {
    const reason = line(batch[at]!.text, LONGEST.reason);
    await decide(id, { decision: 'refuse', ground: grounds[0]!.code, reason });
  }
  await inForce();
  await queueShows(place, sent, '&state=refused');
  for (const [at, one] of sent.entries()) {
    const file = JSON.parse(await read(`/receipt/${one.receipt}/contribution.json`));
    asTyped('receipt as JSON', file.revisions[0], one.words);
    const reason = line(batch[at]!.text, LONGEST.reason).trim();
    if (file.history.at(-1).reason !== reason) problems.push(`reason ${JSON.stringify(reason)} in the receipt as JSON`);
    for (const watch of at < SINGLY ? [withScript, withoutScript] : ALL ? [withScript] : []) {
      const seen = await watch.look(`/receipt/${one.receipt}`);
      same('receipt', seen, { '': one.words });
      if (!letters(seen.text).includes(letters(reason))) problems.push(`reason ${JSON.stringify(reason)} is not shown`);
    }
  }
}

async function confirmed(sent: readonly Sent[]): Promise<void> {
  await mailed();
  await press.context.store.write(async (transaction) => {
    for (const { id } of sent) await changeContribution(transaction, { id, emailConfirmedAt: '2026-11-22T18:00:00Z' });
  });
}

/** Rescued, with an answer of the site's: its words are another's that can be typed. */
async function validated(place: Place, sent: readonly Sent[], batch: readonly Attack[]): Promise<void> {
  for (const [at, { id }] of sent.entries())
    await decide(id, { decision: 'validate', from: 'refused', reply: `${line(batch[at]!.text, 5000)}` });
  await inForce();
  await publicShows(place, sent, batch);
}

async function publicShows(place: Place, sent: readonly Sent[], batch: readonly Attack[]): Promise<void> {
  const { slug } = place;
  const listed = await api(`/contributions?text=${slug}&limit=100`);
  const shown = new Map<string, { id: string; forTheSite: boolean; answers: string }>(
    listed.contributions.map((one: { id: string }) => [one.id, one]),
  );
  for (const { id, words } of sent) asTyped('API', shown.get(id), words, { isPlain: true });
  const expected: Record<string, Typed> = Object.fromEntries(sent.map(({ id, words }) => [id, words]));
  for (const { id, forTheSite, answers } of shown.values()) {
    const at = sent.findIndex((one) => one.id === answers);
    if (forTheSite)
      expected[id] = { name: press.context.settings.siteName, subject: '', body: line(batch[at]!.text, 5000) };
  }
  const pages = Math.ceil(sent.length / 20);
  await both(async (watch) => {
    let count = 0;
    for (let page = 1; page <= pages; page += 1) {
      const seen = await watch.look(`/${slug}/forum${page > 1 ? `?page=${page}` : ''}`);
      count += same('forum', seen, expected);
    }
    if (count < 2 * sent.length) problems.push(`forum of ${slug}: ${count} of ${2 * sent.length} shown`);
    same('text', await watch.look(`/${slug}`), expected);
    same('permalink', await watch.look(`/${slug}/forum/${sent[0]!.id}`), expected);
    const answering = await watch.look(`/${slug}/forum?answers=${sent[1]!.id}`);
    same('form to answer', answering, { ...expected });
    if (place.number % 4 === 0)
      for (const path of ['/', '/record/forum', '/privacy', '/record']) inert(path, await watch.look(path));
  });
  await feed('/forum.atom');
  await feed(`/${slug}/forum/feed.atom`, expected);
  await feed('/feed.atom');
  for (const { id } of sent) await read(`/${slug}/forum/${id}`);
}

async function edited(place: Place, sent: readonly Sent[], batch: readonly Attack[]): Promise<void> {
  const changed: Sent[] = [];
  for (const [at, { receipt, ...one }] of sent.entries()) {
    const words = typedOf(batch, at + 7);
    const { hash } = (await readReceipt(press.asVisitor(), { receipt }))!;
    const done = await editContribution(press.asVisitor(), { receipt, typed: words, hash, address: '192.0.2.1' });
    if (!done.ok) problems.push(`an edit was not taken: ${JSON.stringify(words)}`);
    changed.push({ ...one, receipt, words });
  }
  await queueShows(place, changed, '');
  await both(async (watch) => {
    const [{ receipt, words }] = changed as [Sent];
    const seen = await watch.look(`/receipt/${receipt}`);
    inert('receipt of an edit', seen);
    if (seen.pieces[0]?.words === undefined || letters(seen.pieces[0].words) !== letters(tidyWords(words).body))
      problems.push('receipt of an edit shows other words');
  });
  for (const { id } of changed) await decide(id, { decision: 'validate' });
  await inForce();
  const listed = await api(`/contributions?text=${place.slug}&limit=100`);
  const shown = new Map(listed.contributions.map((one: { id: string }) => [one.id, one]));
  for (const { id, words } of changed) asTyped('API after the edit', shown.get(id), words, { isPlain: true });
  await feed(`/${place.slug}/forum/feed.atom`);
}

async function atTheDesk({ number, textId, slug }: Place, batch: readonly Attack[]): Promise<void> {
  const texts = batch.map(({ text }) => text);
  for (const text of texts) assert.ok((await addRemark(administrator, { textId, body: line(text, 5000) })).ok);
  const list = texts.map((text, at) => ({ code: `g-${at}`, label: line(text, 80), reason: line(text, 1000) }));
  const changed = await changeGrounds(administrator, { grounds: list });
  assert.ok(changed.ok, JSON.stringify(changed));
  await changeLists(administrator, {
    blocked: texts.map((text) => line(text, 150)),
    allowed: texts.map((text) => line(text, 150)),
  });
  for (const [at, text] of texts.entries()) {
    const made = await createAccessToken(administrator, { kind: 'api', label: line(text, 80) });
    assert.ok(made.ok, JSON.stringify(text));
    const ticket = await issueTicket(press.asVisitor(), { form: 'misprint', textId });
    const field = (step: number) => line(texts[(at + step) % texts.length]!, 80);
    const typed = { slug, paragraph: text, words: field(0), instead: field(1), name: field(2), ticket, trap: '' };
    await reportMisprint(press.asVisitor(), { ...typed, address: `10.${number}.${at}.1` });
  }
  await both(async (watch) => {
    const said = await watch.look(`/desk/texts/${textId}/remarks`);
    inert('remarks', said);
    shows(
      'remarks',
      said.text,
      texts.map((text) => contributionText(line(text, 5000).replace(/\r\n?/g, '\n').normalize('NFC').trim())),
    );
    const settings = await watch.look('/desk/forum');
    inert('forum settings', settings);
    for (const [at, { label }] of list.entries())
      if (letters(settings.fields[`label-${at}`] ?? '') !== letters(label))
        problems.push(`ground ${JSON.stringify(label)} is not shown`);
    const access = await watch.look('/desk/access');
    inert('access', access);
    shows(
      'access',
      access.text,
      texts.map((text) => line(text, 80)),
    );
    inert('misprints', await watch.look('/desk/misprints'));
    inert('desk', await watch.look('/desk'));
    inert('text at the desk', await watch.look(`/desk/texts/${textId}`));
    inert('queue with grounds', await watch.look('/desk/queue'));
    inert(
      'misprint form',
      await watch.look(
        `/${slug}/misprint?words=${encodeURIComponent(texts[0]!.slice(0, 300).toWellFormed())}&paragraph=x`,
      ),
    );
  });
  for (const { id, label } of await listOwnTokens(administrator))
    if (!['api', 'feed'].includes(label)) await removeAccessToken(administrator, { id });
  await changeGrounds(administrator, { grounds });
  await changeLists(administrator, { blocked: [], allowed: [] });
}

/** Another site's file, its fields filled with the strings as they are. */
async function importedFrom(place: Place, batch: readonly Attack[], formats: readonly ForumFormat[]): Promise<void> {
  for (const format of formats) {
    const slug = `from-${format}-${place.number}`;
    const textId = await publishSource(press.context, { source: `---\ntitle: From ${format}\n---\n\nA word.\n`, slug });
    const all = batch.map((_, at) => typedOf(batch, at));
    const read = attackExport(format, { all, from: place.number * A_BATCH + 1 });
    const contributions = read.map((contribution) => ({ contribution, textId, number: 1, isOrphan: false }));
    if (contributions.length < batch.length)
      problems.push(`${format}: ${contributions.length} of ${batch.length} read`);
    for await (const outcomes of importContributions(press.context, { format, contributions }))
      counts.answers += outcomes.length;
    const listed = await api(`/contributions?text=${slug}&limit=100`);
    const expected = Object.fromEntries(
      listed.contributions.map((one: { id: string; name: string; subject: string; body: string }) => [
        one.id,
        { ...one, subject: one.subject ?? '' },
      ]),
    );
    await both(async (watch) => {
      if (same(format, await watch.look(`/${slug}/forum`), expected) < batch.length)
        problems.push(`${format}: not all shown`);
    });
    await feed(`/${slug}/forum/feed.atom`);
  }
}

/** Everything due, over a real connection: one recipient each, none that was not given, no header that is not ours. */
async function mailed(): Promise<void> {
  const from = mailbox.mails.length;
  while ((await sendDueMail(press.context, mailer)) > 0);
  for (const mail of mailbox.mails.slice(from)) {
    counts.mails += 1;
    if (!/^[^\s,@]+@attack\.test$/.test(mail.to)) problems.push(`a mail to ${mail.to}`);
    const added = [...mail.headers.keys()].filter((name) => !HEADERS.includes(name));
    if (added.length > 0) problems.push(`mail with ${added.join(', ')}`);
    if (String(mail.headers.get('content-type')).includes('html')) problems.push('mail in HTML');
    if (/[\r\n]/.test(mail.subject)) problems.push('a subject of several lines');
  }
}

const HEADERS =
  'auto-submitted content-transfer-encoding content-type date from list list-unsubscribe list-unsubscribe-post message-id mime-version subject to'.split(
    ' ',
  );

/** At once, each in its own window. */
const both = (use: (watch: Watch) => Promise<void>) => Promise.all([withScript, withoutScript].map(use));

// ---- what is compared ----

function inert(where: string, { stray, status }: Looked): void {
  if (status >= 500) problems.push(`${where}: ${status}`);
  problems.push(...stray.map((one) => `${where}: ${one}`));
}

/** Every piece that is known shows what was typed, letter for letter. Gives how many there were. */
function same(where: string, seen: Looked, expected: Readonly<Record<string, Typed>>): number {
  inert(where, seen);
  const known = seen.pieces.filter(({ id }) => expected[id]);
  if (known.length === 0 && seen.pieces.length > 0) problems.push(`${where}: nothing that is known`);
  for (const { id, name, subject, words } of known) {
    const wanted = tidyWords(expected[id]!);
    counts.shown += 1;
    if (name !== wanted.name)
      problems.push(`${where}: name ${JSON.stringify(name)} for ${JSON.stringify(wanted.name)}`);
    if (subject !== (wanted.subject ?? ''))
      problems.push(`${where}: subject ${JSON.stringify(subject)} for ${JSON.stringify(wanted.subject)}`);
    if (letters(words) !== letters(wanted.body))
      problems.push(
        `${where}: words ${JSON.stringify(words.slice(0, 200))} for ${JSON.stringify(wanted.body.slice(0, 200))}`,
      );
  }
  return known.length;
}

/** The marks of the forum's markup are signs, its paragraphs are space, and what HTML cannot hold is nothing; all else is what was typed. */
const letters = (text: string) => text.replace(/[\s*>\p{Cc}\uFDD0-\uFDEF\uFFFE\uFFFF]/gu, '');

function shows(where: string, text: string, wanted: readonly string[]): void {
  const all = letters(text.normalize('NFC'));
  for (const one of wanted)
    if (!all.includes(letters(one.normalize('NFC'))))
      problems.push(`${where}: ${JSON.stringify(one.slice(0, 200))} is not shown`);
}

interface InJson {
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
}

/** A program gets the words exactly. */
function asTyped(where: string, got: unknown, typed: Typed, { isPlain = false } = {}): void {
  const wanted = tidyWords(typed);
  const body = isPlain ? contributionText(wanted.body) : wanted.body;
  const { name, subject, body: words } = (got ?? {}) as InJson;
  counts.answers += 1;
  if (name !== wanted.name || subject !== wanted.subject || words !== body)
    problems.push(`${where}: ${JSON.stringify({ name, subject, words })} for ${JSON.stringify({ ...wanted, body })}`);
}

/** Well-formed, without entities or instructions of anybody's; each entry with its words. */
async function feed(path: string, expected: Readonly<Record<string, Typed>> = {}): Promise<void> {
  const xml = await read(path);
  counts.feeds += 1;
  const parser = new SaxesParser({ xmlns: true });
  let [entries, text] = [0, ''];
  const names = new Map<string, string>();
  let id = '';
  parser.on('error', (error) => problems.push(`${path}: ${error.message}`));
  parser.on('doctype', () => problems.push(`${path}: a document type`));
  parser.on('processinginstruction', ({ target }) => problems.push(`${path}: an instruction ${target}`));
  parser.on('cdata', () => problems.push(`${path}: CDATA`));
  parser.on('opentag', ({ local }) => {
    text = '';
    if (local === 'entry') entries += 1;
    if (!FEED_TAGS.includes(local)) problems.push(`${path}: <${local}>`);
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', ({ local }) => {
    if (local === 'id') id = text.split(':')[3] ?? '';
    if (local === 'name' && id) names.set(id, text);
  });
  parser.write(xml).close();
  for (const [one, typed] of Object.entries(expected)) {
    const name = names.get(one);
    if (name !== undefined && name !== tidyWords(typed).name) problems.push(`${path}: name ${JSON.stringify(name)}`);
  }
  if (entries === 0) problems.push(`${path}: no entry`);
}

const FEED_TAGS = 'feed id title updated link author name generator entry published content summary in-reply-to'.split(
  ' ',
);

// ---- acts ----

async function decide(
  id: ContributionId,
  { decision, ...more }: { decision: 'validate' | 'refuse' } & Record<string, string>,
) {
  const { hash } = (await readQueueItem(administrator, { id }))!;
  const rest = { ground: '', reason: null, reply: null, ...more };
  const decided = await decideContributions(administrator, { items: [{ id, hash }], decision, ...rest });
  if (!decided.ok) problems.push(`${decision}: ${JSON.stringify(decided.mistakes)}`);
}

async function inForce(): Promise<void> {
  press.clock.advance(6);
  while ((await enactDecisions(press.context)) > 0);
}

async function secretFor(kind: 'api' | 'feed'): Promise<string> {
  const made = await createAccessToken(administrator, { kind, label: kind });
  assert.ok(made.ok);
  return made.value.token;
}

async function sessionCookie(): Promise<string> {
  const answer = await post('/desk/sign-in', { name: 'Ada', password: TEST_PASSWORD });
  return answer.cookies.find((cookie) => cookie.startsWith('stet-session='))!.split(';')[0]!;
}

let asked = 0;
const asAnybody = () => {
  asked += 1;
  return { 'x-forwarded-for': `198.18.${Math.floor(asked / 250) % 250}.${asked % 250}`, 'accept-language': 'en' };
};

async function post(path: string, fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams(fields);
  const answer = await fetch(`${server.address}${path}`, {
    method: 'POST',
    body,
    headers: asAnybody(),
    redirect: 'manual',
  });
  const text = await answer.text();
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    cookies: answer.headers.getSetCookie(),
    text,
  };
}

/** No bug, no header of anybody else's. */
async function read(path: string, status?: number): Promise<string> {
  const cookie = path.startsWith('/desk') ? { cookie: await deskCookie() } : {};
  const answer = await fetch(`${server.address}${path}`, {
    headers: { ...asAnybody(), ...cookie },
    redirect: 'manual',
  });
  counts.answers += 1;
  if (answer.status >= 500 || (status !== undefined && answer.status !== status))
    problems.push(`${path}: ${answer.status}${status ? `, not ${status}` : ''}`);
  if (answer.headers.has('x-attack')) problems.push(`${path}: a header of somebody's`);
  return answer.text();
}

let cookie: Promise<string> | null = null;
function deskCookie(): Promise<string> {
  cookie ??= sessionCookie();
  return cookie;
}

// biome-ignore lint/suspicious/noExplicitAny: what it is, is what is tested
async function api(path: string, secret?: string): Promise<any> {
  const headers = { ...asAnybody(), ...(secret && { authorization: `Bearer ${secret}` }) };
  const answer = await fetch(`${server.address}/api/v1${path}`, { headers });
  counts.answers += 1;
  return answer.json();
}
