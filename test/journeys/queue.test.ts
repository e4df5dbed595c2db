// A moderator at work: by keys alone, with another moderator, with a network that fails, and without script.
import assert from 'node:assert/strict';
import { afterEach, type TestContext as Running, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createAccount } from '#operations/account-create.ts';
import { enactDecisions } from '#operations/decisions-enact.ts';
import { listQueue } from '#operations/reads/queue.ts';
import { readQueueItem } from '#operations/reads/queue-item.ts';
import { continueSelections, decideAll } from '#operations/selection-decide.ts';
import { judged, withPage } from '#test/support/browser.ts';
import { TEST_PASSWORD } from '#test/support/context.ts';
import { servePress } from '#test/support/served.ts';
import { editedContribution, publishedText, type Waiting, waitingContribution } from '#test/support/waiting.ts';
import { type Server, startServer } from '#web/http/server.ts';

const SECOND = 'Berta';
const MAIN = { lane: 'main', order: 'oldest' } as const;

const { press, server, browser } = await servePress();
await press.as('administrator');
const berta = await createAccount(press.context, { name: SECOND, password: TEST_PASSWORD, role: 'administrator' });
assert.ok(berta.ok);
const textId = await publishedText(press.context, 'The Lamp Tenders');

// Nothing is left for the next test.
afterEach(async () => {
  const { upTo } = await listQueue(press.context, { filter: MAIN, limit: 1 });
  await decideAll(press.context, { filter: MAIN, decision: 'spam', ground: '', reason: null, upTo });
  await inForce();
});

test('a hundred decisions by keys alone, each shown at once', async (running) => {
  const sent: Waiting[] = [];
  for (let count = 0; count < 104; count += 1)
    sent.push(await send({ name: `Reader ${count}`, body: `Words ${count}` }));
  await atDesk('Ada', '/desk/queue', {}, async (page) => {
    await page.evaluate(TIMED);
    for (let count = 0; count < 100; count += 1) {
      await page.locator(`.item.at[data-name="Reader ${count}"]`).waitFor();
      if (count % 4 === 3) await hit(page, 'r');
      await hit(page, count % 4 === 3 ? '1' : count % 4 === 2 ? 's' : 'a');
    }
    await until(page, 'shownAfter.length === 100');
    const times = (await page.evaluate<number[]>('shownAfter')).sort((one, other) => one - other);
    tell(running, times);
    assert.equal(await page.locator('[data-line]').count(), 4);
    assert.match((await page.textContent('[data-undo]')) ?? '', /Refused: Reader 99/);
    await settled(page);
    assert.equal(await page.textContent('.queue-tabs [aria-current] .count'), '4');
  });
  await inForce();
  const states = await Promise.all(sent.map(async ({ id }) => (await itemOf(id)).state));
  const wanted = sent.map((_, count) => (count >= 100 ? 'waiting' : STATES[count % 4]));
  assert.deepEqual(states, wanted);
});

const STATES = ['validated', 'validated', 'spam', 'refused'];

test('undo takes back the last decision; what was typed as a reason or a reply is sent with it', async () => {
  const [first, second, third] = [
    await send({ name: 'Una' }),
    await send({ name: 'Dora' }),
    await send({ name: 'Tess' }),
  ];
  await atDesk('Ada', '/desk/queue', {}, async (page) => {
    await hit(page, 'a');
    await page.locator('.item.at[data-name="Dora"]').waitFor();
    await hit(page, 'z');
    await page.locator('.item.at[data-name="Una"]').waitFor();
    assert.equal(await page.locator('[data-line]').count(), 3);
    await page.locator('[data-undo]', { hasText: 'Undone' }).waitFor();

    await hit(page, 'r');
    await page.keyboard.press('Shift+Tab');
    await page.locator('.item.at textarea[name=reason]').focus();
    await page.keyboard.type('a is not a key here');
    assert.equal(await page.locator('.item.at').getAttribute('data-name'), 'Una', 'letters typed are letters');
    await page.keyboard.press('Escape');
    await hit(page, 'r');
    await hit(page, '2');
    await page.locator('.item.at[data-name="Dora"]').waitFor();
    await hit(page, 'e');
    await page.keyboard.type('We were there too.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.item.at[data-name="Tess"]').waitFor();
    await settled(page);
  });
  await inForce();
  assert.equal((await itemOf(first.id)).state, 'refused');
  assert.equal((await itemOf(second.id)).thread, 2, 'the reply stands in the thread');
  assert.equal((await itemOf(third.id)).state, 'waiting');
});

test('words that changed while they were read come back, and nothing is decided', async () => {
  const { id } = await send({ name: 'Nadia', body: 'Harmless.' });
  await atDesk('Ada', '/desk/queue', {}, async (page) => {
    await page.locator('.item.at[data-name="Nadia"]').waitFor();
    await editedContribution(press.context, { id, body: 'Harmful.' });
    await hit(page, 'a');
    await page.locator('.item.at', { hasText: 'Harmful.' }).waitFor();
    assert.match((await page.textContent('[data-undo]')) ?? '', /Nothing was done/);
    assert.equal((await itemOf(id)).lane, 'main');
    await hit(page, 'a');
    await settled(page);
  });
  await inForce();
  assert.equal((await itemOf(id)).state, 'validated');
});

test('two moderators: each sees what the other reads, and one decision is taken', async () => {
  const { id } = await send({ name: 'Olga' });
  await atDesk('Ada', '/desk/queue', {}, async (ada) => {
    await ada.waitForResponse(/\/desk\/queue\/lease$/);
    await atDesk(SECOND, '/desk/queue', {}, async (berta) => {
      await berta.locator('.item.at .lease', { hasText: 'Ada' }).waitFor();
      await hit(berta, 's');
      await settled(berta);
    });
    await hit(ada, 'a');
    await ada.locator('.item.at', { hasText: 'Decided' }).waitFor();
  });
  await inForce();
  assert.equal((await itemOf(id)).state, 'spam');
});

test('without a network a decision waits in the browser and is sent when it is back', async () => {
  const [{ id }, other] = [await send({ name: 'Otto' }), await send({ name: 'Olaf' })];
  await atDesk('Ada', '/desk/queue', {}, async (page) => {
    await page.context().setOffline(true);
    await hit(page, 'a');
    await page.locator('.item.at[data-name="Olaf"]').waitFor();
    await page.locator('.unsent', { hasText: '1' }).waitFor();
    await hit(page, 's');
    await page.locator('.unsent', { hasText: '2' }).waitFor();
    await hit(page, 'z');
    await page.locator('.item.at[data-name="Olaf"]').waitFor();
    assert.equal((await itemOf(id)).lane, 'main');
    await page.context().setOffline(false);
    await page.locator('.unsent').waitFor({ state: 'detached' });
    await settled(page);
  });
  await inForce();
  assert.equal((await itemOf(id)).state, 'validated');
  assert.equal((await itemOf(other.id)).lane, 'main', 'what was undone before it was sent was never sent');
});

test('keys can be turned off, and then do nothing; ticked ones are decided together', async () => {
  for (const name of ['Ann', 'Ben', 'Cleo']) await send({ name });
  await atDesk('Ada', '/desk/queue', {}, async (page) => {
    await hit(page, '?');
    await page.uncheck('dialog input[name=keys]');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await hit(page, 'a');
    await hit(page, 'j');
    assert.equal(await page.locator('.item.at').getAttribute('data-name'), 'Ann');
    await page.click('[data-help] button');
    await page.check('dialog input[name=keys]');
    await page.keyboard.press('Escape');
    await hit(page, 'x');
    await hit(page, 'x');
    assert.equal(await page.textContent('[data-ticked-count]'), '2');
    assert.deepEqual(await judged(page), []);
    await hit(page, 's');
    await page.locator('.item.at[data-name="Cleo"]').waitFor();
    assert.equal(await page.locator('[data-line]').count(), 1);
    assert.match((await page.textContent('[data-undo]')) ?? '', /2/);
    await settled(page);
  });
});

test('without script, in French: reasons, undo, ticks, all of a sender, an edit beside what is shown', async () => {
  const options = { javaScriptEnabled: false, locale: 'fr-FR' };
  const first = await send({ name: 'Aline', body: 'Premier mot.' });
  for (const name of ['Bruno', 'Carole']) await send({ name, sender: 'one-mark', group: 'alike' });
  await atDesk('Ada', '/desk/queue', options, async (page) => {
    await page.locator('.item', { hasText: 'Aline' }).getByRole('button', { name: 'Valider', exact: true }).click();
    assert.match(page.url(), /#item-/);
    await page.locator('.undo-line button').click();
    assert.equal(await page.locator('.item').count(), 3);
    const aline = page.locator('.item', { hasText: 'Aline' });
    await aline.locator('summary', { hasText: 'Refuser' }).click();
    await aline.locator('textarea[name=reason]').fill('Pas ici.');
    await aline.locator('.grounds button').first().click();
    assert.equal(await page.locator('.item').count(), 2);
    const bruno = page.locator('.item', { hasText: 'Bruno' });
    await bruno.locator('[data-together=sender] > summary').click();
    await bruno.locator('[data-together=sender] button[value=spam]').click();
    assert.equal(await page.locator('.item').count(), 0);
    await page.locator('.undo-line button').click();
    for (const box of await page.locator('[data-line] input').all()) await box.check();
    await page.locator('#ticked button[value=validate]').click();
    assert.equal(await page.locator('.item').count(), 0);
  });
  await inForce();
  assert.equal((await itemOf(first.id)).state, 'refused');
  const { items } = await listQueue(press.context, {
    filter: { lane: 'main', order: 'newest', state: 'validated' },
    limit: 1,
  });
  await editedContribution(press.context, { id: items[0]!.id, body: 'I was here, <b>truly</b>.' });
  await atDesk('Ada', '/desk/queue', { locale: 'fr-FR' }, async (page) => {
    await page.locator('.item.at ins', { hasText: 'here' }).waitFor();
    assert.deepEqual(await judged(page), []);
    await page.goto(`${server.address}/desk/queue/${items[0]!.id}`);
    assert.deepEqual(await judged(page), []);
    await page.goto(`${server.address}/desk/queue?state=refused`);
    await page.locator('.item', { hasText: 'Aline' }).waitFor({ state: 'attached' });
    assert.deepEqual(await judged(page), []);
  });
});

test('all of one sender at once: more than the page shows, and undone as one', async () => {
  for (let count = 0; count < 60; count += 1)
    await send({ name: `Robot ${count}`, sender: 'robot', body: `Buy ${count}` });
  for (let count = 0; count < 4; count += 1) await send({ name: `Person ${count}` });
  await atDesk('Ada', '/desk/queue', {}, async (page) => {
    await page.locator('.item.at [data-together=sender] > summary').click();
    await page.locator('.item.at [data-together=sender] button[value=spam]').click();
    await page.locator('[data-undo]', { hasText: '60' }).waitFor();
    for (let count = 0; count < 4; count += 1) {
      await page.locator(`.item.at[data-name="Person ${count}"]`).waitFor();
      await hit(page, 'a');
    }
    await settled(page);
    assert.equal((await listQueue(press.context, { filter: MAIN, limit: 1 })).items.length, 0);
    // Those on one that follow it do not push it away.
    await page.locator('.undo-line', { hasText: '60' }).locator('button').click();
    await page.locator('[data-undo]', { hasText: 'Undone' }).waitFor();
    assert.equal((await listQueue(press.context, { filter: MAIN, limit: 100 })).items.length, 60);
    await page.locator('.item.at[data-name="Robot 0"]').waitFor();
  });
});

test('a decision on very many goes on by itself: the page says how far it is, and it is undone meanwhile', async () => {
  const count = 240;
  await Promise.all(Array.from({ length: count }, (_, at) => send({ name: `Robot ${at}`, sender: 'legion' })));
  // Each look at its clock is a second later: a turn takes a part.
  const now = () => {
    press.clock.advance(1);
    return press.context.clock.now();
  };
  const busy = await startServer({ ...press.asVisitor(), clock: { ...press.context.clock, now } });
  try {
    const all = async (page: Page) => {
      await page.locator('.item.at [data-together=sender] > summary').click();
      await page.locator('.item.at [data-together=sender] button[value=spam]').click();
    };
    await atDesk(
      'Ada',
      '/desk/queue',
      { javaScriptEnabled: false },
      async (page) => {
        await page.locator('[data-together=sender] > summary').first().click();
        await page.locator('[data-together=sender] button[value=spam]').first().click();
        assert.match((await page.textContent('.undo-line'))!, /decided so far, \d+ %/);
        await page.locator('.undo-line button').click();
        await continueSelections(press.context);
      },
      busy,
    );
    assert.equal((await listQueue(press.context, { filter: MAIN, limit: 1 })).counts.main, count);
    await atDesk(
      'Ada',
      '/desk/queue',
      {},
      async (page) => {
        await all(page);
        await page.locator('[data-undo]', { hasText: /Decided so far: \d+ \(\d+ %\)/ }).waitFor();
        await continueSelections(press.context);
        await page.locator('[data-undo]', { hasText: `Decided: ${count}` }).waitFor();
        await hit(page, 'z');
        await page.locator('[data-undo]', { hasText: 'Undone' }).waitFor();
        await continueSelections(press.context);
      },
      busy,
    );
    assert.equal((await listQueue(press.context, { filter: MAIN, limit: 1 })).counts.main, count);
  } finally {
    await busy.close();
  }
});

test('what strangers typed is text on the moderator\u2019s screen, before and after a decision', async () => {
  for (const text of HOSTILE) await send({ name: text, body: `${text}\n\n> ${text}` });
  await atDesk('Ada', '/desk/queue', {}, async (page) => {
    const wrong: string[] = [];
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => wrong.push('a dialog')));
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    for (const text of HOSTILE) {
      await page.locator('.item.at').waitFor();
      assert.equal((await page.locator('.item.at').getAttribute('data-name'))?.trim(), text);
      assert.ok((await page.textContent('.item.at .contribution'))?.includes(text.slice(0, 12)));
      await hit(page, 's');
      assert.ok((await page.locator('[data-undo]').textContent())?.includes(text));
    }
    await settled(page);
    await page.goto(
      `${server.address}/desk/queue?q=${encodeURIComponent(HOSTILE[0]!)}&sender=${encodeURIComponent(HOSTILE[1]!)}`,
    );
    assert.deepEqual(wrong, []);
    assert.equal(await page.evaluate('globalThis.hit'), undefined);
  });
});

const HOSTILE = [
  '<img src=x onerror="globalThis.hit=1">',
  '"><script>globalThis.hit=1</script>',
  "' autofocus onfocus='globalThis.hit=1",
  '{name} {count} \\u003cscript\\u003e',
  '</template><svg onload="globalThis.hit=1">',
  'javascript:globalThis.hit=1',
];

test('what nobody read is not validated, and only an administrator decides', async () => {
  const { id, hash } = await send({ name: 'Ines' });
  await press.as('editor');
  await atDesk('Ada', '/desk/queue', {}, async (page) => {
    const token = await page.locator('input[name=form-token]').first().inputValue();
    const post = (form: Record<string, string>) =>
      page.request.post(`${server.address}/desk/queue/decide`, { form: { 'form-token': token, ...form } });
    assert.equal((await post({ filter: 'lane=main', 'up-to': '999', decision: 'validate' })).status(), 400);
    assert.equal((await post({ items: `${id} ${hash}`, decision: 'erase' })).status(), 400);
    assert.equal((await post({ items: `${id} ${'0'.repeat(64)}`, decision: 'validate' })).status(), 409);
    const forged = await page.request.post(`${server.address}/desk/queue/decide`, {
      form: { 'form-token': 'x', items: `${id} ${hash}`, decision: 'validate' },
    });
    assert.equal(forged.status(), 401);
  });
  await atDesk('Edda', '/desk', {}, async (page) => {
    assert.equal(await page.locator('nav a[href="/desk/queue"]').count(), 0);
    assert.equal((await page.request.get(`${server.address}/desk/queue`)).status(), 403);
  });
  assert.equal((await itemOf(id)).lane, 'main');
});

const send = (typed: Omit<Parameters<typeof waitingContribution>[1], 'textId'>) =>
  waitingContribution(press.context, { textId, ...typed });

async function itemOf(id: string) {
  const item = await readQueueItem(press.context, { id });
  assert.ok(item);
  return item;
}

async function inForce(): Promise<void> {
  press.clock.advance(70);
  while ((await enactDecisions(press.context)) > 0);
}

async function atDesk(
  name: string,
  path: string,
  options: Parameters<typeof withPage>[2],
  use: (page: Page) => Promise<void>,
  at: Server = server,
): Promise<void> {
  const address = `${at.address}/desk/sign-in?next=${encodeURIComponent(path)}`;
  await withPage(browser, address, { locale: 'en-GB', ...options }, async (page) => {
    await page.fill('[name=name]', name);
    await page.fill('[name=password]', TEST_PASSWORD);
    await page.click('main button[type=submit]');
    await page.waitForURL(`${at.address}${path}`);
    await use(page);
  });
}

const hit = (page: Page, key: string) => page.keyboard.press(key);

/** Every decision taken has reached the server. */
async function settled(page: Page): Promise<void> {
  await until(page, `Object.values(sessionStorage).every((kept) => kept === '[]')`);
}

// The page's policy lets no string be evaluated in it, which waitForFunction does.
async function until(page: Page, condition: string): Promise<void> {
  while (!(await page.evaluate(condition))) await page.waitForTimeout(20);
}

// From the key to the frame in which another contribution is at hand.
const TIMED = `globalThis.shownAfter = [];
document.addEventListener('keydown', (event) => {
  if (event.key === 'r') return;
  const begun = performance.now();
  requestAnimationFrame(() => requestAnimationFrame(() => shownAfter.push(performance.now() - begun)));
}, true);`;

function tell(running: Running, times: readonly number[]): void {
  const at = (share: number) =>
    `${Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))]!)} ms`;
  running.diagnostic(`decisions shown after: median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}`);
}
