// What no page of ours would send: every form of the forum and its queue with fields, kinds, sizes, origins and secrets that are
// forged. Each is refused with its status, none is a bug, and nothing in the database has changed.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { sql } from 'kysely';
import type { ContributionId } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import { createMailer } from '#jobs/smtp.ts';
import { createAccessToken } from '#operations/access-token-create.ts';
import { sendDueMail } from '#operations/mail-send.ts';
import { createTestContext, TEST_PASSWORD, type TestContext } from '#test/support/context.ts';
import { fieldsOf } from '#test/support/desk-client.ts';
import { receiptOf, shownTo } from '#test/support/forum.ts';
import { publishSource } from '#test/support/library.ts';
import { startMailbox } from '#test/support/mailbox.ts';
import { sendTo } from '#test/support/sender.ts';
import type { PostRoute } from '#web/http/route.ts';
import { type Server, startServer } from '#web/http/server.ts';
import { routes } from '#web/routes.ts';

const UPLOAD = 256 * 1024;
let press: TestContext;
let server: Server;
let textId: TextId;
let mine: Held;
let another: Held;
let session: { readonly cookie: string; readonly token: string };
let secret: string;

interface Held {
  readonly receipt: string;
  readonly id: ContributionId;
  readonly hash: string;
}

before(async () => {
  press = await createTestContext({
    settings: {
      uploadLimitBytes: UPLOAD,
      trustedProxies: ['127.0.0.1'],
      forumSiteLimit: 1_000_000,
      smtpUrl: 'smtp://127.0.0.1:9',
    },
  });
  textId = await publishSource(press.context, { source: '---\ntitle: The Quay\n---\n\nA word.\n', slug: 'the-quay' });
  await publishSource(press.context, { source: '---\ntitle: Elsewhere\n---\n\nA word.\n', slug: 'elsewhere' });
  [mine, another] = [await held('the-quay', 'Mine.'), await held('the-quay', 'Another’s.')];
  const made = await createAccessToken(await press.as('administrator'), { kind: 'api', label: 'test' });
  assert.ok(made.ok);
  secret = made.value.token;
  server = await startServer(press.asVisitor());
  session = await signedIn('Ada');
});

after(async () => {
  await server?.close();
  await press?.close();
});

const FORMS = routes.filter(
  (route): route is PostRoute =>
    route.method === 'POST' && !('api' in route) && /forum|receipt|queue|mail|access|misprint|remarks/.test(route.path),
);

test('every form: fields it has not, one of them twice, lists, objects and states are refused', async () => {
  assert.ok(FORMS.length >= 20, `${FORMS.length} forms`);
  await unchanged(async () => {
    for (const route of FORMS) {
      const fields = honest(route);
      const first = Object.keys(fields)[0];
      for (const extra of EXTRA) await refusedAs(route, [400], { body: `${form(fields)}&${extra}` });
      if (!first) continue;
      for (const twice of [
        `${first}=x`,
        `${first}[]=x`,
        `${first}[a]=x`,
        `${first}.a=x`,
        ` ${first}=x`,
        `${first}%00=x`,
      ])
        await refusedAs(route, [400], { body: `${form(fields)}&${twice}` });
    }
  });
});

const EXTRA = [
  'state=validated',
  'lane=main',
  'by_press=1',
  'byPress=true',
  'decided_by=1',
  'contribution_id=x',
  'isConfirmed=1',
  'score=0',
  '__proto__=x',
  '__proto__[isAdmin]=1',
  'constructor.prototype.x=1',
  '=x',
  'a'.repeat(5000),
];

test('every form: what is no form, a file nobody asked for, a body cut short or too large', async () => {
  await unchanged(async () => {
    for (const route of FORMS) {
      const fields = honest(route);
      for (const type of ['application/json', 'text/plain', 'application/xml', 'image/svg+xml', 'x'])
        await refusedAs(route, [415], { body: JSON.stringify(fields), type });
      const file = new FormData();
      file.set('body', new File(['x'], '../../x.html'));
      await refusedAs(route, [400], { body: file });
      await refusedAs(route, [400], {
        body: '--b\r\nContent-Disposition: form-data; name="a',
        type: 'multipart/form-data; boundary=b',
      });
      await refusedAs(route, [400, 415], { body: 'x', type: 'multipart/form-data' });
      const most = route.policy === 'public' ? 64 * 1024 : UPLOAD;
      await refusedAs(route, [413], { body: `x=${'a'.repeat(most + 1024)}` });
    }
  });
});

test('every form: sent from another site it is refused, whatever it holds', async () => {
  await unchanged(async () => {
    for (const route of FORMS) {
      const body = form(honest(route));
      for (const headers of ELSEWHERE) await refusedAs(route, [403], { body, headers });
    }
  });
});

const ELSEWHERE = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site', origin: 'http://stet.test' },
  { 'sec-fetch-site': 'same-origin, cross-site' },
  { origin: 'https://attack.invalid' },
  { origin: 'null' },
  { origin: 'http://stet.test.attack.invalid' },
  { origin: 'http://stet.test@attack.invalid' },
];

test('every form of the desk: without a session, with an old token, with another’s, by an editor', async () => {
  const desk = FORMS.filter(({ policy }) => policy !== 'public');
  assert.ok(desk.length >= 10, `${desk.length} forms`);
  const edda = await signedIn('Edda');
  await unchanged(async () => {
    for (const route of desk) {
      const { 'form-token': _, ...fields } = honest(route);
      await refusedAs(route, [401, 403], { body: form(fields), headers: { cookie: '' } });
      for (const token of ['', 'x', edda.token])
        await refusedAs(route, [401, 403], { body: form({ ...fields, 'form-token': token }) });
      await refusedAs(route, [401, 403], { body: form(fields) });
      if (route.policy === 'forum.remark' || /misprint/.test(route.path)) continue;
      const body = form({ ...fields, 'form-token': edda.token });
      await refusedAs(route, [403], { body, headers: { cookie: edda.cookie } });
    }
  });
});

test('2: with a secret that is none, or of something else, no form acts and no page shows', async () => {
  const nobody = 'A'.repeat(43);
  await unchanged(async () => {
    for (const act of ['edit', 'withdraw', 'erase', 'notify']) {
      for (const token of [
        nobody,
        mine.id,
        mine.hash,
        secret,
        `${mine.receipt}%00`,
        `${mine.receipt}x`,
        mine.receipt.toLowerCase(),
      ]) {
        const fields = { edit: EDIT(mine), erase: { sure: 'yes' }, notify: { notify: 'yes', email: 'x@attack.test' } };
        const answer = await post(`/receipt/${token}/${act}`, { body: form(fields[act as 'edit'] ?? {}) });
        assert.equal(answer.status, 404, `${act} with ${token}`);
      }
    }
    const stale = await post(`/receipt/${mine.receipt}/edit`, { body: form(EDIT(another)) });
    assert.equal(stale.status, 409, 'another’s hash');
    for (const token of [nobody, mine.id, another.hash])
      for (const path of [
        `/receipt/${token}`,
        `/receipt/${token}/contribution.json`,
        `/mail/${token}`,
        `/queue/${token}.atom`,
      ])
        assert.equal((await get(path)).status, 404, path);
  });
});

test('3: sending says nothing of a state: what is kept waits, whatever the address asks for', async () => {
  const preview = await post('/the-quay/forum/preview?state=validated&lane=main', { body: form(TYPED) });
  const fields = fieldsOf(/<form class="send".*?<\/form>/s.exec(preview.text)![0]);
  const sent = await post('/the-quay/forum/send?state=validated&by_press=1', { body: form(fields) });
  const receipt = /^\/receipt\/([\w-]+)$/.exec(sent.location ?? '')![1]!;
  assert.equal((await receiptOf(press, receipt)).state, 'waiting');
  const again = await post('/the-quay/forum/send', { body: form({ ...fields, body: 'Other words.' }) });
  assert.equal(again.location, sent.location, 'the same form sent twice is kept once');
  await unchanged(async () => {
    for (const ticket of [
      '',
      'x',
      fields.ticket!.slice(0, -1),
      fields.ticket!.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')),
    ])
      assert.equal((await post('/the-quay/forum/send', { body: form({ ...fields, ticket }) })).status, 422, ticket);
    const elsewhere = await post('/elsewhere/forum/send', { body: form(fields) });
    assert.equal(elsewhere.status, 422, 'a ticket of another text');
    const { ticket } = fieldsOf((await get('/the-quay/misprint')).text);
    assert.equal((await post('/the-quay/forum/send', { body: form({ ...fields, ticket: ticket! }) })).status, 422);
    assert.equal((await post('/the-quay/forum/send', { body: '' })).status, 422);
  });
});

test('16: an address that would be several, or a header, or cannot be seen, is none', async () => {
  const preview = (email: string) => post('/the-quay/forum/preview', { body: form({ ...TYPED, email }) });
  assert.equal((await preview("o'nadia+x@stet.test")).status, 200);
  for (const email of NO_ADDRESSES) {
    assert.equal((await preview(email)).status, 422, JSON.stringify(email));
    const changed = await post(`/receipt/${mine.receipt}/notify`, { body: form({ notify: 'yes', email }) });
    assert.equal(changed.status, 422, JSON.stringify(email));
  }
  assert.equal((await receiptOf(press, mine.receipt)).email, null);
});

const NO_ADDRESSES = [
  'a@stet.test, b@attack.invalid',
  'a@stet.test;b@attack.invalid',
  'a@stet.test b@attack.invalid',
  'a@stet.test\r\nBcc: b@attack.invalid',
  'a@stet.test\nRCPT TO:<b@attack.invalid>',
  'a\u0001@stet.test',
  'all:a@stet.test,b@attack.invalid;',
  '<a@stet.test>',
  '"a b"@stet.test',
  'a@b@stet.test',
  'a@[127.0.0.1]',
  'a@localhost',
  'a@stet..test',
  '@stet.test',
  'a\u202E@stet.test',
  'a@st\u200Bet.test',
  'a@stet.test\u2028b',
  `${'a'.repeat(260)}@stet.test`,
];

test('9: whatever follows the links of a mail changes nothing; posting one does, once', async () => {
  const email = 'scanned@stet.test';
  const receipt = await sendTo(press, { slug: 'the-quay', email, notify: true, address: '203.0.113.9' });
  const { content } = await press.context.store.reader
    .selectFrom('mail')
    .select('content')
    .where('recipient', '=', email)
    .where('kind', '=', 'confirm')
    .executeTakeFirstOrThrow();
  const path = `/mail/${(JSON.parse(content) as { token: string }).token}`;
  await unchanged(async () => {
    for (let scan = 0; scan < 3; scan += 1) assert.equal((await get(path)).status, 200);
    assert.equal((await fetch(server.address + path, { method: 'HEAD' })).status, 200);
    assert.equal((await post(path, { body: '', headers: { 'sec-fetch-site': 'cross-site' } })).status, 403);
  });
  assert.equal((await receiptOf(press, receipt)).email?.confirmed, false);
  assert.equal((await post(path, { body: '' })).status, 200);
  assert.equal((await receiptOf(press, receipt)).email?.confirmed, true);
  await unchanged(async () => {
    assert.equal((await post(path, { body: '' })).status, 404);
    assert.equal((await get(path)).status, 404);
  });
});

test('20: work is worth something on its own form, once', async () => {
  const [one, other] = [await previewOf('Work.'), await previewOf('Other work.')];
  const solved = await solveChallenge({ challenge: one.challenge, deriveKey });
  const work = Buffer.from(JSON.stringify({ challenge: one.challenge, solution: solved })).toString('base64');
  press.clock.advance(20);
  assert.deepEqual(await slowness([one.fields, work]), [false]);
  assert.deepEqual(await slowness([other.fields, work]), [true], 'another form’s');
  const before = await countOf();
  const again = await post('/the-quay/forum/send', { body: form({ ...one.fields, work }) });
  assert.equal(again.status, 303);
  assert.equal(await countOf(), before, 'kept once');
});

test('8: a decision that names other bytes, an unknown one, nothing, or everything at once', async () => {
  const decide = (fields: Readonly<Record<string, string>>) =>
    desk('/desk/queue/decide', { decision: 'validate', ...fields });
  const item = `${mine.id} ${mine.hash}`;
  const refusedOnes: readonly (readonly [Readonly<Record<string, string>>, number])[] = [
    [{ items: `${mine.id} ${another.hash}` }, 409],
    [{ items: `${mine.id} ${mine.hash.toUpperCase()}` }, 409],
    [{ items: `${'A'.repeat(22)} ${mine.hash}` }, 404],
    [{ items: mine.id }, 400],
    [{ items: '' }, 400],
    [{ items: item, decision: 'erase' }, 400],
    [{ items: item, decision: 'withdraw' }, 400],
    [{ items: item, decision: '' }, 400],
    [{ items: item, decision: '__proto__' }, 400],
    [{ items: item, decision: 'refuse' }, 422],
    [{ items: item, decision: 'refuse:none-such' }, 422],
    [{ items: item, decision: 'refuse:__proto__' }, 422],
    [{ items: item, from: 'validated' }, 409],
    [{ items: `${item} `.repeat(600) }, 400],
    [{ filter: 'lane=main', 'up-to': '9' }, 400],
    [{ filter: 'lane=main', 'up-to': '1e999', decision: 'spam' }, 400],
    [{ filter: 'lane=main', 'up-to': 'NaN', decision: 'spam' }, 400],
  ];
  await unchanged(async () => {
    for (const [fields, status] of refusedOnes)
      assert.equal((await decide(fields)).status, status, JSON.stringify(fields).slice(0, 120));
    for (const batch of ['', 'x', '%', "' OR 1=1 --"]) {
      const undone = await desk('/desk/queue/undo', { batch });
      assert.ok(undone.status < 500, batch);
    }
    for (const id of ['', 'x', `${mine.id}'`, '../..'])
      assert.ok((await desk('/desk/queue/lease', { id })).status < 500, id);
    for (const act of ['withdraw', 'erase'])
      for (const id of ['x', 'A'.repeat(22)])
        assert.equal(
          (await desk(`/desk/queue/${id}/${act}`, act === 'erase' ? { ground: 'request' } : {})).status,
          404,
        );
    for (const ground of ['', 'x', '__proto__', 'retention'])
      assert.equal((await desk(`/desk/queue/${mine.id}/erase`, { ground })).status, 400, ground);
  });
});

test('the interface for programs: what is not described is refused, a cookie opens nothing', async () => {
  const items = [{ id: mine.id, hash: mine.hash }];
  const decision = { items, decision: 'spam' };
  const wrong: readonly unknown[] = [
    null,
    [],
    'x',
    7,
    { ...decision, state: 'validated' },
    { ...decision, constructor: 1 },
    { ...decision, decision: ['spam'] },
    { ...decision, decision: 'erase' },
    { ...decision, items: {} },
    { ...decision, items: [] },
    { ...decision, items: [null] },
    { ...decision, items: [[mine.id, mine.hash]] },
    { ...decision, items: [{ ...items[0], lane: 'main' }] },
    { ...decision, items: [{ id: { $ne: '' }, hash: mine.hash }] },
    { ...decision, reason: ['x'] },
    { ...decision, ground: 0 },
  ];
  const ask = (body: string, headers: Readonly<Record<string, string>>, type = 'application/json') =>
    post('/api/v1/decisions', { body, type, headers });
  const bearer = { authorization: `Bearer ${secret}`, cookie: '' };
  await unchanged(async () => {
    for (const json of wrong)
      assert.equal((await ask(JSON.stringify(json), bearer)).status, 400, JSON.stringify(json)?.slice(0, 100));
    assert.equal((await ask('{"items":[],"__proto__":{"decision":"spam"}}', bearer)).status, 400);
    assert.equal((await ask('{', bearer)).status, 400);
    assert.equal((await ask('', bearer)).status < 500, true);
    assert.equal((await ask(form({ decision: 'spam' }), bearer, 'application/x-www-form-urlencoded')).status, 415);
    assert.equal((await ask(`"${'a'.repeat(1024 * 1024 + 1)}"`, bearer)).status, 413);
    const json = JSON.stringify(decision);
    assert.equal((await ask(json, { cookie: session.cookie })).status, 401);
    for (const authorization of [
      'Bearer x',
      `Basic ${secret}`,
      `Bearer ${secret}x`,
      `Bearer ${mine.receipt}`,
      'Bearer ',
    ])
      assert.equal((await ask(json, { authorization, cookie: '' })).status, 401, authorization);
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=x',
      'limit=1&limit=1',
      'state=waiting',
      'before=x',
      'before=',
      'text[]=x',
    ])
      assert.equal((await get(`/api/v1/contributions?${query}`)).status, 400, query);
  });
});

test('15: forged addresses do not help where no proxy is trusted', async () => {
  const strict = await createTestContext({ settings: { forumSenderLimit: 3 } });
  await publishSource(strict.context, { source: '---\ntitle: The Quay\n---\n\nA word.\n', slug: 'the-quay' });
  const own = await startServer(strict.asVisitor());
  try {
    const statuses: number[] = [];
    for (let at = 0; at < 20; at += 1) {
      const forwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'true-client-ip', 'cf-connecting-ip'];
      const headers = Object.fromEntries(forwarded.map((name) => [name, `203.0.113.${at}`]));
      const body = new URLSearchParams(TYPED);
      statuses.push((await fetch(`${own.address}/the-quay/forum/preview`, { method: 'POST', body, headers })).status);
    }
    assert.equal(statuses[0], 200);
    assert.ok(
      statuses.slice(6).every((status) => status === 429),
      statuses.join(' '),
    );
    for (const path of ['send', 'preview']) {
      const answer = await fetch(`${own.address}/the-quay/forum/${path}`, {
        method: 'POST',
        body: new URLSearchParams(TYPED),
      });
      assert.equal(answer.status, 429, path);
    }
  } finally {
    await own.close();
    await strict.close();
  }
});

test('15: searching, receipts, links of letters and signing in are limited too', async () => {
  const strict = await createTestContext();
  const own = await startServer(strict.asVisitor());
  try {
    for (const path of ['/search?q=x', `/receipt/${'A'.repeat(43)}`, `/mail/${'A'.repeat(43)}`]) {
      const asks = Array.from({ length: 121 }, (_, at) =>
        fetch(`${own.address}${path}`, { headers: { 'x-forwarded-for': `203.0.113.${at}` } }).then(
          ({ status }) => status,
        ),
      );
      assert.ok((await Promise.all(asks)).includes(429), path);
    }
    const wrong = { name: 'Nobody', password: 'a wrong one' };
    const signIns = Array.from({ length: 31 }, () =>
      fetch(`${own.address}/desk/sign-in`, { method: 'POST', body: new URLSearchParams(wrong) }).then(
        ({ status }) => status,
      ),
    );
    assert.ok((await Promise.all(signIns)).includes(429), 'sign-in');
  } finally {
    await own.close();
    await strict.close();
  }
});

test('14: no address that is named in a field is ever asked for', async () => {
  let asks = 0;
  const listener = createServer((_request, response) => {
    asks += 1;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const mailbox = await startMailbox();
  const own = await createTestContext({ settings: { smtpUrl: mailbox.url } });
  const mailer = createMailer(own.context.settings)!;
  try {
    const at = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
    await publishSource(own.context, { source: '---\ntitle: The Quay\n---\n\nA word.\n', slug: 'the-quay' });
    const link = `${at}/x.png <img src=${at}/x> ![x](${at}/x) <!DOCTYPE x SYSTEM "${at}/x.dtd">`;
    const typed = { slug: 'the-quay', name: link.slice(0, 80), subject: link.slice(0, 150), body: link, quote: link };
    const { id } = await shownTo(own, { ...typed, email: 'nadia@127.0.0.1.test', notify: true });
    while ((await sendDueMail(own.context, mailer)) > 0);
    const served = await startServer(own.asVisitor());
    const answers = [`/the-quay/forum/${id}`, '/forum.atom', '/api/v1/contributions'].map(async (path) => {
      const answer = await fetch(`${served.address}${path}`);
      assert.match(await answer.text(), /x\.png/, path);
    });
    await Promise.all(answers);
    await served.close();
    assert.ok(mailbox.mails.length > 0);
    assert.equal(asks, 0);
    await fetch(at);
    assert.equal(asks, 1, 'it would have been heard');
  } finally {
    mailer.close();
    listener.close();
    await own.close();
    await mailbox.close();
  }
});

// ---- forms and answers ----

const TYPED = { name: 'Nadia', email: '', subject: '', body: 'I was there.' };
const EDIT = ({ hash }: Held) => ({ name: 'Nadia', subject: '', body: 'Changed.', hash });

/** As a page of ours would send it. */
function honest({ path, policy }: PostRoute): Record<string, string> {
  const known = Object.entries(HONEST).find(([end]) => path.endsWith(end));
  const token = policy === 'public' ? {} : { 'form-token': session.token };
  return { ...known?.[1](), ...token };
}

const HONEST: Readonly<Record<string, () => Record<string, string>>> = {
  '/forum/preview': () => TYPED,
  '/forum/send': () => ({ ...TYPED, ticket: 'x' }),
  '/edit': () => EDIT(mine),
  '/notify': () => ({ notify: 'yes', email: 'nadia@stet.test' }),
  ':token/erase': () => ({ sure: 'yes' }),
  '/misprints/decide': () => ({ misprint: 'x', decision: 'accept' }),
  '/decide': () => ({ items: `${mine.id} ${mine.hash}`, decision: 'validate' }),
  '/undo': () => ({ batch: 'x' }),
  '/lease': () => ({ id: mine.id }),
  ':id/withdraw': () => ({ why: '' }),
  ':id/erase': () => ({ ground: 'request' }),
  '/forum/mode': () => ({ mode: 'after', scope: 'all' }),
  '/grounds': () => ({ 'label-0': 'x', 'reason-0': 'x' }),
  '/lists': () => ({ blocked: 'x', allowed: '' }),
  '/remarks': () => ({ body: 'x' }),
  ':id/forum': () => ({ mode: 'closed' }),
  '/misprint': () => ({ words: 'a', instead: 'b', ticket: 'x' }),
  '/desk/access': () => ({ label: 'x', kind: 'api' }),
  '/webhooks': () => ({ url: 'https://stet.test/hook' }),
};

interface Posted {
  readonly body: string | FormData;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function refusedAs(route: PostRoute, statuses: readonly number[], posted: Posted): Promise<void> {
  const path = filled(route.path);
  const cookie: Record<string, string> = route.policy === 'public' ? {} : { cookie: session.cookie };
  const answer = await post(path, { ...posted, headers: { ...cookie, ...posted.headers } });
  const shown = `${path} ${posted.type ?? ''} ${JSON.stringify(posted.headers ?? {})} ${String(posted.body).slice(0, 120)}`;
  assert.ok(statuses.includes(answer.status), `${answer.status} for ${shown}`);
}

const filled = (path: string) =>
  path
    .replace(':slug', 'the-quay')
    .replace(':token', mine.receipt)
    .replace(/texts\/:id/, `texts/${textId}`)
    .replace(':id', mine.id);

const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();

let asked = 0;
async function post(path: string, { body, type = 'application/x-www-form-urlencoded', headers = {} }: Posted) {
  asked += 1;
  // Each from another address: limits are tried elsewhere.
  const from = {
    'x-forwarded-for': `198.${18 + Math.floor(asked / 62_500)}.${Math.floor(asked / 250) % 250}.${asked % 250}`,
  };
  const kind = typeof body === 'string' ? { 'content-type': type } : {};
  const init = { method: 'POST', body, headers: { ...from, ...kind, ...headers }, redirect: 'manual' } as const;
  const answer = await fetch(`${server.address}${path}`, init);
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    cookies: answer.headers.getSetCookie(),
    text: await answer.text(),
  };
}

const desk = (path: string, fields: Readonly<Record<string, string>>) =>
  post(path, { body: form({ 'form-token': session.token, ...fields }), headers: { cookie: session.cookie } });

async function get(path: string) {
  const answer = await fetch(`${server.address}${path}`, { redirect: 'manual' });
  return { status: answer.status, text: await answer.text() };
}

async function signedIn(name: 'Ada' | 'Edda') {
  await press.as(name === 'Ada' ? 'administrator' : 'editor');
  const { cookies } = await post('/desk/sign-in', { body: form({ name, password: TEST_PASSWORD }) });
  const cookie = cookies.find((one) => one.startsWith('stet-session='))!.split(';')[0]!;
  const page = await fetch(`${server.address}/desk`, { headers: { cookie } });
  return { cookie, token: /name="form-token" value="([^"]+)"/.exec(await page.text())![1]! };
}

async function held(slug: string, body: string): Promise<Held> {
  const receipt = await sendTo(press, { slug, body });
  const { id, hash } = await receiptOf(press, receipt);
  return { receipt, id, hash };
}

async function previewOf(body: string) {
  const { text } = await post('/the-quay/forum/preview', { body: form({ ...TYPED, body }) });
  const html = /<form class="send".*?<\/form>/s.exec(text)![0];
  const challenge = /data-challenge="([^"]+)"/.exec(html)![1]!.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return { fields: fieldsOf(html), challenge: JSON.parse(challenge) };
}

/** Whether each was taken without work, as triage was told. */
async function slowness(...all: readonly (readonly [Readonly<Record<string, string>>, string])[]) {
  const slow: boolean[] = [];
  for (const [fields, work] of all) {
    const { location } = await post('/the-quay/forum/send', { body: form({ ...fields, work }) });
    const { id } = await receiptOf(press, location!.slice('/receipt/'.length));
    const revision = await press.context.store.reader
      .selectFrom('contribution_revision')
      .select('signals')
      .where('contribution_id', '=', id)
      .executeTakeFirstOrThrow();
    slow.push(revision.signals.includes('proof-of-work'));
  }
  return slow;
}

async function countOf(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from contribution`.execute(press.context.store.reader);
  return rows[0]!.n;
}

/** Of what may change when nobody acts: how often was asked, who is signed in, what was pressed, today's key. */
const RESTLESS =
  /^(sqlite_|contribution_search|text_search|form_count|session|sign_in|attempt|day_key|checkpoint|pressed)/;

async function everything(): Promise<string> {
  const { reader } = press.context.store;
  const { rows: tables } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(
    reader,
  );
  const kept = tables.map(({ name }) => name).filter((name) => !RESTLESS.test(name));
  assert.ok(kept.length > 10, kept.join(' '));
  const all: string[] = [];
  for (const name of kept.sort()) {
    const { rows } = await sql.raw(`select * from "${name}"`).execute(reader);
    all.push(`${name}: ${JSON.stringify(rows, (key, value) => (PASSING.has(key) ? null : value))}`);
  }
  return all.join('\n');
}

/** Who has one open, for a minute; on which day a secret was used. */
const PASSING = new Set(['leased_by', 'leased_until', 'last_used_on']);

async function unchanged(act: () => Promise<void>): Promise<void> {
  const before = await everything();
  await act();
  const after = await everything();
  if (before === after) return;
  const [was, is] = [before.split('\n'), after.split('\n')];
  assert.deepEqual(
    is.filter((line) => !was.includes(line)),
    [],
    'something changed',
  );
}
