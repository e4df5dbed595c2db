// Coming into force is interrupted without loss: what was not in force is pending still, and nothing is decided twice.
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
import { publishedText, waitingContribution } from '#test/support/waiting.ts';
import { enactDecisions } from './decisions-enact.ts';
import { listQueue } from './reads/queue.ts';
import { decideAll } from './selection-decide.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'stet-enact-'));
after(() => rmSync(dataFolder, { recursive: true, force: true }));

const MANY = 170;

test('killed in the middle, then two processes at once: each decision is in force once', async () => {
  const [here, there] = [await createTestContext({ dataFolder }), await createTestContext({ dataFolder })];
  const { context } = here;
  const textId = await publishedText(context, 'The Lamp');
  await Promise.all(Array.from({ length: MANY }, () => waitingContribution(context, { textId })));
  const filter = { lane: 'main', order: 'oldest' } as const;
  const { upTo } = await listQueue(context, { filter, limit: 1 });
  const decided = await decideAll(context, { decision: 'spam', ground: '', reason: null, filter, upTo });
  assert.ok(decided.ok && decided.value.decided === MANY);

  await enactUntilKilled();
  const { pending, once } = await counts();
  assert.ok(once > 0 && pending > 0, `${once} in force, ${pending} pending: it was not killed in the middle`);
  assert.equal(once + pending, MANY);

  for (const { clock } of [here, there]) clock.advance(3600);
  const enacted = await Promise.all([enactDecisions(context), enactDecisions(there.context)]);
  assert.equal(enacted[0] + enacted[1], pending);
  assert.deepEqual(await counts(), { pending: 0, once: MANY, spam: MANY, leaves: MANY });
  await Promise.all([here.close(), there.close()]);

  async function counts() {
    const { rows } = await sql<{ pending: number; once: number; spam: number; leaves: number }>`select
      (select count(*) from pending_decision) as pending,
      (select count(*) from (select 1 from decision group by contribution_id having count(*) = 1)) as once,
      (select count(*) from contribution where state = 'spam' and lane is null) as spam,
      (select count(*) from leaf where kind = 'contribution.decide') as leaves`.execute(context.store.reader);
    return rows[0]!;
  }
});

async function enactUntilKilled(): Promise<void> {
  const program = fileURLToPath(new URL('../../test/support/enact-and-tell.ts', import.meta.url));
  const child = spawn(process.execPath, [program, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) if (line === 'written') child.kill('SIGKILL');
}
