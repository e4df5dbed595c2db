// 6: what is erased is nowhere any more, not even in a byte that nobody reads.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { TextId } from '#domain/text.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { decideOn, receiptOf } from '#test/support/forum.ts';
import { publishSource } from '#test/support/library.ts';
import { sendTo } from '#test/support/sender.ts';
import { decideContributions } from './contribution-decide.ts';
import { editContribution } from './contribution-edit.ts';
import { eraseContribution } from './contribution-erase.ts';
import { retainContributions } from './contribution-retain.ts';
import { enactDecisions } from './decisions-enact.ts';
import { keepPage } from './page-keep.ts';
import { readForum } from './reads/forum.ts';
import { readReceipt } from './reads/receipt.ts';
import { addWebhook } from './webhook-change.ts';

const SLUG = 'lamps';
const MARKERS = ['zqnamexv', 'zqmailxv', 'zqsubjectxv', 'zqbodyxv', 'zqeditxv', 'zqreasonxv', 'zqotherxv'];
const [name, mail, subject, body, edit, reason, other] = MARKERS as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

let press: TestContext;
let textId: TextId;
before(async () => {
  press = await createTestContext({ settings: { smtpUrl: 'smtp://127.0.0.1:1' } });
  textId = await publishSource(press.context, { source: '---\ntitle: Lamps\n---\n\nA lamp.\n', slug: SLUG });
});
after(() => press?.close());

test('erasing leaves no byte of a name, an address, words, reasons or rendered pages in any file', async () => {
  const receipt = await sendTo(press, { slug: SLUG, name, subject, body, email: `${mail}@example.org`, notify: true });
  await sendTo(press, { slug: SLUG, body: other });
  await decideOn(press, receipt, 'validate');
  await pressForum();
  const { id, hash } = await receiptOf(press, receipt);
  const typed = { name, subject, body: edit };
  await editContribution(press.asVisitor(), { receipt, typed, hash, address: '192.0.2.1' });
  const items = [{ id, hash: (await receiptOf(press, receipt)).hash }];
  const refusal = { items, decision: 'refuse', ground: 'off-topic', reason, reply: null } as const;
  await decideContributions(await press.as('administrator'), refusal);
  press.clock.advance(60);
  await enactDecisions(press.context);
  assert.deepEqual(markersOnDisk(), MARKERS, 'the search sees what is there');
  const leaves = await leafCount();

  await eraseContribution(press.asVisitor(), { receipt });
  assert.deepEqual(markersOnDisk(), [other]);
  assert.equal((await leafCount()) - leaves, 1);
  const erased = await readReceipt(press.asVisitor(), { receipt });
  assert.equal(erased?.state, 'erased');
  assert.deepEqual([erased?.leaf, erased?.email, erased?.mayEdit], [null, null, false]);
  assert.deepEqual(erased?.history.map(({ what }) => what).slice(-1), ['erase']);
  const key = await press.context.store.reader
    .selectFrom('contribution_key')
    .select('key')
    .where('contribution_id', '=', id)
    .execute();
  assert.deepEqual(key, [], 'nobody can show what the commitment stood for');
  await eraseContribution(press.asVisitor(), { receipt });
  assert.equal((await leafCount()) - leaves, 1, 'erased once');
});

test('erasing leaves no row that was about it but its entries in the log', async () => {
  const administrator = await press.as('administrator');
  assert.ok((await addWebhook(administrator, { url: 'https://stet.test/hook' })).ok);
  const receipt = await sendTo(press, { slug: SLUG, body: 'A row.', email: 'row@example.org', notify: true });
  const { id, hash } = await receiptOf(press, receipt);
  const refusal = {
    items: [{ id, hash }],
    decision: 'refuse',
    ground: 'off-topic',
    reason: 'Why.',
    reply: null,
  } as const;
  await decideContributions(administrator, refusal);
  const { reader } = press.context.store;
  const { rows: columns } = await sql<{ name: string }>`select m.name from sqlite_schema m
    join pragma_table_info(m.name) c on c.name = 'contribution_id' where m.type = 'table'`.execute(reader);
  const about = async () => {
    const found: string[] = [];
    for (const { name } of columns) {
      const rows = await sql`select 1 from ${sql.table(name)} where contribution_id = ${id}`.execute(reader);
      if (rows.rows.length > 0) found.push(name);
    }
    return found.sort();
  };
  const before = [
    'contribution_key',
    'contribution_revision',
    'mail',
    'mail_link',
    'pending_decision',
    'webhook_delivery',
  ];
  assert.deepEqual(await about(), before, 'control: they are there');
  await eraseContribution(press.asVisitor(), { receipt });
  assert.deepEqual(await about(), ['decision']);
  const left = await reader.selectFrom('contribution').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const { quote, sender, group_key, email, email_confirmed_at, leased_by, score, notify } = left;
  assert.deepEqual([quote, sender, group_key, email, email_confirmed_at, leased_by], Array(6).fill(null));
  assert.deepEqual([score, notify], [0, 0]);
});

test('a page that was kept a moment after the erasing is forgotten within the hour', async () => {
  const receipt = await sendTo(press, { slug: SLUG, body });
  await decideOn(press, receipt, 'validate');
  const late = await readForum(press.asVisitor(), { textId, page: 1 });
  await eraseContribution(press.asVisitor(), { receipt });
  assert.ok(!markersOnDisk().includes(body));
  const identity = Buffer.from(JSON.stringify(late));
  const page = { inputs: '2', contentType: 'text/html', etag: 'y', identity, gzip: identity, brotli: identity };
  await keepPage(press.context, { path: `/${SLUG}`, ...page });
  assert.ok(markersOnDisk().includes(body), 'control: whoever was making it keeps it');
  press.clock.advance(60 * 60);
  await retainContributions(press.context);
  assert.ok(!markersOnDisk().includes(body));
});

/** As the web keeps it: a rendered page that holds the words. */
async function pressForum(): Promise<void> {
  const identity = Buffer.from(JSON.stringify(await readForum(press.asVisitor(), { textId, page: 1 })));
  assert.ok(identity.includes(body));
  const page = { inputs: '1', contentType: 'text/html', etag: 'x', identity, gzip: identity, brotli: identity };
  for (const path of [`/${SLUG}`, `/${SLUG}/forum?page=2`, '/forum.atom'])
    await keepPage(press.context, { path, ...page });
}

function markersOnDisk(): readonly string[] {
  const names = readdirSync(press.dataFolder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const files = names.map((one) => readFileSync(join(one.parentPath, one.name)));
  assert.ok(files.length > 2);
  return MARKERS.filter((marker) => files.some((bytes) => bytes.includes(marker)));
}

async function leafCount(): Promise<number> {
  return (await press.context.store.reader.selectFrom('leaf').select('index').execute()).length;
}
