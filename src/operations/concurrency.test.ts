// Two processes on one library, and one that is killed: what was acknowledged is there, once and whole.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { createTestContext } from '#test/support/context.ts';
import { saveDraft } from './draft-save.ts';
import { startDraft } from './draft-start.ts';
import { readArticle } from './reads/published.ts';
import { startRevision } from './revision-start.ts';
import { publishText } from './text-publish.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'stet-concurrency-'));
after(() => rmSync(dataFolder, { recursive: true, force: true }));

const sourceOf = (title: string) => `---\ntitle: ${title}\n---\n\nOne paragraph of ${title}.\n`;

test('two who publish the same draft at once make one revision', async () => {
  const [here, there] = [await createTestContext({ dataFolder }), await createTestContext({ dataFolder })];
  const { textId } = await startDraft(here.context, { source: sourceOf('The Lamp') });
  for (let number = 1; number <= 5; number++) {
    const { version } = number === 1 ? { version: 1 } : await startRevision(there.context, { textId });
    const both = [here, there].map(({ context }) =>
      publishText(context, { textId, version, reason: `state ${number}` }),
    );
    const settled = await Promise.allSettled(both);
    const made = settled.flatMap((one) => (one.status === 'fulfilled' && one.value.ok ? [one.value.value.number] : []));
    assert.deepEqual(made, [number]);
  }
  const article = await readArticle(here.context, { slug: 'the-lamp' });
  assert.deepEqual(
    article?.revisions.map(({ number }) => number),
    [1, 2, 3, 4, 5],
  );
  await Promise.all([here.close(), there.close()]);
});

test('two who save the same draft at once: one is saved, the other is shown it', async () => {
  const [here, there] = [await createTestContext({ dataFolder }), await createTestContext({ dataFolder })];
  const { textId } = await startDraft(here.context, { source: sourceOf('Draft') });
  const saves = [here, there].map(({ context }, index) =>
    saveDraft(context, { textId, version: 1, source: sourceOf(`Draft ${index}`) }),
  );
  assert.deepEqual((await Promise.all(saves)).map(({ kind }) => kind).sort(), ['saved', 'stale']);
  await Promise.all([here.close(), there.close()]);
});

test('texts of one title published from two processes at once each get an address of their own', async () => {
  const both = [await createTestContext({ dataFolder }), await createTestContext({ dataFolder })];
  const publishing = both.flatMap(({ context }) =>
    Array.from({ length: 12 }, async () => {
      const { textId } = await startDraft(context, { source: sourceOf('Same') });
      const published = await publishText(context, { textId, version: 1 });
      return published.ok ? published.value.slug : '';
    }),
  );
  const slugs = await Promise.all(publishing);
  assert.equal(new Set(slugs).size, 24);
  assert.ok(slugs.every((slug) => slug.startsWith('same')));
  await Promise.all(both.map((one) => one.close()));
});

const KILLS = 10;

test(`killed ${KILLS} times while publishing: no acknowledged revision is lost, none is half there`, async () => {
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill++)
    acknowledged.push(...(await publishUntilKilled({ count: 3, afterMs: (kill * 13) % 60 })));
  assert.ok(acknowledged.length >= KILLS * 3, `only ${acknowledged.length} acknowledged`);
  const { context, close } = await createTestContext({ dataFolder });
  for (const line of acknowledged) {
    const [slug = '', number] = line.split(' ');
    const article = await readArticle(context, { slug, number: Number(number) });
    assert.match(article?.bodyHtml ?? '', /One paragraph of/, line);
  }
  const check = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(context.store.reader);
  assert.deepEqual(check.rows, [{ integrity_check: 'ok' }]);
  const strays = await sql`pragma foreign_key_check`.execute(context.store.reader);
  assert.deepEqual(strays.rows, []);
  const half = await sql<{ count: number }>`select count(*) as count from text where number <>
    (select count(*) from revision where text_id = text.id) or (number > 0) <> exists
    (select 1 from listing join search on search.rowid = listing.row where listing.row = text.row)`.execute(
    context.store.reader,
  );
  assert.deepEqual(half.rows, [{ count: 0 }]);
  await close();
});

/** What a process acknowledged on its output before SIGKILL reached it, some time after the given number of lines. */
async function publishUntilKilled({
  count,
  afterMs,
}: {
  readonly count: number;
  readonly afterMs: number;
}): Promise<readonly string[]> {
  const program = fileURLToPath(new URL('../../test/support/publish-for-ever.ts', import.meta.url));
  const child = spawn(process.execPath, [program, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === count) setTimeout(() => child.kill('SIGKILL'), afterMs);
  }
  return lines;
}
