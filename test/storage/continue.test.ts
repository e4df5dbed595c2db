// An old backup is put back: the server reads only, until the record is gone on with — from a newer copy, from a mirror, or anew.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import type { ContributionId } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import { makeBackup } from '#operations/backup-make.ts';
import type { Context } from '#operations/context.ts';
import { eraseWithin } from '#operations/contribution-erase.ts';
import { receiveContribution } from '#operations/contribution-receive.ts';
import { enforceDecision } from '#operations/decision-enforce.ts';
import { tilesWritten } from '#operations/record-release.ts';
import { signRecord } from '#operations/record-sign.ts';
import { restoreText } from '#operations/text-restore.ts';
import { withdrawText } from '#operations/text-withdraw.ts';
import { findStanding } from '#store/contribution-states.ts';
import { findContribution } from '#store/contributions.ts';
import { createTestContext } from '#test/support/context.ts';
import { publishSource, reviseText } from '#test/support/library.ts';
import { endPrograms, runProgram, startProgram, untilSaid } from '#test/support/program.ts';
import { startServer } from '#web/http/server.ts';

const INDEPENDENT = fileURLToPath(new URL('../../bin/stet-verify.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stet-continue-'));
const [old, newer, mirror, site] = ['old', 'newer', 'mirror', 'site'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
  string,
];
const text = (title: string) =>
  `---\ntitle: ${title}\nauthors: [A. Writer]\nlanguage: en\n---\n\nFirst words of ${title}.[^1]\n\n## Part\n\nMore of ${title}.\n\n[^1]: A note.\n`;
const publicUrl = 'http://press.test';
let lastHead = '';

/** Two texts, a backup; then a revision, a withdrawal, a return and a third text, a newer backup and a mirror. */
before(async () => {
  const { context, close } = await createTestContext({
    dataFolder: site,
    settings: { publicUrl, guardFile: `${site}.guard` },
  });
  const report = (kind: string, address: string) => assert.fail(`${address} ${kind}`);
  const one = await publishSource(context, { source: text('One'), slug: 'one' });
  const two = await publishSource(context, { source: text('Two'), slug: 'two' });
  for (const body of ['To be validated.', 'To be erased.', 'Left waiting.']) await receive(context, one, body);
  await signRecord(context);
  await makeBackup({ dataFolder: site, folder: old }, { report });
  await decide(context, 'To be validated.', 'validate');
  await decide(context, 'To be erased.', 'erase');
  await receive(context, one, 'Received after the backup.');
  await decide(context, 'Received after the backup.', 'validate');
  await reviseText(context, { textId: one, source: text('One').replace('More', 'Much more'), reason: 'More' });
  await withdrawText(context, { textId: two, ground: 'rights', reason: 'asked for' });
  await publishSource(context, { source: text('Three'), slug: 'three' });
  await restoreText(context, { textId: two });
  await signRecord(context);
  await tilesWritten(context);
  await makeBackup({ dataFolder: site, folder: newer }, { report });
  const server = await startServer(context);
  const mirrored = await runProgram(['mirror', server.address, mirror]);
  assert.equal(mirrored.code, 0, mirrored.output + mirrored.errors);
  lastHead = readFileSync(`${site}.guard`, 'utf8');
  await server.close();
  await close();
});
after(() => {
  endPrograms();
  rmSync(folder, { recursive: true, force: true });
});

async function receive(context: Context, textId: TextId, body: string): Promise<void> {
  const place = { textId, number: 1, blockId: null, quote: null, parentId: null };
  const assessed = { score: 0, groupKey: null, signals: '[]', lane: 'main' } as const;
  const nobody = { sender: null, email: null, notify: false, receiptHash: null, ticketHash: null };
  const words = { name: 'Nadia', subject: null, body };
  await context.store.write((transaction) =>
    receiveContribution(context, transaction, { place, words, assessed, lane: 'main', ...nobody }),
  );
}

async function decide(context: Context, body: string, decision: 'validate' | 'erase'): Promise<void> {
  await context.store.write(async (transaction) => {
    const { contribution_id } = await transaction
      .selectFrom('contribution_revision')
      .select('contribution_id')
      .where('body', '=', body)
      .executeTakeFirstOrThrow();
    const id = contribution_id as ContributionId;
    const [contribution, standing] = [await findContribution(transaction, { id }), await findStanding(transaction, id)];
    assert.ok(contribution && standing);
    if (decision === 'erase')
      return eraseWithin(context, transaction, { contribution, ground: 'law', decidedBy: null });
    const nobody = { reason: null, decidedBy: null, batch: 'b', readAt: null };
    await enforceDecision(context, transaction, { standing, decision, ground: '', ...nobody });
  });
}

/** The old backup in the place of the site, beside the copy of the last head. */
async function frozenSite(name: string): Promise<readonly string[]> {
  const data = join(folder, name);
  assert.equal((await runProgram(['restore', old, '--data', data])).code, 0);
  cpSync(`${site}.guard`, `${data}.guard`);
  return ['--data', data, '--public-url', publicUrl];
}

test('restored from an old backup, nothing is changed and the command line says why and how to go on', async () => {
  const options = await frozenSite('frozen');
  const rotated = await runProgram(['key', 'rotate', '--data', join(folder, 'frozen')]);
  assert.equal(rotated.code, 69, rotated.errors);
  assert.match(rotated.errors, /stet record continue/);
  const asked = await runProgram(['record', 'continue', ...options]);
  assert.equal(asked.code, 64);
  assert.match(asked.output + asked.errors, /kept has 13 entries, this database 5[\s\S]*--from PLACE or --anew/);
  const { code, output } = await runProgram(['verify', join(folder, 'frozen')]);
  assert.equal(code, 65);
  assert.match(output, /frozen\.guard: the record has fewer leaves/);
});

for (const [name, place] of [
  ['a newer backup', newer],
  ['a mirror', mirror],
] as const)
  test(`goes on from ${name}: every entry and every text is there again, and the site is served`, async () => {
    const options = await frozenSite(name.replaceAll(' ', '-'));
    const data = options[1]!;
    const running = startProgram(['serve', ...options, '--port', '0', '--samples', 'no']);
    const [, address = ''] = await untilSaid(running, /(http:\/\/press\.test|http:\/\/127\.0\.0\.1:\d+)/);
    assert.ok(address);
    const continued = await runProgram(['record', 'continue', '--from', place, ...options]);
    assert.equal(continued.code, 0, continued.output + continued.errors);
    await untilSaid(running, /the record can be continued/);
    running.kill('SIGTERM');
    const verified = await runProgram(['verify', data]);
    assert.equal(verified.code, 0, verified.output);
    assert.match(
      verified.errors + verified.output,
      name === 'a mirror' ? /14 leaves, 4 revisions/ : /13 leaves, 4 revisions/,
    );
    const press = await createTestContext({ dataFolder: data, settings: { publicUrl, guardFile: `${data}.guard` } });
    const server = await startServer(press.context);
    const read = (path: string) => fetch(server.address + path).then((answer) => answer.text());
    // What was lost with the mirror's contributions has its leaf after the head that was kept.
    if (name !== 'a mirror') assert.equal(await read('/log/checkpoint'), lastHead);
    const kept = new Database(join(data, 'stet.sqlite'), { readonly: true });
    const bodies = kept.prepare('select body from shown_contribution order by row').pluck().all();
    assert.deepEqual(bodies, ['To be validated.', ...(name === 'a mirror' ? [] : ['Received after the backup.'])]);
    assert.equal(kept.prepare("select count(*) from contribution where state = 'erased'").pluck().get(), 1);
    kept.close();
    assert.ok(!readFileSync(join(data, 'stet.sqlite')).includes('To be erased.'));
    assert.match(await read('/one'), /Much more of One/);
    assert.match(await read('/three'), /First words of Three/);
    assert.match(await read('/two'), /First words of Two/);
    // The ids of blocks are those that were published: the next revision keeps them.
    const ids = (page: string) => [...page.matchAll(/ id="([a-z][a-z2-9]{6})"/g)].map(([, id]) => id);
    const before = ids(await read('/three/1/body.html'));
    assert.ok(before.length >= 4);
    const { textId } = (await press.context.store.reader
      .selectFrom('text')
      .select('id as textId')
      .where('slug', '=', 'three')
      .executeTakeFirstOrThrow()) as { textId: never };
    await reviseText(press.context, { textId, source: text('Three').replace('More', 'Less'), reason: 'Less' });
    assert.deepEqual(ids(await read('/three/2/body.html')), before);
    await signRecord(press.context);
    await tilesWritten(press.context);
    await server.close();
    await press.close();
    assert.equal((await runProgram(['verify', data, '--checkpoint', `${site}.guard`])).code, 0);
  });

test('begun anew: the first entry quotes the head that is lost, and both logs are served, described, mirrored and verified', async () => {
  const options = await frozenSite('anew');
  const data = options[1]!;
  const continued = await runProgram(['record', 'continue', '--anew', ...options]);
  assert.equal(continued.code, 0, continued.output + continued.errors);
  const verified = await runProgram(['verify', data]);
  assert.equal(verified.code, 0, verified.output);
  assert.match(verified.errors + verified.output, /of which 8 signed entries are not here/);
  assert.equal((await runProgram(['record', 'continue', '--anew', ...options])).code, 0, 'nothing to do');
  const press = await createTestContext({ dataFolder: data, settings: { publicUrl, guardFile: `${data}.guard` } });
  await publishSource(press.context, { source: text('Four'), slug: 'four' });
  await signRecord(press.context);
  await tilesWritten(press.context);
  const server = await startServer(press.context);
  const description = (await (await fetch(`${server.address}/.well-known/stet-log`)).json()) as Description;
  assert.deepEqual(
    [...(description.earlier ?? []), description].map(({ prefix }) => prefix),
    [`${publicUrl}/log`, `${publicUrl}/log/2`],
  );
  const checkpoints = await Promise.all(
    ['/log/checkpoint', '/log/2/checkpoint'].map((path) => fetch(server.address + path).then((one) => one.text())),
  );
  assert.deepEqual(
    checkpoints.map((note) => note.split('\n').slice(0, 2)),
    [
      ['press.test/log', '5'],
      ['press.test/log/2', '7'],
    ],
  );
  const entries = await (await fetch(`${server.address}/log/2/tile/entries/000.p/7`)).text();
  assert.ok(entries.includes(`"origin":"press.test/log","root":"${lastHead.split('\n')[2]}","size":13`));
  const own = await runProgram(['verify', server.address]);
  assert.equal(own.code, 0, own.output + own.errors);
  const other = await independent(server.address);
  assert.match(other, /signed press\.test\/log\/2: 7 leaves[\s\S]*3 revisions with 12 files[\s\S]*\nsound/);
  const copy = join(folder, 'mirror-of-both');
  assert.equal((await runProgram(['mirror', server.address, copy])).code, 0);
  assert.ok(existsSync(join(copy, 'log/tile')) && existsSync(join(copy, 'log/2/tile')));
  assert.equal(spawnSync('sha256sum', ['--quiet', '-c', 'SHA256SUMS'], { cwd: copy }).status, 0);
  assert.equal((await runProgram(['verify', copy])).code, 0);
  const record = await (await fetch(`${server.address}/record`)).text();
  assert.match(record, /href="\/log\/2\/checkpoint"/);
  // Whoever kept the lost head sees that the old log was cut: nothing hides it.
  const kept = await runProgram(['verify', server.address, '--checkpoint', `${site}.guard`]);
  assert.equal(kept.code, 65);
  assert.match(kept.output, /fewer leaves than were signed/);
  await server.close();
  await press.close();
  assert.equal((await runProgram(['verify', data])).code, 0);
});

test('what does not go on from this record is refused, and nothing is changed', async () => {
  const options = await frozenSite('refusing');
  const data = options[1]!;
  const before = readFileSync(join(data, 'stet.sqlite'));
  const stranger = await createTestContext({ dataFolder: join(folder, 'stranger'), settings: { publicUrl } });
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
    await publishSource(stranger.context, { source: text(name), slug: name });
  await signRecord(stranger.context);
  await tilesWritten(stranger.context);
  await stranger.close();
  const broken = join(folder, 'broken-mirror');
  cpSync(mirror, broken, { recursive: true });
  rmSync(join(broken, 'text'), { recursive: true });
  for (const place of [join(folder, 'stranger'), old, broken]) {
    const { code } = await runProgram(['record', 'continue', '--from', place, ...options]);
    assert.equal(code, 65, place);
  }
  assert.deepEqual(readFileSync(join(data, 'stet.sqlite')), before);
});

interface Description {
  readonly prefix: string;
  readonly earlier?: readonly { readonly prefix: string }[];
}

function independent(place: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [INDEPENDENT, place], (_, output) => resolve(output));
  });
}
