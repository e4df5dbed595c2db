// What goes over HTTP for readers and machines: through the real server, so that pages answered from memory are tested too.
import assert from 'node:assert/strict';
import type { IncomingHttpHeaders } from 'node:http';
import { request as ask } from 'node:http';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startDraft } from '#operations/draft-start.ts';
import { renameText } from '#operations/text-rename.ts';
import { restoreText } from '#operations/text-restore.ts';
import { withdrawText } from '#operations/text-withdraw.ts';
import { type Server, startServer } from '#web/http/server.ts';
import { createTestContext, type TestContext } from '../support/context.ts';
import { publishSamples, publishSource, reviseText, sampleSource } from '../support/library.ts';

const LONG = '/the-signal-service-of-the-hallow-coast';
let press: TestContext;
let server: Server;

before(async () => {
  press = await createTestContext();
  await publishSamples(press.context);
  server = await startServer(press.context);
});

after(async () => {
  await server.close();
  await press.close();
});

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly raw: Buffer;
  readonly text: string;
}

/** Unlike fetch: sends exactly these headers, follows nothing, undoes nothing unasked. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Got> {
  const { promise, resolve, reject } = Promise.withResolvers<Got>();
  const sent = ask(server.address + path, { headers, method }, (response) => {
    const parts: Buffer[] = [];
    response.on('data', (part) => parts.push(part));
    response.on('end', () => {
      const raw = Buffer.concat(parts);
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        raw,
        text: decoded(raw, response.headers),
      });
    });
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}

function decoded(raw: Buffer, headers: IncomingHttpHeaders): string {
  if (raw.length === 0) return '';
  const coding = headers['content-encoding'];
  return (coding === 'br' ? brotliDecompressSync(raw) : coding === 'gzip' ? gunzipSync(raw) : raw).toString();
}

test('an article is the same page in every coding, with one weak tag and 304 for it', async () => {
  const plain = await get(LONG);
  assert.equal(plain.status, 200);
  assert.match(plain.text, /<h1>The Signal Service of the Hallow Coast<\/h1>/);
  for (const coding of ['br', 'gzip']) {
    const packed = await get(LONG, { 'accept-encoding': coding });
    assert.equal(packed.headers['content-encoding'], coding);
    assert.equal(packed.text, plain.text);
    assert.equal(packed.headers.etag, plain.headers.etag);
    assert.match(String(packed.headers.vary), /accept-encoding/i);
    assert.ok(packed.raw.length < plain.raw.length / 2);
  }
  assert.equal((await get(LONG, { 'accept-encoding': 'br;q=0, gzip;q=0' })).headers['content-encoding'], undefined);
  const etag = String(plain.headers.etag);
  assert.match(etag, /^W\/"/);
  for (const tags of [etag, `"other", ${etag}`, '*']) {
    const fresh = await get(LONG, { 'if-none-match': tags });
    assert.equal(fresh.status, 304, tags);
    assert.equal(fresh.raw.length, 0);
    assert.equal(fresh.headers.etag, etag);
  }
  assert.equal((await get(LONG, { 'if-none-match': '"other"' })).status, 200);
  const since = String(plain.headers['last-modified']);
  assert.equal((await get(LONG, { 'if-modified-since': since })).status, 304);
  assert.equal((await get(LONG, { 'if-modified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' })).status, 200);
  assert.equal((await get(LONG, { 'if-none-match': '"other"', 'if-modified-since': since })).status, 200);
});

test('HEAD is GET without the body; ranges are not served; other methods are refused with what is allowed', async () => {
  const [full, head] = [await get(LONG), await get(LONG, {}, 'HEAD')];
  assert.equal(head.raw.length, 0);
  assert.equal(head.headers['content-length'], full.headers['content-length']);
  const part = await get(LONG, { range: 'bytes=0-9' });
  assert.deepEqual([part.status, part.headers['accept-ranges']], [200, 'none']);
  for (const method of ['PUT', 'DELETE', 'POST']) {
    const refused = await get('/authors', {}, method);
    assert.deepEqual([refused.status, refused.headers.allow], [405, 'GET, HEAD'], method);
  }
});

test('every answer carries the strict policy, errors and assets too', async () => {
  const style = /href="(\/assets\/[^"]+\.css)"/.exec((await get('/')).text)?.[1] ?? '';
  for (const path of [LONG, '/', '/nothing', '/a%ff', '/health', '/feed.atom', `${LONG}.md`, style]) {
    const { headers } = await get(path);
    assert.match(String(headers['content-security-policy']), /^default-src 'none'; script-src 'self';/, path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
  }
  assert.match(String((await get(style)).headers['cache-control']), /immutable/);
});

test('what is not there says so, helps on, and shows no workings', async () => {
  const lost = await get('/zzz-signal-service');
  assert.equal(lost.status, 404);
  assert.match(lost.text, new RegExp(`href="${LONG}"`));
  assert.match(lost.text, /<form class="search"/);
  for (const path of [
    `${LONG}/0`,
    `${LONG}/01`,
    `${LONG}/2`,
    `${LONG}/compare/1`,
    '/?page=0',
    '/?page=99',
    '/authors/nobody',
    '/%2e%2e/x',
    `/${'a'.repeat(500)}`,
  ]) {
    assert.equal((await get(path)).status, 404, path);
  }
  assert.equal((await get('/a%ff')).status, 400);
  assert.doesNotMatch((await get('/a%ff')).text, /node_modules|at .+:\d+:\d+/);
  const slashed = await get('/authors/?page=1');
  assert.deepEqual([slashed.status, slashed.headers.location], [308, '/authors?page=1']);
  assert.equal((await get('//elsewhere.test/')).headers.location, '/elsewhere.test');
});

test('the address in a Host header is believed nowhere', async () => {
  for (const path of [LONG, '/feed.atom', '/sitemap.xml', '/nothing']) {
    assert.doesNotMatch((await get(path, { host: 'elsewhere.test' })).text, /elsewhere\.test/, path);
  }
});

test('a new revision, a new name and a withdrawal show at once, although pages are kept', async () => {
  const source =
    '---\ntitle: A Short Notice\nauthors: [Ann Onymous]\ncollections: [Notices]\n---\n\nThe bell is mended.\n';
  const textId = await publishSource(press.context, { source, slug: 'a-short-notice' });
  assert.match((await get('/a-short-notice')).text, /The bell is mended/);
  assert.match((await get('/authors/ann-onymous')).text, /A Short Notice/);

  press.clock.advance(3600);
  await reviseText(press.context, { textId, source: source.replace('mended', 'lost'), reason: 'It was not.' });
  assert.match((await get('/a-short-notice')).text, /The bell is lost/);
  assert.match((await get('/a-short-notice/1')).text, /The bell is mended/);
  assert.match((await get('/a-short-notice/history')).text, /It was not\./);
  assert.match((await get('/a-short-notice/compare/1..2')).text, /<del>mended<\/del><ins>lost<\/ins>/);

  const renamed = await renameText(press.context, { textId, slug: 'the-bell' });
  assert.ok(renamed.ok);
  for (const [path, to] of [
    ['/a-short-notice', '/the-bell'],
    ['/a-short-notice/1', '/the-bell/1'],
    ['/a-short-notice.md', '/the-bell.md'],
    ['/a-short-notice/compare/1..2', '/the-bell/compare/1..2'],
  ] as const) {
    const moved = await get(path);
    assert.deepEqual([moved.status, moved.headers.location], [301, to]);
  }

  assert.match((await get('/the-bell')).text, /The bell is lost/);
  const withdrawn = await withdrawText(press.context, { textId, ground: 'request', reason: 'The bell-founder asked.' });
  assert.ok(withdrawn.ok);
  for (const path of [
    '/the-bell',
    '/the-bell/1',
    '/the-bell.txt',
    '/the-bell/history',
    '/the-bell/compare/1..2',
    '/the-bell/cite',
  ]) {
    const gone = await get(path);
    assert.equal(gone.status, 410, path);
    assert.match(gone.text, /The bell-founder asked\./);
    assert.doesNotMatch(gone.text, /The bell is/);
  }
  assert.equal((await get('/authors/ann-onymous')).status, 404);
  assert.doesNotMatch((await get('/feed.atom')).text, /Short Notice/);
  await restoreText(press.context, { textId });
  assert.equal((await get('/the-bell')).status, 200);
});

test('Memento: the address is its own time gate, each revision says its time', async () => {
  const textId = await publishSource(press.context, { source: '---\ntitle: Dated\n---\n\nOne.\n', slug: 'dated' });
  const first = press.clock.now();
  press.clock.advance(86_400);
  await reviseText(press.context, { textId, source: '---\ntitle: Dated\n---\n\nTwo.\n', reason: 'Next.' });
  const gate = async (date: Date) => (await get('/dated', { 'accept-datetime': date.toUTCString() })).headers.location;
  await get('/dated');
  assert.equal(await gate(first), '/dated/1');
  assert.equal(await gate(new Date(0)), '/dated/1');
  assert.equal(await gate(new Date('2100-01-01')), '/dated/2');
  assert.equal((await get('/dated', { 'accept-datetime': 'once' })).status, 400);
  const memento = await get('/dated/1');
  assert.equal(memento.headers['memento-datetime'], first.toUTCString());
  assert.match(String(memento.headers.link), /rel="original timegate".*rel="first memento".*rel="next last memento"/);
  assert.match(String((await get('/dated')).headers.vary), /accept-datetime/i);
  const map = await get('/dated/timemap');
  assert.equal(map.headers['content-type'], 'application/link-format; charset=utf-8');
  assert.equal(map.text.match(/rel="memento"/g)?.length, 2);
});

test('a text is taken away as source, transcription and data', async () => {
  const source = sampleSource('rules-of-the-reading-room');
  const markdown = await get('/rules-of-the-reading-room.md');
  assert.match(markdown.text, /^---\ntitle: /);
  const plain = await get('/rules-of-the-reading-room/1.txt');
  assert.equal(plain.headers['content-type'], 'text/plain; charset=utf-8');
  assert.ok(plain.text.length > 100 && !plain.text.includes('---\n'), source);
  assert.match(String(plain.headers['memento-datetime']), /GMT$/);
  const data = JSON.parse((await get('/rules-of-the-reading-room.json')).text);
  assert.equal(data.format, 'stet-revision/1');
  assert.equal(data.source, markdown.text);
  const page = (await get('/rules-of-the-reading-room')).text;
  assert.ok(data.blocks.length > 1);
  for (const { id } of data.blocks) assert.ok(page.includes(`id="${id}"`), id);
});

test('a citation names a revision, and a paragraph by its number or its id', async () => {
  const page = (await get('/on-reading-proof')).text;
  const [, id] = /<a class="number" href="#([^"]+)"[^>]* data-number="3"/.exec(page) ?? [];
  assert.ok(id);
  for (const paragraph of ['3', id]) {
    const cited = (await get(`/on-reading-proof/cite?paragraph=${paragraph}`)).text;
    assert.match(cited, /Marrable, Edith\. “On Reading Proof\.” 1932\. The Test Press\. Revision 1, published/);
    assert.match(cited, new RegExp(`http://stet\\.test/on-reading-proof/1#${id}`));
    assert.match(cited, /par\. 3/);
  }
  assert.match((await get('/on-reading-proof/cite?paragraph=999')).text, /no paragraph 999/);
});

test('feeds, sitemap and robots name what is published, by its public address', async () => {
  const feed = (await get('/feed.atom')).text;
  assert.match(feed, /^<\?xml/);
  assert.match(feed, /<link rel="alternate" type="text\/html" href="http:\/\/stet\.test\/the-lamp-room"\/>/);
  assert.equal((await get('/authors/edith-marrable/feed.atom')).text.match(/<entry/g)?.length, 2);
  assert.match((await get('/sitemap.xml')).text, /<loc>http:\/\/stet\.test\/the-lamp-room<\/loc>/);
  assert.match((await get('/robots.txt')).text, /Sitemap: http:\/\/stet\.test\/sitemap\.xml/);
});

test('a draft is nowhere', async () => {
  const marker = 'zyxomma-petiolatum';
  await startDraft(press.context, {
    source: `---\ntitle: ${marker}\nauthors: [${marker}]\nkeywords: [${marker}]\n---\n\n${marker}\n`,
  });
  const paths = [
    '/',
    '/authors',
    '/keywords',
    '/dates',
    `/search?q=${marker}`,
    '/feed.atom',
    '/sitemap.xml',
    `/${marker}`,
    `/authors/${marker}`,
    `/${marker}.json`,
  ];
  for (const path of paths) {
    const { text } = await get(path);
    // A page may repeat what was asked for, in its search field and heading; it must not know more.
    assert.doesNotMatch(text, new RegExp(`href="/(authors/|keywords/)?${marker}"`), path);
    if (!path.includes(marker)) assert.doesNotMatch(text, new RegExp(marker), path);
  }
});

test('forms from elsewhere, with fields they do not have, or without their token are refused', async () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    get('/desk/sign-in', { 'content-type': 'application/x-www-form-urlencoded', ...headers }, 'POST', body);
  assert.equal((await post('name=a&password=b', { 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await post('name=a&password=b', { origin: 'http://elsewhere.test' })).status, 403);
  assert.equal((await post('name=a&password=b&more=c')).status, 400);
  assert.equal((await post('name=a&name=b&password=c')).status, 400);
  assert.equal((await post('{"name":"a"}', { 'content-type': 'application/json' })).status, 415);
  assert.equal((await post('name=a&password=b', { 'sec-fetch-site': 'same-origin' })).status, 422);
});

test('metrics are for this machine, and not for who asks through a proxy on it', async () => {
  assert.match((await get('/metrics')).text, /stet_pages_from_memory_total [1-9]/);
  assert.equal((await get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).status, 404);
  assert.equal((await get('/health')).text, '{"status":"ok"}\n');
});
