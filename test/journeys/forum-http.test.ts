// The forum's edge: what it answers to who knows too much, sends too much or comes from elsewhere.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TextId } from '#domain/text.ts';
import { setForumMode } from '#operations/forum-mode-set.ts';
import { findPassage, readArticle } from '#operations/reads/published.ts';
import { createTestContext, TEST_PASSWORD, type TestContext } from '#test/support/context.ts';
import { decideOn } from '#test/support/deciding.ts';
import { createDeskClient, fieldsOf } from '#test/support/desk-client.ts';
import { publishSource } from '#test/support/library.ts';
import { sendTo } from '#test/support/sender.ts';
import { type Server, startServer } from '#web/http/server.ts';
import { forumRoutes } from '#web/routes/forum.ts';

const SOURCE = '---\ntitle: A Night Walk\nlanguage: en\n---\n\nIt was the end of the road.\n\nThe ferry lay still.\n';
const SLUG = 'a-night-walk';
const UNKNOWN = 'AAAAAAAAAAAAAAAAAAAAAA';
/** Nobody's id, of the same shape: what is suggested where nothing is found goes by the words of the address. */
const unknownLike = (id: string) => id.replace(/[A-Za-z0-9]/g, 'A');

let press: TestContext;
let server: Server;
let textId: TextId;

before(async () => {
  press = await createTestContext({ settings: { forumSenderLimit: 600, smtpUrl: 'smtp://127.0.0.1:9' } });
  textId = await publishSource(press.context, { source: SOURCE, slug: SLUG });
  await publishSource(press.context, { source: SOURCE.replace('Walk', 'Ride'), slug: 'a-night-ride' });
  server = await startServer(press.asVisitor());
});

after(async () => {
  await server?.close();
  await press?.close();
});

const TYPED = { name: 'Nadia', email: '', subject: '', body: 'I was there.', paragraph: '', answers: '', quote: '' };
const get = (path: string) => fetch(server.address + path, { redirect: 'manual' });
const post = (path: string, fields: URLSearchParams | Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(server.address + path, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
const preview = (fields: URLSearchParams | Record<string, string>, headers = {}) =>
  post(`/${SLUG}/forum/preview`, fields, headers);

test('waiting, refused, of another text and unknown: one answer, to the byte', async () => {
  const waiting = await sendTo(press, { slug: SLUG, body: 'zqwaiting', address: '198.51.100.1' });
  const refused = await sendTo(press, { slug: SLUG, body: 'zqrefused', address: '198.51.100.2' });
  const elsewhere = await sendTo(press, { slug: 'a-night-ride', body: 'zqelsewhere', address: '198.51.100.3' });
  const ids = [
    ((await (await get(`/receipt/${waiting}/contribution.json`)).json()) as { id: string }).id,
    await decideOn(press, { receipt: refused, decision: 'refuse', ground: 'off-topic' }),
    await decideOn(press, { receipt: elsewhere }),
  ];
  for (const pathOf of [
    (id: string) => `/${SLUG}/forum/${id}`,
    (id: string) => `/${SLUG}/forum/${id}?page=2`,
    (id: string) => `/${SLUG}/forum?answers=${id}`,
  ]) {
    const answerTo = async (id: string) => {
      const answer = await get(pathOf(id));
      const words = id.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
      return { status: answer.status, body: (await answer.text()).replaceAll(id, 'ID').replaceAll(words, 'ID') };
    };
    for (const id of ids) {
      const known = await answerTo(id);
      assert.deepEqual(known, await answerTo(unknownLike(id)), pathOf('ID'));
      assert.doesNotMatch(known.body, /zq/);
    }
  }
  const previews = await Promise.all(
    [UNKNOWN, ...ids].map(async (answers) =>
      (await (await preview({ ...TYPED, answers })).text()).match(/class="answered"/),
    ),
  );
  assert.deepEqual(previews, [null, null, null, null]);
});

test('a receipt is private to its address: headers, another’s token, no list of them anywhere', async () => {
  const token = await sendTo(press, { slug: SLUG, body: 'zqprivate', address: '198.51.100.4' });
  const answer = await get(`/receipt/${token}`);
  assert.equal(answer.headers.get('cache-control'), 'private, no-store');
  assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
  assert.equal(answer.headers.get('x-robots-tag'), 'noindex, nofollow');
  assert.match(await answer.text(), /<meta name="robots" content="noindex">/);
  for (const wrong of [UNKNOWN, `${token}x`, token.slice(0, -1), token.toLowerCase()]) {
    assert.equal((await get(`/receipt/${wrong}`)).status, 404);
    assert.equal((await get(`/receipt/${wrong}/contribution.json`)).status, 404);
    assert.equal((await post(`/receipt/${wrong}/withdraw`, {})).status, 404);
  }
  assert.doesNotMatch(await (await get('/sitemap.xml')).text(), /receipt/);
});

test('unknown, repeated and array fields are refused, and so is what another site sends; nothing is kept', async () => {
  const repeated = new URLSearchParams([...Object.entries(TYPED), ['body', 'again']]);
  assert.equal((await preview(TYPED)).status, 200);
  for (const path of forumRoutes.filter(({ method }) => method === 'POST').map((route) => route.path)) {
    const url = path.replace(':slug', SLUG).replace(':token', UNKNOWN);
    assert.equal((await post(url, { state: 'validated' })).status, 400, url);
    assert.equal((await post(url, {}, { 'sec-fetch-site': 'cross-site' })).status, 403, url);
    assert.equal((await post(url, {}, { origin: 'https://elsewhere.example' })).status, 403, url);
  }
  assert.equal((await preview(repeated)).status, 400);
  assert.equal((await preview({ ...TYPED, 'body[]': 'x' })).status, 400);
});

test('mistakes come back with everything that was typed, each said beside its field', async () => {
  const answer = await preview({ ...TYPED, name: ' ', subject: 'Kept "as it is"', email: 'nobody', paragraph: '99' });
  const html = await answer.text();
  assert.equal(answer.status, 422);
  assert.match(html, /No paragraph has this number/);
  assert.match(html, /value="Kept &quot;as it is&quot;"/);
  const second = await (await preview({ ...TYPED, name: ' ', email: 'nobody' })).text();
  assert.match(second, /id="name"[^>]*aria-invalid="true" aria-describedby="name-mistake"/);
  assert.match(second, /id="email"[^>]*aria-invalid="true"/);
  assert.match(second, />\nI was there\.<\/textarea>/);
});

test('whoever is signed in writes from the page that is the same for everybody', async () => {
  await press.as('editor');
  const edda = createDeskClient(server);
  await edda.signIn('Edda', TEST_PASSWORD);
  const seen = await edda.post(`/${SLUG}/forum/preview`, { ...TYPED, 'form-token': 'of no session' });
  assert.equal(seen.status, 200);
  const { 'form-token': token, ticket } = fieldsOf(seen.html);
  assert.ok(token && ticket);
  press.clock.advance(20);
  const toSend = { ...TYPED, ticket: ticket!, work: '', website: '' };
  assert.equal((await edda.post(`/${SLUG}/forum/send`, { ...toSend, 'form-token': 'of no session' })).status, 403);
  const sent = await edda.post(`/${SLUG}/forum/send`, { ...toSend, 'form-token': token! });
  assert.match(sent.path, /^\/receipt\//);
  assert.equal((await edda.post(`/${SLUG}/forum/send`, { ...toSend, 'form-token': token! })).path, sent.path, 'once');
});

test('a closed forum shows what stands and takes nothing', async () => {
  const ada = await press.as('administrator');
  await setForumMode(ada, { textId, mode: 'closed' });
  const html = await (await get(`/${SLUG}`)).text();
  assert.match(html, /This forum is closed/);
  assert.doesNotMatch(html, /class="contribute"|class="mark"/);
  assert.equal((await preview(TYPED)).status, 403);
  await setForumMode(ada, { textId, mode: 'subscription' });
  assert.match(await (await get(`/${SLUG}`)).text(), /name="email" type="email"[^>]* required/);
  await setForumMode(ada, { textId, mode: null });
});

test('marks in the margin leave the recorded body alone', async () => {
  const article = (await readArticle(press.asVisitor(), { slug: SLUG }))!;
  const page = await (await get(`/${SLUG}/1`)).text();
  assert.ok(page.includes(article.bodyHtml));
  const current = await (await get(`/${SLUG}`)).text();
  assert.equal(current.replace(/<a class="mark"[^>]*><\/a>/g, '').includes(article.bodyHtml), true);
  const [, id = ''] = /class="mark" href="[^"]*paragraph=([^"]+)"/.exec(current) ?? [];
  assert.ok(await findPassage(press.asVisitor(), { slug: SLUG, id }));
});

test('too much from one prefix is answered at once, in words, with when to come back', async () => {
  let answer = await preview(TYPED);
  for (let count = 0; count < 1000 && answer.status !== 429; count += 1) answer = await preview({ ...TYPED, name: '' });
  assert.equal(answer.status, 429);
  assert.equal(answer.headers.get('retry-after'), '60');
  assert.match(await answer.text(), /<h1>A moment, please<\/h1>/);
  const others = await Promise.all(
    Array.from({ length: 150 }, (_, at) =>
      preview({ ...TYPED, name: '' }, { 'accept-language': 'fr', 'x-forwarded-for': `203.0.113.${at}` }),
    ),
  );
  const french = others.find(({ status }) => status === 429);
  assert.ok(french, 'whatever it says of itself');
  assert.match(await french.text(), /<html lang="fr">/);
  assert.equal((await get(`/${SLUG}`)).status, 200);
});
