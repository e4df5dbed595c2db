// 6: what is erased is nowhere any more, not even in a byte that nobody reads.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { TextId } from '#domain/text.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { decideOn, receiptOf } from '#test/support/forum.ts';
import { publishSource } from '#test/support/library.ts';
import { sendTo } from '#test/support/sender.ts';
import { decideContributions } from './contribution-decide.ts';
import { editContribution } from './contribution-edit.ts';
import { eraseContribution } from './contribution-erase.ts';
import { enactDecisions } from './decisions-enact.ts';
import { keepPage } from './page-keep.ts';
import { readForum } from './reads/forum.ts';
import { readReceipt } from './reads/receipt.ts';

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
