// A reader reports a misprint; an editor accepts it; until it is published nobody else sees a letter of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { listMisprints } from '#operations/reads/misprints.ts';
import { readProofing } from '#operations/reads/proofing.ts';
import { axeViolations, htmlErrors, sidewaysOverflow, withPage } from '#test/support/browser.ts';
import { TEST_PASSWORD } from '#test/support/context.ts';
import { createDeskClient } from '#test/support/desk-client.ts';
import { publishSource } from '#test/support/library.ts';
import { servePress } from '#test/support/served.ts';
import { publicRoutes } from '#web/routes/public.ts';

const SOURCE = `---
title: A Night Walk
authors: [Hester Quill]
language: en
---

It was the end of the road, and the
ferry lay still upon the water.

The ferryman had no name for it, and the ferry none.
`;

const { press, server, browser } = await servePress();
await press.as('editor');
const textId = await publishSource(press.context, { source: SOURCE, slug: 'a-night-walk' });

async function signedIn(options: Parameters<typeof withPage>[2], use: (page: Page) => Promise<void>): Promise<void> {
  const address = `${server.address}/desk/sign-in?next=/desk/misprints`;
  await withPage(browser, address, { locale: 'en-GB', ...options }, async (page) => {
    await page.fill('[name=name]', 'Edda');
    await page.fill('[name=password]', TEST_PASSWORD);
    await page.click('main button[type=submit]');
    await page.goto(`${server.address}/desk/misprints`);
    await use(page);
  });
}

async function reported(words: string, instead: string): Promise<void> {
  const reader = createDeskClient(server);
  const form = await reader.get('/a-night-walk/misprint');
  await reader.post('/a-night-walk/misprint', report(form.html, { words, instead, name: '' }));
  press.clock.advance(1);
}

/** Every decision taken has reached the server. */
async function settled(page: Page): Promise<void> {
  while (!(await page.evaluate(`Object.values(sessionStorage).every((kept) => kept === '[]')`)))
    await page.waitForTimeout(20);
}

const waiting = () => listMisprints(press.context, { state: 'waiting' });

test('from the foot of a page, without script, to the draft of the next revision, with credit', async () => {
  const options = { locale: 'en-GB', javaScriptEnabled: false };
  await withPage(browser, `${server.address}/a-night-walk`, options, async (page) => {
    const id = (await page.getAttribute('a.number', 'href'))!.slice(1);
    await page.goto(`${server.address}/a-night-walk/cite?paragraph=${id}`);
    await page.click('main a:has-text("Report a misprint")');
    assert.match((await page.textContent('main blockquote'))!, /end of the road/);
    await page.fill('[name=words]', 'the ferry lay still');
    await page.fill('[name=instead]', 'the ferry [lay](http://spam.example) *still*');
    await page.fill('[name=name]', 'Rosa Reader');
    await page.click('main form.misprint button');
    assert.match((await page.textContent('main'))!, /Thank you/);
  });
  await withPage(browser, `${server.address}/a-night-walk/misprint`, {}, async (page) => {
    assert.deepEqual(await axeViolations(page), []);
    await page.setViewportSize({ width: 320, height: 800 });
    assert.equal(await sidewaysOverflow(page), 0);
    assert.deepEqual(await htmlErrors(await (await page.request.get(page.url())).text()), []);
  });
  assert.equal((await waiting()).length, 1);
  await withPage(browser, `${server.address}/desk/sign-in?next=/desk/misprints`, { locale: 'en-GB' }, async (page) => {
    await page.fill('[name=name]', 'Edda');
    await page.fill('[name=password]', TEST_PASSWORD);
    await page.click('main button[type=submit]');
    await page.goto(`${server.address}/desk/misprints`);
    assert.deepEqual(await axeViolations(page), []);
    assert.deepEqual(await htmlErrors(await (await page.request.get(page.url())).text()), []);
    await page.keyboard.press('a');
    await page.locator('[data-undo]', { hasText: 'Accepted: the ferry lay still' }).waitFor();
    assert.equal(await page.locator('.finding').count(), 0);
    await settled(page);
  });
  const proofing = await readProofing(press.context, { textId });
  assert.ok(proofing?.ok);
  const { draft, changes } = proofing.value;
  assert.match(draft.source, /and the ferry \\?\[lay\\?\].*still/s, 'across the end of a line');
  assert.equal(changes[0]?.credit, 'Rosa Reader');
  const ada = createDeskClient(server);
  await press.as('administrator');
  await ada.signIn('Ada', TEST_PASSWORD);
  const preview = await ada.get(`/desk/texts/${textId}/publish`);
  assert.match(preview.html, /Reported by Rosa Reader\./);
  assert.doesNotMatch(preview.html, /href="http:\/\/spam/, 'what a reader typed is text');
});

test('decided in place by keys, undone by one, put back when it cannot be; without script as well', async () => {
  for (const [words, instead] of [
    ['The ferryman', 'The boatman'],
    ['the ferry', 'a ferry'],
    ['no name', 'no names'],
    ['upon the water', 'on the water'],
  ] as const)
    await reported(words, instead);
  const states = async () => (await waiting()).map(({ words }) => words);
  const before = await states();
  await signedIn({}, async (page) => {
    const faults: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    const address = page.url();
    const at = () => page.locator('.finding.at .finding-words del').textContent();
    assert.equal(await at(), 'The ferryman');
    await page.keyboard.press('a');
    assert.equal(await at(), 'the ferry', 'shown at once');
    // It stands in several places: the server says so, and it is back.
    await page.keyboard.press('a');
    await page.locator('[data-undo] .wrong', { hasText: 'several places' }).waitFor();
    assert.equal(await at(), 'the ferry');
    await page.keyboard.press('r');
    assert.equal(await at(), 'no name');
    await page.keyboard.press('e');
    assert.equal(await at(), 'upon the water');
    await settled(page);
    assert.deepEqual(await states(), ['upon the water']);
    for (const expected of ['no name', 'the ferry', 'The ferryman']) {
      await page.keyboard.press('z');
      await page.locator('.finding.at del', { hasText: expected }).waitFor();
    }
    assert.deepEqual(await states(), before, 'each waits again');
    assert.equal(await page.locator('.finding').count(), 4);
    assert.deepEqual(await axeViolations(page), []);
    await page.setViewportSize({ width: 320, height: 800 });
    assert.equal(await sidewaysOverflow(page), 0);
    assert.equal(page.url(), address, 'no page was loaded');
    assert.deepEqual(
      faults.filter((fault) => !/422/.test(fault)),
      [],
    );
  });
  await signedIn({ javaScriptEnabled: false }, async (page) => {
    await page.locator('.finding', { hasText: 'no names' }).getByRole('button', { name: 'Refuse' }).click();
    assert.equal(await page.locator('.finding').count(), 3);
    await page.locator('.undo-line button').click();
    assert.match((await page.textContent('.said'))!, /Undone/);
    assert.equal(await page.locator('.finding').count(), 4);
    for (let left = 4; left > 0; left -= 1) {
      await page.locator('.finding').first().getByRole('button', { name: 'Refuse' }).click();
    }
    await page.goto(`${server.address}/desk/misprints?state=refused`);
    await page.locator('.finding').first().getByRole('button', { name: 'Let it wait again' }).click();
    assert.equal((await states()).length, 1);
  });
});

test('words selected lead by a key to the form, filled in: whole words, and no numbers of the margin', async () => {
  await withPage(browser, `${server.address}/a-night-walk`, { locale: 'en-GB' }, async (page) => {
    const faults: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())));
    assert.equal(await page.locator('a.report').count(), 0);
    const found = `const block = document.querySelector('.body p[id]');
      const text = [...block.childNodes].find((node) => node.nodeType === 3 && node.data.includes('ferry lay'));
      const at = text.data.indexOf('ferry lay');`;
    await page.evaluate(`(() => { ${found} document.getSelection().setBaseAndExtent(text, at + 2, text, at + 8); })()`);
    await page.waitForSelector('a.report[href*="words=ferry+lay"]');
    const word = await page.evaluate<{ x: number; y: number }>(`(() => {
      ${found}
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 5);
      const { left, top } = range.getBoundingClientRect();
      return { x: left + 4, y: top + 6 };
    })()`);
    await page.mouse.dblclick(word.x, word.y);
    await page.waitForSelector('a.report[href$="words=ferry"]');
    assert.deepEqual(await axeViolations(page), []);
    const [link, block] = await Promise.all(
      ['.selected', '.body p[id]'].map((part) => page.locator(part).first().boundingBox()),
    );
    assert.ok(link!.y > block!.y && link!.y < block!.y + block!.height + 20, 'under the words');
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.className'), 'number', 'Tab is caught once');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await page.evaluate('document.activeElement.className'), 'report');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/misprint\?/);
    assert.equal(await page.inputValue('[name=words]'), 'ferry');
    assert.match((await page.textContent('main blockquote'))!, /ferry lay still upon the water/);
    await page.goBack();
    await page.evaluate(`document.getSelection().selectAllChildren(document.querySelector('.body'))`);
    await page.waitForTimeout(400);
    assert.equal(await page.locator('a.report').count(), 0, 'more than a paragraph is no misprint');
    assert.deepEqual(faults, []);
  });
});

test('a report reaches no public page: a marker sent, every public address asked, no hit', async () => {
  const marker = `zq${Math.random().toString(36).slice(2)}`;
  const reader = createDeskClient(server);
  const form = await reader.get('/a-night-walk/misprint');
  const sent = await reader.post(
    '/a-night-walk/misprint',
    report(form.html, { words: marker, instead: `${marker}s`, name: marker }),
  );
  assert.match(sent.html, /Thank you/);
  const kept = (await waiting()).find(({ words }) => words === marker);
  assert.ok(kept);
  const paths = publicRoutes
    .filter(({ method }) => method === 'GET')
    .map(({ path }) =>
      path
        .replace(':slug', 'a-night-walk')
        .replace(':number', '1')
        .replace(':range', '1..1')
        .replace(':name', 'hester-quill'),
    );
  assert.ok(paths.length > 20);
  const extra = [
    `/search?q=${marker}`,
    `/a-night-walk/cite?paragraph=${kept.blockId}`,
    '/a-night-walk/misprint?sent=yes',
  ];
  for (const path of [...paths, ...extra]) {
    const { status, html } = await reader.get(path);
    assert.ok(status < 500, `${path}: ${status}`);
    assert.ok(!html.replaceAll(`q=${marker}`, '').includes(`${marker}s`), path);
    if (!path.startsWith('/search')) assert.ok(!html.includes(marker), path);
  }
});

test('one form counts once; machines get the same answer; odd forms and floods are refused', async () => {
  const reader = createDeskClient(server);
  const before = (await waiting()).length;
  const open = async () => (await reader.get('/a-night-walk/misprint')).html;
  const first = report(await open(), { words: 'one', instead: 'two' });
  const once = await reader.post('/a-night-walk/misprint', first);
  const twice = await reader.post('/a-night-walk/misprint', first);
  const trapped = await reader.post('/a-night-walk/misprint', {
    ...report(await open(), { words: 'a', instead: 'b' }),
    website: 'x',
  });
  assert.equal(twice.html, once.html);
  assert.equal(trapped.html, once.html);
  assert.equal((await waiting()).length, before + 1);
  const empty = await reader.post('/a-night-walk/misprint', report(await open(), { words: 'one', instead: ' ' }));
  assert.equal(empty.status, 422);
  assert.match(empty.html, /value="one"/);
  const forged = {
    ...report(await open(), { words: 'one', instead: 'two' }),
    ticket: `2026-11-22.${'A'.repeat(22)}.${'A'.repeat(43)}`,
  };
  assert.equal((await reader.post('/a-night-walk/misprint', forged)).status, 422);
  const odd = { ...report(await open(), { words: 'one', instead: 'two' }), state: 'accepted' };
  assert.equal((await reader.post('/a-night-walk/misprint', odd)).status, 400);
  assert.equal((await reader.get('/desk/misprints')).path.split('?')[0], '/desk/sign-in');
  assert.equal((await waiting()).length, before + 1);
  for (let count = 0; count < 20; count += 1)
    await reader.post('/a-night-walk/misprint', report(await open(), { words: 'w', instead: `x${count}` }));
  const late = await reader.post('/a-night-walk/misprint', report(await open(), { words: 'w', instead: 'late' }));
  assert.equal(late.status, 429);
  assert.ok(!(await waiting()).some(({ instead }) => instead === 'late'));
});

function report(html: string, typed: Readonly<Record<string, string>>): Record<string, string> {
  const ticket = /name="ticket" value="([^"]+)"/.exec(html)?.[1] ?? '';
  return { ticket, paragraph: '', name: '', website: '', ...typed };
}
