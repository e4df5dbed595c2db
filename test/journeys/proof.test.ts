// Proofing at the desk, in a real browser: by keys, and by buttons without script.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { startDraft } from '#operations/draft-start.ts';
import { createReading } from '#operations/reading-create.ts';
import { htmlErrors, judged, withPage } from '#test/support/browser.ts';
import { TEST_PASSWORD } from '#test/support/context.ts';
import { servePress } from '#test/support/served.ts';

const SOURCE = `---
title: A Night Walk
language: en
---

It was the the end of tbe road, and tbe ferry lay still upon the water.

The ferryman had a lccal name for it.
`;

const { press, server, browser } = await servePress();
await press.as('administrator');

test('before the guesses are confirmed: what proofing will ask, each with its line in the file', async () => {
  const lines = ['A NIGHT WALK', '', 'It was the the end of the road,', 'and the ferry lay still.', ''];
  const bytes = Buffer.from([...lines, 'The ferryman had a lccal name for it.', ''].join('\n'));
  const read = await createReading(press.context, { bytes, fileName: 'walk.txt', format: 'auto' });
  assert.ok(read.ok);
  const { textId } = read.value;
  await withPage(browser, `${server.address}/desk/sign-in`, { locale: 'en-GB' }, async (page) => {
    await signIn(page);
    await page.goto(`${server.address}/desk/texts/${textId}/reading`);
    await page.click('.proofed summary');
    const asked = await page.locator('.proofed li').allInnerTexts();
    assert.equal(asked.length, 2);
    assert.match(asked[0]!, /^Line 3 –.*the/);
    assert.match(asked[1]!, /^Line 6 – lccal local/);
    assert.equal(await page.getAttribute('.proofed li:last-child a', 'href'), '#line-6');
    assert.deepEqual(await judged(page), []);
  });
});

test('by keys: next, accept, stet, edit, undo; then publish, with the reason proposed', async () => {
  const { textId } = await startDraft(press.context, { source: SOURCE });
  const at = `${server.address}/desk/texts/${textId}`;
  await withPage(browser, `${server.address}/desk/sign-in`, { locale: 'en-GB' }, async (page) => {
    await signIn(page);
    await page.goto(`${at}/edit`);
    await page.click('a:has-text("Proof: 4 findings")');
    await page.waitForURL(/\/proof$/);
    assert.equal(await page.locator('.finding').count(), 4);
    assert.deepEqual(await judged(page), []);

    const pressed = async (key: string, left: number) => {
      await Promise.all([page.waitForURL(/done=/), page.waitForEvent('load'), page.keyboard.press(key)]);
      await page.waitForFunction(`document.querySelectorAll('.finding').length === ${left}`);
    };
    await page.keyboard.press('j');
    assert.equal(await page.getAttribute('.finding.at', 'id'), 'finding-0');
    await pressed('a', 3);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await pressed('s', 2);
    await page.keyboard.press('u');
    await page.waitForURL(/done=undone/);
    await page.waitForFunction(`document.querySelectorAll('.finding').length === 3`);
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await page.keyboard.type('XX');
    assert.match(await page.locator('.finding.at input[name=instead]').inputValue(), /XX$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=answered/);
    assert.deepEqual(await judged(page), []);

    await page.goto(`${at}/publish`);
    assert.deepEqual(await judged(page), []);
    await page.click('main button.main');
    await page.locator('.summary.mistaken', { hasText: 'certain findings' }).waitFor();
    await page.check('[name=all-the-same]');
    await page.click('main button.main');
    await page.waitForURL(/done=published/);

    await page.locator('main form button', { hasText: 'Begin the next revision' }).click();
    await page.goto(`${at}/proof`);
    await page.locator('.finding:has(button[value=accept]) button[value=accept]').first().click();
    await page.waitForURL(/done=answered/);
    await page.goto(`${at}/publish`);
    assert.match(await page.inputValue('[name=reason]'), /^Corrected: “.*” to “.*”\.$/);

    await page.goto(`${server.address}/desk/proofing`);
    assert.equal(await page.locator('.chart rect').count(), 2);
    await page.fill('[name=words]', 'lccal');
    await page.click('main button:has-text("Add")');
    await page.locator('#lexicon li', { hasText: 'lccal' }).waitFor();
    await page.locator('tr', { hasText: 'unknown-word' }).locator('button[value=yes]').click();
    await page.locator('tr', { hasText: 'unknown-word' }).locator('button[value=no]').waitFor();
    assert.deepEqual(await judged(page), []);
    await page.locator('tr', { hasText: 'unknown-word' }).locator('button[value=no]').click();
    await page.locator('#lexicon li button').click();
    await page.waitForURL(/done=switched/);
  });
});

test('without script: the same answers by buttons, and a rule turned off and on', async () => {
  const { textId } = await startDraft(press.context, { source: SOURCE });
  const at = `${server.address}/desk/texts/${textId}`;
  const options = { locale: 'fr-FR', javaScriptEnabled: false };
  await withPage(browser, `${server.address}/desk/sign-in`, options, async (page) => {
    await signIn(page);
    await page.goto(`${at}/proof`);
    const many = page.locator('.finding', { has: page.locator('[name=everywhere]') }).first();
    await many.locator('[name=everywhere]').first().check();
    await many.locator('button[value=accept]').click();
    assert.equal(await page.locator('.finding').count(), 2);
    await page.locator('.finding details summary').first().click();
    await page.locator('.finding details [name=instead]').first().fill('the');
    await page.locator('.finding details button').first().click();
    assert.equal(await page.locator('.finding').count(), 1);
    await page.locator('button[name=off][value=yes]').click();
    assert.equal(await page.locator('.finding').count(), 0);
    await page.locator('button[name=off][value=no]').click();
    assert.equal(await page.locator('.finding').count(), 1);
    await page.locator('button[value=stet]').click();
    assert.equal(await page.locator('.finding').count(), 0);
    assert.deepEqual(await htmlErrors(await (await page.context().request.get(page.url())).text()), []);
  });
});

async function signIn(page: Page): Promise<void> {
  await page.fill('[name=name]', 'Ada');
  await page.fill('[name=password]', TEST_PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForURL(/\/desk$/);
}
