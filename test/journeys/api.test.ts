// A program asks: what is public without a secret, the queue with one, every answer as the description says.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { after, before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { jobsFor } from '#jobs/jobs.ts';
import { createAccessToken } from '#operations/access-token-create.ts';
import { changeAccount } from '#operations/account-change.ts';
import { createAccount } from '#operations/account-create.ts';
import { enactDecisions } from '#operations/decisions-enact.ts';
import { addWebhook } from '#operations/webhook-change.ts';
import { createTestContext, TEST_PASSWORD, type TestContext } from '#test/support/context.ts';
import { createDeskClient } from '#test/support/desk-client.ts';
import { publishSource } from '#test/support/library.ts';
import { sendTo } from '#test/support/sender.ts';
import { type Server, startServer } from '#web/http/server.ts';
import { API_OPERATIONS } from '#web/pages/api/operations.ts';
import { API_SCHEMAS, type SchemaName } from '#web/pages/api/schemas.ts';
import { routes } from '#web/routes.ts';

let press: TestContext;
let server: Server;
let secret: string;

before(async () => {
  press = await createTestContext({ settings: { forumGraceSeconds: 5 } });
  await publishSource(press.context, { source: '---\ntitle: The Quay\n---\n\nA word.\n', slug: 'the-quay' });
  const made = await createAccessToken(await press.as('administrator'), { kind: 'api', label: 'test' });
  assert.ok(made.ok);
  secret = made.value.token;
  server = await startServer(press.asVisitor());
});

after(async () => {
  await server?.close();
  await press?.close();
});

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ $id: 'api', components: { schemas: API_SCHEMAS } });
const holds = (name: SchemaName, value: unknown) => {
  const validate = ajv.compile({ $ref: `api#/components/schemas/${name}` });
  assert.ok(validate(value), `${name}: ${JSON.stringify(validate.errors)} in ${JSON.stringify(value)}`);
};

interface Asked {
  readonly token?: string;
  readonly json?: unknown;
  readonly body?: string;
}

async function ask(
  path: string,
  { token, json, body = json === undefined ? undefined : JSON.stringify(json) }: Asked = {},
) {
  const answer = await fetch(`${server.address}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
  });
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '', // biome-ignore lint/suspicious/noExplicitAny: what it is, is what is tested
    json: (await answer.json()) as any,
  };
}

const send = (body: string) => sendTo(press, { slug: 'the-quay', body });

test('from the queue to everybody: read, decided on the bytes read, in force, public', async () => {
  await send('The tide was out.');
  const queue = await ask('/queue', { token: secret });
  holds('Queue', queue.json);
  const [item] = queue.json.items;
  assert.equal(item.body, 'The tide was out.');
  holds('QueueItem', (await ask(`/queue/${item.id}`, { token: secret })).json);
  const of = { items: [{ id: item.id, hash: item.hash }], decision: 'validate' };
  holds('Decision', of);
  const decided = await ask('/decisions', { token: secret, json: of });
  holds('Decided', decided.json);
  assert.equal((await ask(`/contributions/${item.id}`)).status, 404, 'not in force yet');
  const undone = await ask('/decisions/undo', { token: secret, json: { batch: decided.json.batch } });
  assert.deepEqual(undone.json, { undone: 1 });
  await ask('/decisions', { token: secret, json: of });
  press.clock.advance(6);
  await enactDecisions(press.context);
  const list = await ask('/contributions?text=the-quay');
  holds('ContributionList', list.json);
  assert.equal(list.json.contributions[0].body, 'The tide was out.');
  holds('Contribution', (await ask(`/contributions/${item.id}`)).json);
});

test('without a secret, with a wrong one, with a cookie: no queue', async () => {
  const client = createDeskClient(server);
  await client.signIn('Ada', TEST_PASSWORD);
  assert.equal((await client.get('/api/v1/queue')).status, 401, 'a cookie opens nothing here');
  for (const token of [undefined, 'x', `${secret}x`, secret.slice(1)]) {
    const answer = await ask('/queue', token ? { token } : {});
    assert.equal(answer.status, 401);
    assert.match(answer.type, /problem\+json/);
    holds('Problem', answer.json);
  }
  assert.equal((await ask('/contributions', { token: 'wrong' })).status, 401, 'nor is a wrong one passed over');
});

test('a stale hash gets 409, a mistaken ground 422, anything else that is not described 400', async () => {
  await send('Another word.');
  const [item] = (await ask('/queue', { token: secret })).json.items;
  const of = (more: object) => ({ items: [{ id: item.id, hash: item.hash }], decision: 'validate', ...more });
  const stale = { items: [{ id: item.id, hash: 'f'.repeat(64) }], decision: 'validate' };
  assert.equal((await ask('/decisions', { token: secret, json: stale })).status, 409);
  const ground = await ask('/decisions', { token: secret, json: of({ decision: 'refuse', ground: 'none-such' }) });
  assert.equal(ground.status, 422);
  holds('Problem', ground.json);
  for (const json of [{}, [], null, 1, of({ state: 'validated' }), of({ decision: 'publish' }), of({ items: {} })])
    assert.equal((await ask('/decisions', { token: secret, json })).status, 400, JSON.stringify(json));
  assert.equal((await ask('/decisions', { token: secret, body: '{"items":' })).status, 400);
  for (const query of ['?limit=0', '?limit=1000', '?limit=x', '?before=x', '?state=waiting', '?limit=1&limit=2'])
    assert.equal((await ask(`/contributions${query}`)).status, 400, query);
  assert.equal((await ask('/contributions?text=none-such')).status, 404);
});

test('a feed of the queue behind its own secret, which opens nothing else', async () => {
  const made = await createAccessToken(await press.as('administrator'), { kind: 'feed', label: 'reader' });
  assert.ok(made.ok);
  const feed = await fetch(`${server.address}/queue/${made.value.token}.atom`);
  assert.equal(feed.status, 200);
  assert.match(await feed.text(), /Another word\./);
  assert.equal((await fetch(`${server.address}/queue/${secret}.atom`)).status, 404);
  assert.equal((await ask('/queue', { token: made.value.token })).status, 401);
});

test('a webhook is told, signed, tried again, and hears no words', async () => {
  const heard: { body: string; headers: IncomingHttpHeaders }[] = [];
  let failing = true;
  const hook = createServer((request, response) => {
    request.toArray().then((chunks) => {
      if (!failing) heard.push({ body: Buffer.concat(chunks).toString(), headers: request.headers });
      response.writeHead(failing ? 500 : 204).end();
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  const { port } = hook.address() as { port: number };
  const added = await addWebhook(await press.as('administrator'), { url: `http://127.0.0.1:${port}/hook` });
  assert.ok(added.ok);
  const job = jobsFor({ mailer: null }).find(({ name }) => name === 'webhooks')!;
  await send('Words nobody has read.');
  await job.run(press.context);
  assert.equal(heard.length, 0);
  failing = false;
  press.clock.advance(11);
  await job.run(press.context);
  await job.run(press.context);
  hook.close();
  assert.equal(heard.length, 1);
  const [{ body, headers }] = heard as [(typeof heard)[number]];
  assert.equal(JSON.parse(body).type, 'contribution.received');
  assert.doesNotMatch(body, /nobody/);
  const key = Buffer.from(added.value.secret.replace('whsec_', ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const wanted = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  assert.equal(headers['webhook-signature'], wanted);
});

test('the description names every route, and nothing else', async () => {
  const { json } = await ask('/openapi.json');
  const described = Object.keys(json.paths).sort();
  const served = routes.filter(({ path }) => path.startsWith('/api/') && !path.endsWith('openapi.json'));
  assert.deepEqual(described, [...new Set(served.map(({ path }) => path.replace(/:(\w+)/g, '{$1}')))].sort());
  assert.equal(API_OPERATIONS.length, served.length);
});

test('a secret has the rights its account has today', async () => {
  const ada = await press.as('administrator');
  assert.ok(ada.actor.kind === 'account');
  await createAccount(press.context, { name: 'Second', password: TEST_PASSWORD, role: 'administrator' });
  await changeAccount(press.context, { accountId: ada.actor.id, role: 'editor' });
  assert.equal((await ask('/queue', { token: secret })).status, 403);
  await changeAccount(press.context, { accountId: ada.actor.id, disabled: true });
  assert.equal((await ask('/queue', { token: secret })).status, 401);
});
