// The queue as a screen reader reads it: what is said at each key, in which order, and that nothing is said twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { createAccount } from '#operations/account-create.ts';
import { withPage } from '#test/support/browser.ts';
import { TEST_PASSWORD } from '#test/support/context.ts';
import { servePress } from '#test/support/served.ts';
import { listenTo } from '#test/support/spoken.ts';
import { editedContribution, publishedText, waitingContribution } from '#test/support/waiting.ts';

const { press, server, browser } = await servePress();
await press.as('administrator');
await createAccount(press.context, { name: 'Berta', password: TEST_PASSWORD, role: 'administrator' });
const textId = await publishedText(press.context, 'The Lamp Tenders');

test('each key says who is at hand and what they wrote, then what was done; once', async () => {
  for (const name of ['Una', 'Dora', 'Tess', 'Olga', 'Ines', 'Rosa']) await send(name);
  const nadia = await send('Nadia');
  await atDesk('Ada', async (page) => {
    const reader = await listenTo(page);
    assert.deepEqual(inOrder(await reader.read(), READ), READ, 'the order of the page');

    await page.keyboard.press('j');
    assert.equal(await reader.focus(), 'article · Dora · Words of Dora.');
    await page.keyboard.press('k');
    assert.deepEqual(await reader.news(), [], 'moving says nothing besides');
    await page.keyboard.press('a');
    assert.equal(await reader.focus(), 'article · Dora · Words of Dora.');
    assert.deepEqual(await reader.news(), ['Validated: Una', 'Undo']);
    await page.keyboard.press('s');
    assert.equal(await reader.focus(), 'article · Tess · Words of Tess.');
    assert.deepEqual(await reader.news(), ['Spam: Dora', 'Undo'], 'what was said before is not said again');
    await page.keyboard.press('r');
    assert.equal(await reader.focus(), 'button · Off topic');
    await page.keyboard.press('2');
    assert.equal(await reader.focus(), 'article · Olga · Words of Olga.');
    assert.deepEqual(await reader.news(), ['Refused: Tess', 'Undo']);
    await page.keyboard.press('z');
    await page.locator('.item.at[data-name="Tess"]').waitFor();
    assert.equal(await reader.focus(), 'article · Tess · Words of Tess.');
    assert.deepEqual(await reader.news(), ['Undone.']);
    await page.keyboard.press('e');
    assert.match(await reader.focus(), /^textbox · Your reply/);
    await page.keyboard.press('Escape');
    assert.equal(await reader.focus(), 'article · Tess · Words of Tess.', 'back where one was');

    await page.keyboard.press('x');
    assert.equal(await reader.focus(), 'article · Olga · Words of Olga.');
    assert.deepEqual(await reader.news(), ['Ticked: 1']);
    await page.keyboard.press('x');
    assert.deepEqual(await reader.news(), ['Ticked: 2']);
    await page.keyboard.press('s');
    assert.equal(await reader.focus(), 'article · Ines · Words of Ines.');
    assert.deepEqual(await reader.news(), ['Decided: 2', 'Undo']);
    assert.equal(await page.locator('.item.at > .decide').isVisible(), true, 'its own buttons are back');

    await page.keyboard.press('a');
    await page.keyboard.press('a');
    await settled(page);
    await reader.news();
    await editedContribution(press.context, { id: nadia.id, body: 'Not what it was.' });
    await page.keyboard.press('a');
    await page.locator('.item.at', { hasText: 'Not what it was.' }).waitFor();
    assert.equal(await reader.focus(), 'article · Nadia · Not what it was.');
    assert.ok((await reader.news()).some((text) => /words changed while you were reading/.test(text)));
    await page.keyboard.press('a');
    await settled(page);
    assert.equal(await reader.focus(), 'link · Look again');
    assert.ok((await reader.news()).some((text) => text.startsWith('Nothing waits here.')));
  });
});

test('who else is reading is said when it becomes known', async () => {
  await send('Vera');
  await atDesk('Berta', async (berta) => {
    await berta.waitForResponse(/\/desk\/queue\/lease$/);
    await atDesk('Ada', async (page) => {
      const reader = await listenTo(page);
      await page.locator('.item.at .lease', { hasText: 'Berta' }).waitFor();
      assert.ok((await reader.read()).includes('article Vera'));
      const said = [...(await reader.news()), await page.locator('.item.at [role=status]').textContent()];
      assert.ok(said.includes('Berta is reading this now.'));
    });
  });
});

test('on a page of its own the way back is at hand once it is decided', async () => {
  const { id } = await send('Zoe');
  await atDesk('Ada', async (page) => {
    await page.goto(`${server.address}/desk/queue/${id}`);
    const reader = await listenTo(page);
    await page.keyboard.press('a');
    assert.equal(await reader.focus(), 'link · To the queue');
    assert.deepEqual(await reader.news(), ['Validated: Zoe', 'Undo']);
    await page.keyboard.press('z');
    await page.locator('.item.at[data-name="Zoe"]').waitFor();
    assert.equal(await reader.focus(), 'article · Zoe · Words of Zoe.');
    await settled(page);
  });
});

const READ = [
  'heading Queue',
  'navigation What waits',
  'link Waiting 7',
  'searchbox Search words and names',
  'combobox Order',
  'button Show',
  'list Contributions',
  'checkbox Tick the contribution of Una',
  'article Una',
  'heading Una',
  'link The Lamp Tenders',
  'heading What triage thinks',
  'heading The sender',
  'button Validate',
  'button Spam',
];

/** Those of the wanted that come in this order. */
function inOrder(read: readonly string[], wanted: readonly string[]): readonly string[] {
  let from = 0;
  return wanted.filter((line) => {
    const at = read.indexOf(line, from);
    if (at >= 0) from = at + 1;
    return at >= 0;
  });
}

const send = (name: string) => waitingContribution(press.context, { textId, name, body: `Words of ${name}.` });

async function atDesk(name: string, use: (page: Page) => Promise<void>): Promise<void> {
  const address = `${server.address}/desk/sign-in?next=%2Fdesk%2Fqueue`;
  await withPage(browser, address, { locale: 'en-GB' }, async (page) => {
    await page.fill('[name=name]', name);
    await page.fill('[name=password]', TEST_PASSWORD);
    await page.click('main button[type=submit]');
    await page.waitForURL(`${server.address}/desk/queue`);
    await use(page);
  });
}

/** Every decision taken has reached the server. */
async function settled(page: Page): Promise<void> {
  while (!(await page.evaluate(`Object.values(sessionStorage).every((kept) => kept === '[]')`)))
    await page.waitForTimeout(20);
}
