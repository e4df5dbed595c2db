// From a copied page to a published one, in a real browser, as the administrator does it: with script, and once without.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { createInvitation } from '#operations/invitation-create.ts';
import { judged, withPage } from '#test/support/browser.ts';
import { servePress } from '#test/support/served.ts';
import { COPIED_PAGE } from './copied-page.ts';

const { press, server, browser } = await servePress();

test('claim, paste, correct, confirm, edit, publish, revise, compare, withdraw', async () => {
  const { token } = await createInvitation(press.context, { role: 'administrator' });
  const looked: string[] = [];
  const look = async (page: Page) => {
    looked.push(...(await judged(page)));
  };
  await withPage(browser, `${server.address}/claim/${token}`, { locale: 'en-GB' }, async (page) => {
    await look(page);
    await page.fill('[name=name]', 'Imogen');
    await page.fill('[name=password]', 'short');
    await page.click('main button[type=submit]');
    assert.equal(await page.inputValue('[name=name]'), 'Imogen', 'a mistake keeps what was typed');
    assert.ok(await page.locator('#field-password-mistake').isVisible());
    assert.equal(await page.evaluate('document.activeElement.className'), 'summary mistaken');
    await look(page);
    await page.fill('[name=password]', 'a long enough sentence');
    await page.click('main button[type=submit]');
    await page.waitForURL(/\/desk\?/);
    await look(page);

    await page.goto(`${server.address}/desk/new`);
    await look(page);
    await page.fill('[name=pasted]', COPIED_PAGE);
    await page.click('main button.main');
    await page.waitForURL(/\/reading$/);
    await look(page);
    assert.equal(await page.inputValue('[name="value.authors"]'), 'Hester Quill');
    assert.equal(await page.inputValue('[name="value.online"]'), '2025-03-04');
    assert.ok((await page.locator('.row.furniture').count()) > 0, 'the forum is struck out');
    assert.equal(await page.locator('.row.note').count(), 2);
    const call = page.locator('.row.paragraph a.call').first();
    const body = await call.getAttribute('href');
    assert.ok(await page.locator(`${body}`).isVisible(), 'a call leads to its body');

    await page.fill('[name="value.title"]', 'The Ferry Ledger');
    await page.press('[name="value.title"]', 'Enter');
    await page.waitForURL(/done=corrected/);
    assert.equal(await page.inputValue('[name="value.title"]'), 'The Ferry Ledger');
    const paragraphs = await page.locator('.row.paragraph').count();
    await page
      .locator('.row.paragraph', { hasText: 'The ferryman wrote' })
      .locator('button[value$=" furniture"]')
      .click();
    await page.waitForURL(/#line-/);
    assert.equal(await page.locator('.row.paragraph').count(), paragraphs - 1, 'one press takes lines out of the text');
    await page.locator('.row.furniture', { hasText: 'The ferryman wrote' }).locator('button[value$=" text"]').click();
    await page.waitForFunction(`document.querySelectorAll('.row.paragraph').length === ${paragraphs}`);
    await page.locator('button[name=undo]').click();
    await page.waitForFunction(`document.querySelectorAll('.row.paragraph').length === ${paragraphs - 1}`);
    await page.locator('button[name=undo]').click();
    await page.waitForFunction(`document.querySelectorAll('.row.paragraph').length === ${paragraphs}`);
    assert.equal(await page.inputValue('[name="value.title"]'), 'The Ferry Ledger', 'earlier corrections stand');

    await page.click('.confirm button');
    await page.waitForURL(/\/edit$/);
    await look(page);
    const source = await page.inputValue('[name=body]');
    assert.match(source, /The ferryman wrote a plain hand/);
    assert.doesNotMatch(source, /moderated before publication/);
    await page.fill('[name=body]', `${source}\nA *last* word, seen at once.\n`);
    await page.locator('[data-shown] em', { hasText: 'last' }).waitFor();
    await page.keyboard.press('Control+s');
    await page.locator('[data-saved]', { hasText: 'by Imogen' }).waitFor();

    await page.locator('.bar-below button[value=publish]').click();
    await page.waitForURL(/\/publish$/);
    await look(page);
    assert.equal(await page.inputValue('[name=slug]'), 'the-ferry-ledger');
    await page.click('main button.main');
    await page.waitForURL(/done=published/);
    await page.goto(`${server.address}/the-ferry-ledger`);
    assert.match((await page.textContent('main'))!, /A last word, seen at once/);
    await page.goBack();

    await page.locator('main form button', { hasText: 'Begin the next revision' }).click();
    await page.waitForURL(/\/edit$/);
    await page.fill('[name=body]', (await page.inputValue('[name=body]')).replace('A *last* word', 'The *final* word'));
    await page.locator('.bar-below button[value=publish]').click();
    await page.waitForURL(/\/publish$/);
    await look(page);
    assert.deepEqual(await page.locator('.comparison ins').allTextContents(), ['The final']);
    await page.click('main button.main');
    assert.ok(await page.locator('#field-reason-mistake').isVisible(), 'a second revision says why');
    await page.fill('[name=reason]', 'A better ending');
    await page.click('main button.main');
    await page.waitForURL(/done=published/);
    await look(page);
    await page.click('main button:has-text("Compare")');
    await page.waitForURL(/\/the-ferry-ledger\/compare\/1\.\.2$/);
    assert.ok((await page.locator('ins').count()) > 0);
    await page.goBack();

    await page.click('main a:has-text("Withdraw")');
    await look(page);
    await page.fill('[name=reason]', 'The family asked');
    await page.click('main button.danger');
    await page.waitForURL(/done=withdrawn/);
    await look(page);
    for (const path of ['accounts', 'account']) {
      await page.goto(`${server.address}/desk/${path}`);
      await look(page);
    }
  });
  const gone = await fetch(`${server.address}/the-ferry-ledger`);
  assert.equal(gone.status, 410);
  assert.match(await gone.text(), /The family asked/);
  assert.deepEqual(looked, []);
});

test('the same way without script, in French', async () => {
  const { token } = await createInvitation(press.context, { role: 'administrator' });
  const options = { javaScriptEnabled: false, locale: 'fr-FR' };
  await withPage(browser, `${server.address}/claim/${token}`, options, async (page) => {
    assert.equal(await page.getAttribute('html', 'lang'), 'fr');
    await page.fill('[name=name]', 'Odile');
    await page.fill('[name=password]', 'une phrase assez longue');
    await page.click('main button[type=submit]');
    await page.goto(`${server.address}/desk/new`);
    await page.fill('[name=pasted]', COPIED_PAGE);
    await page.click('main button.main');
    await page.fill('[name="value.title"]', 'Le registre du bac');
    await page.click('.confirm button');
    assert.match(page.url(), /\/edit$/);
    assert.equal(await page.inputValue('[name="value.title"]'), 'Le registre du bac', 'what stands in a field counts');
    await page.fill('[name=body]', `${await page.inputValue('[name=body]')}\nUn mot de plus.\n`);
    await page.click('.bar-below button[value=preview]');
    assert.match((await page.textContent('[data-shown]'))!, /Un mot de plus/);
    await page.click('.bar-below button[value=publish]');
    await page.click('main button.main');
    assert.match(page.url(), /done=published/);
    await page.goto(`${server.address}/le-registre-du-bac`);
    assert.match((await page.textContent('main'))!, /Un mot de plus/);
  });
});
