// A reader contributes, without script and with it; an administrator decides; nobody sees before what nobody validated.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { readQueueItem } from '#operations/reads/queue-item.ts';
import { readReceipt } from '#operations/reads/receipt.ts';
import { axeViolations, htmlErrors, sidewaysOverflow, withPage } from '#test/support/browser.ts';
import { decideOn } from '#test/support/deciding.ts';
import { publishSource } from '#test/support/library.ts';
import { sendTo } from '#test/support/sender.ts';
import { servePress } from '#test/support/served.ts';

const SOURCE = `---
title: A Night Walk
authors: [Hester Quill]
language: en
---

It was the end of the road, and the ferry lay still upon the water.

The ferryman had no name for it, and the ferry none.
`;
const FRENCH = SOURCE.replace('A Night Walk', 'Le bac').replace('language: en', 'language: fr');

const { press, server, browser } = await servePress({
  settings: { forumSenderLimit: 10_000, smtpUrl: 'smtp://127.0.0.1:9' },
});
await publishSource(press.context, { source: SOURCE, slug: 'a-night-walk' });
await publishSource(press.context, { source: FRENCH, slug: 'le-bac' });

const NO_SCRIPT = { locale: 'en-GB', javaScriptEnabled: false };
const textOf = async (path: string) => (await fetch(server.address + path)).text();
const tokenIn = (url: string) => /\/receipt\/([\w-]+)/.exec(url)![1]!;

/** Fills in the form of the page and goes on to the preview. */
async function writeIn(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(typed)) await page.fill(`form.contribute [name=${name}]`, value);
  await page.click('form.contribute button');
}

/** What triage had to say of what the receipt on this page is of. */
async function signalsOf(page: Page): Promise<readonly string[]> {
  const { id } = (await readReceipt(press.asVisitor(), { receipt: tokenIn(page.url()) }))!;
  const item = await readQueueItem(await press.as('administrator'), { id });
  return item!.signals.map(({ code }) => code);
}

test('without script: from a paragraph of the text to its margin, by way of a preview, a receipt and a decision', async () => {
  await withPage(browser, `${server.address}/a-night-walk`, NO_SCRIPT, async (page) => {
    assert.match(
      (await page.textContent('#forum .notice'))!,
      /^This forum is moderated before publication: your contribution will only appear after being validated by an administrator\.$/,
    );
    await page.hover('.body p:nth-of-type(2)');
    await page.click('.body p:nth-of-type(2) .mark');
    assert.match((await page.textContent('main blockquote'))!, /no name for it/);
    await writeIn(page, { name: 'Rosa', body: 'It had one.\n\nThe <b>Widow</b>.', subject: 'Its name' });
    assert.match(
      (await page.textContent('.preview'))!,
      /Its name\s+Rosa\s+The ferryman had no name for it, and the ferry none\.\s+It had one\.\s*The <b>Widow<\/b>\./,
    );
    assert.match((await page.textContent('main'))!, /no name for it/, 'the place it would stand at');
    assert.equal(await page.inputValue('form.contribute [name=paragraph]'), '2');
    await page.fill('form.contribute [name=body]', 'It had one: the *Widow*.');
    await page.click('form.contribute button');
    press.clock.advance(20);
    await page.click('form.send button');
    await page.waitForURL(/\/receipt\//);
    assert.match((await page.textContent('.state'))!, /waiting to be read/);
    assert.ok((await signalsOf(page)).includes('proof-of-work'), 'noted, and no more');
    for (const path of ['/a-night-walk', '/a-night-walk/forum', '/forum.atom', '/a-night-walk/forum?paragraph=2'])
      assert.doesNotMatch(await textOf(path), /Widow|Rosa/, path);

    await decideOn(press, { receipt: tokenIn(page.url()) });
    await page.reload();
    assert.match((await page.textContent('.state'))!, /It is validated/);
    await page.click('.state a');
    assert.equal(await page.textContent('.words em'), 'Widow');
    await page.goto(`${server.address}/a-night-walk`);
    const mark = page.locator('.mark[data-count="1"]');
    assert.equal(await mark.getAttribute('aria-label'), '1 contribution on paragraph 2');
    await mark.click();
    assert.match((await page.textContent('.threads'))!, /It had one/);
    assert.match(await textOf('/a-night-walk/forum/feed.atom'), /It had one/);
  });
  const permanent = await textOf('/a-night-walk/1');
  assert.doesNotMatch(permanent, /class="mark"|id="forum"/, 'a revision’s own page shows the recorded bytes');
});

test('from its receipt it is changed, withdrawn, taken away and erased, each by a form', async () => {
  const token = await sendTo(press, { slug: 'a-night-walk', name: 'Jonas', body: 'First words.' });
  const id = await decideOn(press, { receipt: token });
  await withPage(browser, `${server.address}/receipt/${token}`, NO_SCRIPT, async (page) => {
    const open = (words: string) => page.click(`summary:has-text("${words}")`);
    await open('Change it');
    await page.fill('[name=body]', 'Second words.');
    await page.click('button:has-text("Send the new version")');
    assert.match((await page.textContent('.state'))!, /new version is waiting/);
    assert.match(await textOf(`/a-night-walk/forum/${id}`), /First words/, 'what was validated stays');
    assert.doesNotMatch(await textOf(`/a-night-walk/forum/${id}`), /Second words/);
    await decideOn(press, { receipt: token, decision: 'refuse', ground: 'off-topic', reason: 'Say which ferry.' });
    await page.reload();
    assert.match((await page.textContent('main'))!, /Say which ferry/);
    assert.match(await textOf(`/a-night-walk/forum/${id}`), /First words/);

    const file = await (await page.request.get(`${server.address}/receipt/${token}/contribution.json`)).json();
    assert.equal(file.revisions.length, 2);
    await open('Letters');
    await page.fill('[name=email]', 'nobody@nowhere');
    await page.click('button:has-text("Write to me")');
    assert.match((await page.textContent('.mistake'))!, /\S/);
    await page.goto(`${server.address}/receipt/${token}`);
    await open('Withdraw it');
    await page.click('button:has-text("Withdraw it now")');
    assert.match((await page.textContent('.state'))!, /withdrawn/);
    assert.equal((await fetch(`${server.address}/a-night-walk/forum/${id}`)).status, 404);
    await open('Erase it');
    await page.check('[name=sure]');
    await page.click('button:has-text("Erase it now")');
    assert.match((await page.textContent('.state'))!, /erased/);
    assert.doesNotMatch((await page.textContent('main'))!, /First|Second|Jonas/);
  });
});

test('with script the challenge is worked out while the preview is read, and nothing breaks the policy', async () => {
  const faults: string[] = [];
  await withPage(browser, `${server.address}/le-bac`, { locale: 'fr' }, async (page) => {
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(String(error)));
    assert.match(
      (await page.textContent('#forum .notice'))!,
      /^Ce forum est modéré a priori\u00A0: votre contribution n’apparaîtra qu’après avoir été validée par un administrateur du site\.$/,
    );
    await writeIn(page, { name: 'Rose', body: 'Il en avait un.', paragraph: '1' });
    assert.match((await page.textContent('h1'))!, /Prévisualisation/);
    await page.waitForSelector('form.send [name=work]:not([value=""])', { state: 'attached' });
    press.clock.advance(20);
    await page.click('form.send button');
    await page.waitForURL(/\/receipt\//);
    assert.match((await page.textContent('.state'))!, /attend d’être lue/);
    assert.ok(!(await signalsOf(page)).includes('proof-of-work'));
  });
  assert.deepEqual(faults, []);
});

test('by keyboard alone: from a paragraph’s number to its form', async () => {
  await withPage(browser, `${server.address}/a-night-walk`, { locale: 'en-GB' }, async (page) => {
    await page.focus('.body p:nth-of-type(1) .number');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.className'), 'mark');
    await page.keyboard.press('Enter');
    await page.waitForURL(/paragraph=/);
    assert.equal(await page.inputValue('[name=paragraph]'), '1');
  });
});

test('every page of the forum is sound: HTML, axe, 320 px, light and dark', async () => {
  const slug = 'a-night-walk';
  const first = await sendTo(press, {
    slug,
    name: 'Minna',
    subject: 'A\u202E subject',
    body: '> quoted\n\nhttps://example.org/a',
  });
  const id = await decideOn(press, { receipt: first });
  const answer = await sendTo(press, {
    slug,
    name: 'Odile with a long, long name',
    answers: id,
    body: 'w'.repeat(300),
  });
  await decideOn(press, { receipt: answer });
  const refused = await sendTo(press, { slug, body: 'No.' });
  await decideOn(press, { receipt: refused, decision: 'refuse', ground: 'off-topic' });
  const paths = [
    `/${slug}`,
    `/${slug}/forum`,
    `/${slug}/forum?paragraph=1`,
    `/${slug}/forum?answers=${id}`,
    `/${slug}/forum/${id}`,
    `/receipt/${first}`,
    `/receipt/${refused}`,
    '/privacy',
    '/record/forum',
  ];
  for (const path of paths) {
    await withPage(browser, server.address + path, {}, async (page) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        assert.deepEqual(await axeViolations(page), [], `${path} ${colorScheme}`);
      }
      await page.setViewportSize({ width: 320, height: 800 });
      assert.equal(await sidewaysOverflow(page), 0, path);
    });
    assert.deepEqual(await htmlErrors(await textOf(path)), [], path);
  }
  await withPage(browser, `${server.address}/${slug}/forum`, {}, async (page) => {
    const answered = page.waitForResponse(/\/preview$/);
    await writeIn(page, { name: 'Minna', body: 'Looked at.' });
    assert.deepEqual(await axeViolations(page), [], 'preview');
    assert.deepEqual(await htmlErrors(await (await answered).text()), [], 'preview');
  });
  assert.equal((await readReceipt(press.asVisitor(), { receipt: refused }))?.state, 'refused');
});
