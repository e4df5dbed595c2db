// The record as a stranger meets it: over bare HTTP with the formats alone, and in a browser that does the sums.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { rotateKey } from '#operations/key-rotate.ts';
import { signRecord } from '#operations/record-sign.ts';
import { withdrawText } from '#operations/text-withdraw.ts';
import { readCheckpoint } from '#record/checkpoint.ts';
import { hashLeaf } from '#record/hash-tree.ts';
import { readLeaf } from '#record/leaf.ts';
import { parseVerifierKey } from '#record/signed-note.ts';
import { readEntries } from '#record/tile.ts';
import { parseTlogProof } from '#record/tlog-proof.ts';
import { verifyInclusion } from '#record/verify-proof.ts';
import { servePress } from '#test/support/served.ts';
import { startServer } from '#web/http/server.ts';
import { axeViolations, htmlErrors, sidewaysOverflow, withPage } from '../support/browser.ts';
import { createTestContext, TEST_PASSWORD } from '../support/context.ts';
import { createDeskClient } from '../support/desk-client.ts';
import { publishSamples, publishSource } from '../support/library.ts';

const { press, server, browser } = await servePress();
const texts = await publishSamples(press.context);
const textId = await publishSource(press.context, { source: '---\ntitle: Gone\n---\n\nGone.\n', slug: 'gone' });
await withdrawText(press.context, { textId, ground: 'rights', reason: 'It was not ours.' });
await signRecord(press.context);

const get = async (path: string) => {
  const answer = await fetch(server.address + path, { redirect: 'manual' });
  return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
};
const text = async (path: string) => Buffer.from((await get(path)).bytes).toString();
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('a stranger checks a revision with what is served and nothing else', async () => {
  const { origin, keys } = JSON.parse(await text('/.well-known/stet-log')) as { origin: string; keys: string[] };
  const verifiers = keys.flatMap((key) => parseVerifierKey(key) ?? []);
  assert.equal(verifiers.length, 1);
  const proof = parseTlogProof(await text('/the-lamp-room/1.tlog-proof'));
  const head = proof && readCheckpoint(proof.checkpoint, { origin, keys: verifiers });
  assert.ok(proof?.extra && head);
  const bundle = readEntries((await get(`/log/tile/entries/000.p/${head.size}`)).bytes);
  assert.deepEqual(
    Buffer.from(bundle![proof.index]!),
    Buffer.from(proof.extra),
    'the proof brings the leaf of the log',
  );
  const inclusion = { index: proof.index, size: head.size, root: head.root, proof: proof.hashes };
  assert.ok(verifyInclusion({ ...inclusion, leafHash: hashLeaf(proof.extra) }));
  assert.ok(!verifyInclusion({ ...inclusion, leafHash: hashLeaf(proof.extra.slice(1)) }));
  const leaf = readLeaf(proof.extra);
  assert.ok(leaf?.kind === 'revision.publish' && leaf.text === texts.get('the-lamp-room'));
  const manifest = (await get('/the-lamp-room/1/manifest.txt')).bytes;
  assert.equal(leaf.manifest, sha256(manifest));
  const lines = Buffer.from(manifest).toString().trimEnd().split('\n');
  assert.equal(lines.length, 4);
  for (const line of lines) {
    const [hash = '', name = ''] = line.split('  ');
    assert.equal(sha256((await get(`/the-lamp-room/1/${name}`)).bytes), hash, name);
  }
});

test('tiles are served as they are addressed, for ever; what is not signed is not there', async () => {
  const head = await text('/log/checkpoint');
  const size = Number(head.split('\n')[1]);
  const tile = await get(`/log/tile/0/000.p/${size}`);
  assert.equal(tile.bytes.length, size * 32);
  assert.match(tile.headers.get('cache-control') ?? '', /immutable/);
  assert.equal((await get('/log/checkpoint')).headers.get('cache-control'), 'public, max-age=5');
  for (const path of [`tile/0/000.p/${size + 1}`, 'tile/0/000', 'tile/1/000.p/1', 'tile/0/1'])
    assert.equal((await get(`/log/${path}`)).status, 404, path);
});

test('a leaf leads to its text by the id alone; what was withdrawn is gone and still in the record', async () => {
  const answer = await get(`/text/${texts.get('the-lamp-room')}/1/manifest.txt`);
  assert.deepEqual([answer.status, answer.headers.get('location')], [308, '/the-lamp-room/1/manifest.txt']);
  assert.equal((await get('/text/nobody')).status, 404);
  for (const path of ['/gone/1/manifest.txt', '/gone/1.tlog-proof', '/gone/1/verify'])
    assert.equal((await get(path)).status, 410, path);
  assert.match(await text('/record'), /Withdrawn/);
});

test('the checkpoint goes with each page and each export', async () => {
  const [origin, size, root] = (await text('/log/checkpoint')).split('\n');
  assert.match(await text('/the-lamp-room/1'), new RegExp(`under the checkpoint of ${size} entries`));
  assert.ok((await text('/the-lamp-room')).includes(root!));
  for (const extension of ['md', 'txt', 'json'])
    assert.equal(
      (await get(`/the-lamp-room/1.${extension}`)).headers.get('stet-checkpoint'),
      `${origin} ${size} ${root}`,
    );
  const exported = JSON.parse(await text('/the-lamp-room/1.json')) as { checkpoint: string };
  assert.equal(exported.checkpoint, await text('/log/checkpoint'));
  const feed = await text('/record.atom');
  assert.ok(feed.includes(root!) && feed.includes('revision.withdraw'));
});

test('the pages of the record are accessible, valid and reflow', async () => {
  for (const path of ['/record', '/colophon', '/the-lamp-room/1/verify', '/le-four-a-pain/1/verify']) {
    assert.deepEqual(await htmlErrors(await text(path)), [], path);
    for (const options of [{}, { viewport: { width: 320, height: 800 }, colorScheme: 'dark' }] as const) {
      await withPage(browser, server.address + path, options, async (page) => {
        assert.deepEqual(await axeViolations(page), [], path);
        assert.ok((await sidewaysOverflow(page)) <= 0, `${path} scrolls sideways`);
      });
    }
  }
});

test('a browser does the sums, and sees a file that is not what it was', async () => {
  const path = `${server.address}/the-lamp-room/1/verify`;
  const outcomes = '[...document.querySelectorAll(".checks li")].map((line) => line.className).join(" ")';
  const settled = (page: Page) => page.locator('.checks li[class]').nth(4).waitFor({ timeout: 10_000 });
  await withPage(browser, path, {}, async (page) => {
    await settled(page);
    assert.equal(await page.evaluate(outcomes), 'good good good good good');
    const said = await page.evaluate<string>('document.querySelector(".checks").innerText');
    assert.match(said, /4 files, [\d,]+ bytes/);
    assert.doesNotMatch(said, /\{\w+\}/);
  });
  await withPage(browser, path, { javaScriptEnabled: false }, async (page) => {
    assert.match(await page.locator('.checks').innerText(), /Not checked/);
  });
  await withPage(browser, `${server.address}/record`, {}, async (page) => {
    await page.route('**/plain.txt', (route) => route.fulfill({ body: 'another text' }));
    await page.route('**/1.tlog-proof', async (route) => {
      const proof = await (await route.fetch()).text();
      await route.fulfill({ body: proof.replace(/index \d+/, 'index 0') });
    });
    await page.goto(path);
    await settled(page);
    assert.equal(await page.evaluate(outcomes), 'bad good good bad good');
  });
});

test('when the record cannot be continued, reading goes on, writing answers 503, and the desk says so', async () => {
  const frozen = await createTestContext();
  await publishSource(frozen.context, { source: '---\ntitle: Ebb\n---\n\nEbb.\n', slug: 'ebb' });
  await frozen.as('administrator');
  const still = await startServer(frozen.context);
  const client = createDeskClient(still);
  await client.signIn('Ada', TEST_PASSWORD);
  frozen.context.store.freeze('forked');
  assert.match((await client.get('/desk')).html, /role="alert"/);
  assert.equal((await client.post('/desk/new', { pasted: 'A text.', format: 'auto' })).status, 503);
  assert.equal((await client.get('/ebb')).status, 200);
  await still.close();
  await frozen.close();
});

test('the colophon prints the key, and a new one once it signs', async () => {
  const { keys } = JSON.parse(await text('/.well-known/stet-log')) as { keys: string[] };
  assert.ok((await text('/colophon')).includes(keys[0]!));
  const { verifierKey } = await rotateKey(press.context);
  await signRecord(press.context);
  assert.ok((await text('/colophon')).includes(`${keys[0]}\n${verifierKey}`));
  assert.ok((await text('/record')).includes(verifierKey));
});

test('the lines of the table of counts go from end to end', async () => {
  const rows = `[...document.querySelectorAll('.counts tr')].map((row) =>
    new Set([...row.children].map((cell) => getComputedStyle(cell).borderBottomWidth)).size)`;
  await withPage(browser, `${server.address}/record`, {}, async (page) => {
    const widths = await page.evaluate<number[]>(rows);
    assert.ok(widths.length >= 3);
    assert.deepEqual(new Set(widths), new Set([1]), 'a line under all cells of a row, or under none');
  });
});
