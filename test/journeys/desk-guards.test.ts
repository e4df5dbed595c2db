// What the desk refuses, keeps and hides: over HTTP, with the real application on a data folder of its own.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Result } from '#domain/result.ts';
import type { TextId } from '#domain/text.ts';
import { createReading } from '#operations/reading-create.ts';
import { createTestContext, TEST_PASSWORD, type TestContext } from '#test/support/context.ts';
import { createDeskClient, type DeskClient, fieldsOf } from '#test/support/desk-client.ts';
import type { VisitSession } from '#web/http/route.ts';
import { type Server, startServer } from '#web/http/server.ts';
import { beginReading } from '#web/pages/desk/readings-under-way.ts';
import { routes } from '#web/routes.ts';
import { COPIED_PAGE } from './copied-page.ts';

const LIMIT = 1024 * 1024;
let press: TestContext;
let server: Server;

before(async () => {
  press = await createTestContext({ settings: { uploadLimitBytes: LIMIT } });
  await press.as('administrator');
  await press.as('editor');
  server = await startServer(press.asVisitor());
});

after(async () => {
  await server?.close();
  await press?.close();
});

test('two editors: the second is shown the difference, and nothing is lost', async () => {
  const [ada, edda] = [await signedIn('Ada'), await signedIn('Edda')];
  const { path, fields } = await draft(ada, 'Two Hands', 'The first words.\n');
  const opened = await edda.get(path);
  const first = await ada.post(path, { ...fields, body: 'The first words, by Ada.\n', act: 'save' });
  assert.equal(first.status, 200);
  const second = await edda.post(path, {
    ...fieldsOf(opened.html),
    'value.title': 'Two Hands',
    body: 'The last words, by Edda.\n',
    act: 'save',
  });
  assert.equal(second.status, 409);
  assert.match(second.html, /Ada saved it/);
  assert.match(second.html, /<ins>/);
  assert.match(second.html, /The first words, by Ada/);
  const kept = fieldsOf(second.html);
  assert.equal(kept.body, 'The last words, by Edda.\n');
  const third = await edda.post(path, { ...kept, 'value.title': 'Two Hands', act: 'save' });
  assert.match(third.path, /done=saved/);
  assert.match(third.html, /The last words, by Edda/);
});

test('a draft published while somebody wrote: what they typed becomes the next revision’s draft', async () => {
  const [ada, edda] = [await signedIn('Ada'), await signedIn('Edda')];
  const { path, fields } = await draft(ada, 'Overtaken', 'Before.\n');
  const opened = fieldsOf((await edda.get(path)).html);
  await ada.post(path.replace('/edit', '/publish'), { version: fields.version!, slug: '', reason: '' });
  const late = await edda.post(path, {
    ...opened,
    'value.title': 'Overtaken',
    body: 'Edda’s own words.\n',
    act: 'save',
  });
  assert.equal(late.status, 409);
  const again = await edda.post(path.replace('/edit', '/again'), { source: fieldsOf(late.html).source! });
  assert.match(again.path, /\/edit/);
  assert.match(again.html, /Edda’s own words/);
});

test('a session that ended while writing: sign in, and what was typed goes where it was going', async () => {
  const ada = await signedIn('Ada');
  const { path, fields } = await draft(ada, 'Slow Work', 'At first.\n');
  ada.loseSession();
  const typed = 'Hours of <work> & "care".\n';
  const asked = await ada.post(path, { ...fields, 'value.title': 'Slow Work', body: typed, act: 'save' });
  assert.equal(asked.status, 401);
  const { kept } = fieldsOf(asked.html);
  const wrong = await ada.post('/desk/sign-in', { name: 'Ada', password: 'not the password', kept: kept! });
  assert.equal(wrong.status, 422);
  assert.equal(fieldsOf(wrong.html).kept, kept, 'a wrong password does not lose it either');
  const back = await ada.post('/desk/sign-in', { name: 'Ada', password: TEST_PASSWORD, kept: kept! });
  assert.match(back.html, /Hours of &lt;work&gt;/);
  const saved = await ada.post(path, fieldsOf(back.html));
  assert.match(saved.path, /done=saved/);
  assert.equal(fieldsOf((await ada.get(path)).html).body, typed);
});

test('a form of an older session keeps what was typed; a kept form goes nowhere but the desk', async () => {
  const ada = await signedIn('Ada');
  const { path, fields } = await draft(ada, 'Two Windows', 'At first.\n');
  await ada.signIn('Ada', TEST_PASSWORD);
  const asked = await ada.post(path, { ...fields, 'form-token': 'of-an-older-session', body: 'Later.\n', act: 'save' });
  assert.equal(asked.status, 401);
  assert.equal(fieldsOf(asked.html).body?.trim(), 'Later.');
  const kept = JSON.stringify({ action: 'https://elsewhere.test/desk', fields: [['body', 'x']] });
  const back = await ada.post('/desk/sign-in', { name: 'Ada', password: TEST_PASSWORD, kept });
  assert.doesNotMatch(back.html, /elsewhere/);
});

test('an editor proposes and does not publish; what he may not do is not on his pages and is refused', async () => {
  const edda = await signedIn('Edda');
  const { path, fields } = await draft(edda, 'Proposed Once', 'Words.\n');
  assert.doesNotMatch((await edda.get(path)).html, /value="publish"/);
  const text = path.replace('/edit', '');
  for (const address of [`${text}/publish`, `${text}/withdraw`, `${text}/rename`, '/desk/accounts']) {
    assert.equal((await edda.get(address)).status, 403, address);
  }
  const refused = await edda.post(`${text}/publish`, { version: fields.version!, slug: '', reason: '' });
  assert.equal(refused.status, 403);
  assert.equal(
    (await edda.post('/desk/accounts', { name: 'Mallory', password: TEST_PASSWORD, role: 'administrator' })).status,
    403,
  );
  const proposed = await edda.post(path, { ...fields, 'value.title': 'Proposed Once', act: 'propose' });
  assert.match(proposed.html, /Proposed for publication/);
  const ada = await signedIn('Ada');
  assert.match((await ada.get('/desk?state=proposed')).html, /Proposed Once/);
});

test('a visitor sees no draft anywhere', async () => {
  const marker = 'quagglesnarf';
  const ada = await signedIn('Ada');
  const { path } = await draft(ada, `About ${marker}`, `Only ${marker} here.\n`);
  const id = path.split('/')[3]!;
  const visitor = createDeskClient(server);
  const addresses = new Set([
    '/',
    `/about-${marker}`,
    `/about-${marker}.md`,
    `/about-${marker}.txt`,
    `/about-${marker}.json`,
    `/about-${marker}/1`,
    `/${id}`,
  ]);
  for (const route of routes)
    if (route.method === 'GET') addresses.add(filled(route.path, { id, slug: `about-${marker}` }));
  assert.ok(addresses.size > 30, 'every address was asked for');
  for (const address of addresses) {
    const seen = await visitor.get(address);
    const shown = seen.html.replaceAll(`about-${marker}`, '').replaceAll(`about ${marker}`, '');
    assert.ok(!shown.toLowerCase().includes(marker), `${address} shows a draft (${seen.status})`);
  }
  const searched = await visitor.get(`/search?q=${marker}`);
  assert.doesNotMatch(searched.html, /Only quagglesnarf|About quagglesnarf/);
});

test('bad files: each is told what is wrong, none is stored', async () => {
  const ada = await signedIn('Ada');
  const count = async () =>
    /Draft\s*<span class="quiet number">(\d+)/.exec((await ada.get('/desk?state=draft')).html)?.[1];
  const before = await count();
  assert.ok(before);
  const send = async (bytes: Uint8Array) => {
    await ada.get('/desk/new');
    return ada.post('/desk/new', { pasted: '', format: 'auto' }, { name: 'a file.txt', bytes });
  };
  assert.equal((await send(new Uint8Array(0))).status, 422, 'empty');
  assert.equal((await send(Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))).status, 422, 'binary');
  const large = await send(new Uint8Array(LIMIT + 1).fill(97));
  assert.equal(large.status, 413);
  assert.match(large.html, /the limit is 1 MB/);
  assert.equal((await ada.post('/desk/new', { pasted: ' \n ', format: 'auto' })).status, 422, 'nothing pasted');
  assert.equal(await count(), before);
});

test('odd texts are read: NUL bytes, invalid UTF-8, right to left', async () => {
  const ada = await signedIn('Ada');
  const read = async (bytes: Uint8Array) => {
    await ada.get('/desk/new');
    const seen = await ada.post('/desk/new', { pasted: '', format: 'auto' }, { name: 'odd.txt', bytes });
    assert.equal(seen.status, 200);
    assert.match(seen.path, /\/reading/);
    return seen.html;
  };
  const text = new TextEncoder();
  assert.match(
    await read(text.encode(`A line with a \0 in it.\n\n${'And a paragraph of words. '.repeat(20)}\n`)),
    /problem/,
  );
  assert.match(
    await read(Buffer.from(`Un \xe9t\xe9 \xe0 la mer.\n\n${'Des mots pour faire nombre. '.repeat(20)}\n`, 'latin1')),
    /été à la mer/,
  );
  assert.match(await read(text.encode('שלום עולם.\n\nזהו טקסט קצר שנכתב מימין לשמאל.\n')), /שלום עולם/);
});

test('a slug that is taken: said beside the field, what was typed kept', async () => {
  const ada = await signedIn('Ada');
  const one = await draft(ada, 'The Same Name', 'One.\n');
  await ada.post(one.path.replace('/edit', '/publish'), {
    version: one.fields.version!,
    slug: 'the-same-name',
    reason: '',
  });
  const other = await draft(ada, 'The Same Name', 'Two.\n');
  const address = other.path.replace('/edit', '/publish');
  const taken = await ada.post(address, { version: other.fields.version!, slug: 'the-same-name', reason: '' });
  assert.equal(taken.status, 422);
  assert.match(taken.html, /id="field-slug-mistake"/);
  assert.match(taken.html, /value="the-same-name"/);
  const made = await ada.post(address, { version: other.fields.version!, slug: '', reason: '' });
  assert.match(made.path, /done=published/);
  assert.match(made.html, /the-same-name-2/);
});

test('a claim link works once', async () => {
  const ada = await signedIn('Ada');
  await ada.get('/desk/accounts');
  const invited = await ada.post('/desk/accounts/invite', { role: 'editor' });
  const link = /\/claim\/[\w-]+/.exec(invited.html)![0];
  const guest = createDeskClient(server);
  assert.equal((await guest.get(link)).status, 200);
  assert.match((await guest.post(link, { name: 'Guest', password: 'a long enough sentence' })).path, /done=welcome/);
  assert.equal((await createDeskClient(server).get(link)).status, 410);
});

test('a long reading says how far it is, goes on by itself, and is shown to who began it alone', async () => {
  const [ada, edda] = [await signedIn('Ada'), await signedIn('Edda')];
  const context = await press.as('administrator');
  const session = { actor: context.actor as VisitSession['actor'], token: '', formToken: '' };
  const { promise, resolve } = Promise.withResolvers<Result<{ readonly textId: TextId }>>();
  const reading = beginReading({ context, session }, { size: 9_000_000, fileName: 'long.txt' }, promise);
  press.clock.advance(4);
  const address = `/desk/readings/${reading.key}`;
  const waiting = await ada.get(address);
  assert.match(waiting.html, /long\.txt/);
  assert.match(waiting.html, /4 s so far, about 10 s in all/);
  assert.match(waiting.html, /<progress[^>]* value="0.40"/);
  assert.equal(waiting.refresh, '1');
  assert.equal((await edda.get(address)).status, 404);
  resolve(await createReading(context, { bytes: Buffer.from('A long text.\n'), fileName: 'long.txt', format: 'text' }));
  assert.match((await ada.get(address)).path, /^\/desk\/texts\/[\w-]+\/reading$/);
});

test('one press corrects one wrong guess, whatever it was about, and no word is lost', async () => {
  const ada = await signedIn('Ada');
  const rows = (html: string) =>
    [...html.matchAll(/<li class="row ([a-z]+)" id="line-(\d+)"/g)].map(([, kind, line]) => `${line} ${kind}`);
  const pressed = async (press: Record<string, string>) => {
    await ada.get('/desk/new');
    const read = await ada.post('/desk/new', { pasted: COPIED_PAGE, format: 'auto' });
    const address = read.path.split('?')[0]!;
    const before = fieldsOf(read.html);
    return (await ada.post(address, { ...before, version: '1', ...press })).html;
  };
  for (const kind of ['heading', 'quotation', 'verse', 'list', 'note', 'furniture']) {
    const html = await pressed({ lines: `10-10 ${kind}` });
    assert.ok(rows(html).includes(`10 ${kind}`), kind);
    assert.match(html, /Corrected: the file was read again/);
  }
  assert.ok(rows(await pressed({ lines: '24-24 text' })).includes('24 paragraph'), 'furniture is text after all');
  assert.match(await pressed({ lines: '10-10 section-break' }), /Section 3/);
  assert.match(await pressed({ lines: '10-10 section-break' }), /He did not waste ink/);
  assert.doesNotMatch(await pressed({ lines: '15-15 no-break' }), /Section 2/);
  assert.match(await pressed({ note: '19' }), /id="line-19"[\s\S]*?<span class="call orphan">1</);
  assert.match(await pressed({ note: '19 15:94' }), /id="call-15-94" href="#note-19"/);
  assert.match(await pressed({ take: 'authors Odile Marchetti' }), /name="value.authors"[^>]*>\s*Odile Marchetti</);
  assert.match(await pressed({ 'value.written': '1911' }), /name="value.written"[^>]*value="1911"/);
});

async function signedIn(name: 'Ada' | 'Edda'): Promise<DeskClient> {
  const client = createDeskClient(server);
  const seen = await client.signIn(name, TEST_PASSWORD);
  assert.equal(seen.path, '/desk');
  return client;
}

/** A draft saved once, and what its form holds. */
async function draft(
  client: DeskClient,
  title: string,
  body: string,
): Promise<{ path: string; fields: Record<string, string> }> {
  await client.get('/desk/new');
  const started = await client.post('/desk/new/empty', {});
  const path = started.path.split('?')[0]!;
  const saved = await client.post(path, { ...fieldsOf(started.html), 'value.title': title, body, act: 'save' });
  assert.match(saved.path, /done=saved/);
  return { path, fields: fieldsOf(saved.html) };
}

function filled(path: string, values: Readonly<Record<string, string>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? '1');
}
