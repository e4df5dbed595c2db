// How the forum is kept from the desk: its mode and whom a change reaches, reasons, lists, what triage learnt; remarks among editors.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideContributions } from '#operations/contribution-decide.ts';
import { enactDecisions } from '#operations/decisions-enact.ts';
import { startDraft } from '#operations/draft-start.ts';
import { readForumSettings, readTextMode } from '#operations/reads/forum-settings.ts';
import { listGrounds } from '#operations/reads/grounds.ts';
import { readQueueItem } from '#operations/reads/queue-item.ts';
import { htmlErrors, judged, withPage } from '#test/support/browser.ts';
import { TEST_PASSWORD } from '#test/support/context.ts';
import { createDeskClient } from '#test/support/desk-client.ts';
import { servePress } from '#test/support/served.ts';
import { publishedText, waitingContribution } from '#test/support/waiting.ts';

const { press, server, browser } = await servePress();
await press.as('administrator');
await press.as('editor');
const textId = await publishedText(press.context, 'The Lamp Tenders');
const ada = createDeskClient(server);
await ada.signIn('Ada', TEST_PASSWORD);

const settings = () => readForumSettings(press.context);

test('the mode of the site with the question of its reach, and of one text', async () => {
  await ada.get('/desk/forum');
  await ada.post('/desk/forum/mode', { mode: 'closed', scope: 'future' });
  assert.equal((await settings()).mode, 'closed');
  assert.deepEqual(await readTextMode(press.context, { textId }), { mode: 'before', siteMode: 'closed' });
  await ada.post('/desk/forum/mode', { mode: 'after', scope: 'all' });
  assert.equal((await readTextMode(press.context, { textId })).mode, null);
  const page = await ada.post(`/desk/texts/${textId}/forum`, { mode: 'before' });
  assert.match(page.html, /<option value="before" selected>/);
  assert.equal((await readTextMode(press.context, { textId })).mode, 'before');
  assert.equal((await ada.post('/desk/forum/mode', { mode: 'open', scope: 'all' })).status, 400);
  await ada.post('/desk/forum/mode', { mode: 'before', scope: 'all' });
});

test('reasons are put in order, added, left out; what is wrong is said beside what was typed', async () => {
  const first = await listGrounds(press.context);
  await ada.get('/desk/forum');
  const form: Record<string, string> = {};
  first.forEach(({ code, label, reason }, place) => {
    Object.assign(form, { [`place-${place}`]: String(place + 2), [`code-${place}`]: code });
    Object.assign(form, { [`label-${place}`]: place === 1 ? '' : label, [`reason-${place}`]: reason });
  });
  const added = { [`place-${first.length}`]: '1', [`code-${first.length}`]: '', [`label-${first.length}`]: 'Too long' };
  const wrong = await ada.post('/desk/forum/grounds', { ...form, ...added, [`reason-${first.length}`]: '' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /value="Too long"/);
  await ada.post('/desk/forum/grounds', { ...form, ...added, [`reason-${first.length}`]: 'Please be brief.' });
  const now = await listGrounds(press.context);
  assert.deepEqual(now[0], { code: 'too-long', label: 'Too long', reason: 'Please be brief.' });
  assert.deepEqual(
    now.slice(1).map(({ code }) => code),
    first.filter((_, place) => place !== 1).map(({ code }) => code),
  );
});

test('lists are kept a line each; what triage learnt is shown, and forgotten when asked', async () => {
  await ada.get('/desk/forum');
  await ada.post('/desk/forum/lists', { blocked: 'casino\r\n\r\nreplica', allowed: 'friend@example.org' });
  const { blocked, allowed } = await settings();
  assert.deepEqual([blocked, allowed], [['casino', 'replica'], ['friend@example.org']]);
  for (const [body, decision] of [
    ['cheap casino casino', 'spam'],
    ['a thoughtful letter', 'validate'],
  ] as const) {
    const item = await waitingContribution(press.context, { textId, body });
    const decided = { items: [item], decision, ground: '', reason: null, reply: null };
    assert.ok((await decideContributions(press.context, decided)).ok);
  }
  press.clock.advance(10);
  await enactDecisions(press.context);
  const learnt = await ada.get('/desk/forum');
  assert.match(learnt.html, /spam 1, not spam 1/);
  assert.match(learnt.html, /<ol class="weights"><li><span>/);
  const forgotten = await ada.post('/desk/forum/triage/reset', {});
  assert.match(forgotten.html, /Nothing yet/);
});

test('editors talk about a text that is not published; readers and their markup stay outside', async () => {
  const { textId: draft } = await startDraft(press.context, { source: '---\ntitle: Unready\n---\n\nWords.\n' });
  const edda = createDeskClient(server);
  await edda.signIn('Edda', TEST_PASSWORD);
  await edda.get(`/desk/texts/${draft}`);
  const said = await edda.post(`/desk/texts/${draft}/remarks`, { body: 'Is the date <b>right</b>?\n\nI doubt it.' });
  assert.match(said.html, /Edda/);
  assert.match(said.html, /&lt;b&gt;right/);
  assert.match((await ada.get(`/desk/texts/${draft}`)).html, /I doubt it\./);
  assert.equal((await edda.post(`/desk/texts/${draft}/remarks`, { body: ' ' })).status, 422);
  const reader = createDeskClient(server);
  assert.match((await reader.get(`/desk/texts/${draft}/remarks`)).path, /sign-in/);
  assert.equal((await edda.get('/desk/forum')).status, 403);
  assert.doesNotMatch((await edda.get(`/desk/texts/${draft}`)).html, /name="mode"/);
});

test('withdrawn and erased from the page of one contribution', async () => {
  const item = await waitingContribution(press.context, { textId, name: 'Marker Qzx', body: 'A marker qzx.' });
  await decideContributions(press.context, {
    items: [item],
    decision: 'validate',
    ground: '',
    reason: null,
    reply: null,
  });
  press.clock.advance(10);
  await enactDecisions(press.context);
  const page = await ada.get(`/desk/queue/${item.id}`);
  assert.deepEqual(await htmlErrors(page.html), []);
  await ada.post(`/desk/queue/${item.id}/withdraw`, { why: 'On second thought' });
  assert.equal((await readQueueItem(press.context, { id: item.id }))?.state, 'withdrawn');
  const gone = await ada.post(`/desk/queue/${item.id}/erase`, { ground: 'law' });
  assert.match(gone.html, /Erased\./);
  assert.doesNotMatch((await ada.get('/desk/queue?q=qzx')).html, /Marker Qzx/);
  assert.equal((await ada.get(`/desk/queue/${item.id}`)).status, 404);
});

test('the pages hold wide and narrow, dark and light', async () => {
  await withPage(browser, `${server.address}/desk/sign-in`, { locale: 'fr-FR' }, async (page) => {
    await page.fill('[name=name]', 'Ada');
    await page.fill('[name=password]', TEST_PASSWORD);
    await page.click('main button[type=submit]');
    for (const path of ['/desk/forum', `/desk/texts/${textId}`, `/desk/texts/${textId}/remarks`, '/desk/misprints']) {
      await page.goto(server.address + path);
      assert.deepEqual(await judged(page), []);
    }
  });
});
