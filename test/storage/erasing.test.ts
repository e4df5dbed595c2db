// What somebody sent is erased: their name, their address and their words are in no byte of any file the press has or makes from then on,
// and the record still verifies, with every proof it ever gave.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { createMailer } from '#jobs/smtp.ts';
import { decideContributions } from '#operations/contribution-decide.ts';
import { editContribution } from '#operations/contribution-edit.ts';
import { eraseContribution } from '#operations/contribution-erase.ts';
import { enactDecisions } from '#operations/decisions-enact.ts';
import { sendDueMail } from '#operations/mail-send.ts';
import { readReceipt } from '#operations/reads/receipt.ts';
import { tilesWritten } from '#operations/record-release.ts';
import { signRecord } from '#operations/record-sign.ts';
import { verifyData } from '#operations/verify-data.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { publishSource } from '#test/support/library.ts';
import { type Mailbox, startMailbox } from '#test/support/mailbox.ts';
import { runProgram } from '#test/support/program.ts';
import { sendTo } from '#test/support/sender.ts';
import { type Server, startServer } from '#web/http/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'stet-erasing-'));
const marker = () => `q${randomBytes(6).toString('hex')}`;
const made = (name: string) => join(folder, name);
let press: TestContext;
let server: Server;
let mailbox: Mailbox;

before(async () => {
  mailbox = await startMailbox();
  const opened = await createTestContext({
    dataFolder: made('data'),
    settings: { smtpUrl: mailbox.url, forumGraceSeconds: 0, guardFile: made('data.guard') },
  });
  const log = pino({ level: 'trace' }, pino.destination({ dest: made('log'), sync: true }));
  const context = { ...opened.context, log };
  press = { ...opened, context, asVisitor: () => ({ ...opened.asVisitor(), log }) };
  const source = '---\ntitle: The Quay\nauthors: [Hester Quill]\n---\n\nThe ferry lay still upon the water.\n';
  await publishSource(press.context, { source, slug: 'the-quay' });
  server = await startServer(press.asVisitor());
});
after(async () => {
  await server?.close();
  await press?.close();
  await mailbox?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('after erasing nothing of it is in any file, and the record verifies, then and before', async (t) => {
  const [gone, kept] = [marker(), marker()];
  const erased = await contribute(gone);
  await contribute(kept);
  await showEverything('before');
  assert.ok(hits(gone).length >= 4 && hits(kept).length >= 4, `control: it is there before, in ${hits(gone)}`);
  const proofBefore = await (await fetch(`${server.address}/the-quay/1.tlog-proof`)).text();
  const checkpoint = readFileSync(made('data.guard'), 'utf8');

  await eraseContribution(press.asVisitor(), { receipt: erased.receipt });
  // What was taken out of the press before is not the press's to take back.
  for (const name of ['backup-before', 'mirror-before', 'export-before']) rmSync(made(name), { recursive: true });
  await showEverything('after');
  assert.deepEqual(hits(gone), []);
  assert.ok(hits(kept).length >= 4, 'control: what was not erased is there');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  t.diagnostic(`${files} files and every pressed page looked through: nothing of what was erased`);

  const faults: string[] = [];
  const { leaves } = verifyData(
    { dataFolder: made('data'), guardFile: made('data.guard') },
    { report: (kind, address) => faults.push(`${address} ${kind}`), earlier: { name: 'before', note: checkpoint } },
  );
  assert.deepEqual(faults, []);
  assert.ok(leaves > Number(checkpoint.split('\n')[1]));
  assert.equal(await (await fetch(`${server.address}/the-quay/1.tlog-proof`)).text(), proofBefore);
});

/** Sent with an address that is confirmed, edited, validated, answered by mail: everywhere a contribution can be. */
async function contribute(word: string) {
  const receipt = await sendTo(press, {
    slug: 'the-quay',
    name: `N ${word}`,
    subject: `S ${word}`,
    body: `B ${word} and more of it.`,
    quote: `Q ${word}`,
    email: `${word}@stet.test`,
    notify: true,
  });
  const visitor = press.asVisitor();
  const mailer = createMailer(press.context.settings)!;
  await sendDueMail(press.context, mailer);
  mailer.close();
  for (const body of [`B ${word}, edited once.`, `B ${word}, edited again.`]) {
    press.clock.advance(120);
    const typed = { name: `N ${word}`, subject: `S ${word}`, body };
    const edited = await editContribution(visitor, { receipt, typed, hash: find(word).hash, address: '192.0.2.7' });
    assert.ok(edited.ok, JSON.stringify(edited));
    assert.ok(await readReceipt(visitor, { receipt }));
  }
  const { id, hash } = find(word);
  const administrator = { ...(await press.as('administrator')), log: press.context.log };
  const decided = await decideContributions(administrator, {
    decision: 'validate',
    ground: '',
    reason: null,
    items: [{ id, hash }],
    reply: null,
  });
  assert.ok(decided.ok && decided.value.decided === 1, JSON.stringify(decided));
  press.clock.advance(10);
  await enactDecisions(press.context);
  return { receipt };
}

function find(word: string): { readonly id: string; readonly hash: string } {
  const client = new Database(join(made('data'), 'stet.sqlite'), { readonly: true });
  const row = client
    .prepare('select contribution_id as id, hash from contribution_revision where name = ? order by revision desc')
    .get(`N ${word}`);
  client.close();
  return row as { id: string; hash: string };
}

/** Every page, feed and file that may hold it is made; a backup, a mirror and an export too. */
async function showEverything(when: string): Promise<void> {
  await signRecord(press.context);
  await tilesWritten(press.context);
  for (const path of ['/the-quay', '/the-quay/forum', '/forum.atom', '/the-quay/forum.atom', '/record', '/record.atom'])
    await (await fetch(server.address + path)).arrayBuffer();
  const runs = [
    ['backup', made(`backup-${when}`), '--data', made('data')],
    ['mirror', server.address, made(`mirror-${when}`)],
    ['forum', 'export', made(`export-${when}`), '--with-addresses', '--data', made('data')],
  ];
  for (const args of runs) {
    const { code, errors, output } = await runProgram(args);
    assert.equal(code, 0, `${args.join(' ')}: ${output}${errors}`);
  }
  assert.ok(existsSync(made(`export-${when}`)));
}

/** Files with the word in their bytes, and pressed pages with it once they are unpacked. */
function hits(word: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(word));
  const client = new Database(join(made('data'), 'pressed.sqlite'), { readonly: true });
  const pages = client.prepare('select * from pressed_page').all() as Record<string, unknown>[];
  client.close();
  const holds = (page: Record<string, unknown>) =>
    Object.values(page).some((value) => unpacked(value).some((bytes) => bytes.includes(word)));
  return [...files, ...pages.filter(holds).map(({ path }) => `pressed ${path}`)].map((name) =>
    name.replace(`${folder}/`, ''),
  );
}

function unpacked(value: unknown): readonly Buffer[] {
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(String(value));
  return [bytes, ...[gunzipSync, brotliDecompressSync, zstdDecompressSync].flatMap((unpack) => attempt(unpack, bytes))];
}

function attempt(unpack: (bytes: Buffer) => Buffer, bytes: Buffer): readonly Buffer[] {
  try {
    return [unpack(bytes)];
  } catch {
    return [];
  }
}
