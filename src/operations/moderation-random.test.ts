// Whatever two moderators, senders and the clock do in whatever order: nothing is lost, nothing appears unvalidated, nothing is decided twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { Refusal } from '#domain/refusal.ts';
import { createTestContext } from '#test/support/context.ts';
import { editedContribution, publishedText, type Waiting, waitingContribution } from '#test/support/waiting.ts';
import type { Context } from './context.ts';
import { decideContributions } from './contribution-decide.ts';
import { eraseContribution } from './contribution-erase.ts';
import { withdrawContribution } from './contribution-withdraw.ts';
import { undoDecisions } from './decision-undo.ts';
import { enactDecisions } from './decisions-enact.ts';
import { decideAll } from './selection-decide.ts';

const ACTS = 400;
const AT_ONCE = 4;

test(`${ACTS} acts at random from two processes: every contribution is where its log says, and waits for somebody or for the clock`, async (t) => {
  const here = await createTestContext();
  const other = await createTestContext({ dataFolder: here.dataFolder });
  t.after(async () => {
    await other.close();
    await here.close();
  });
  const chance = mulberry(20261122);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const textId = await publishedText(here.context, 'The Lamp');
  const kept: Waiting[] = [];
  const batches: string[] = ['none'];
  let done = 0;

  const deciding = (): Parameters<typeof decideContributions>[1] => ({
    items: Array.from({ length: 1 + Math.floor(chance() * 3) }, () => pick(kept)),
    ...pick([
      { decision: 'validate', ground: '' } as const,
      { decision: 'refuse', ground: 'insult' } as const,
      { decision: 'spam', ground: '' } as const,
    ]),
    reason: null,
    reply: null,
    ...(chance() < 0.3 && { from: pick(['refused', 'spam', 'validated'] as const) }),
  });
  const acts: readonly ((context: Context) => Promise<unknown>)[] = [
    async (context) => {
      const parent = pick([null, ...kept]);
      kept.push(await waitingContribution(context, { textId, ...(parent && { parentId: parent.id }) }));
    },
    async (context) => {
      const at = Math.floor(chance() * kept.length);
      kept[at] = await editedContribution(context, { id: kept[at]!.id, body: `Anew ${chance()}` });
    },
    async (context) => {
      const decided = await decideContributions(context, deciding());
      if (decided.ok) batches.push(decided.value.batch);
    },
    async (context) => {
      const filter = { lane: pick(['main', 'spam'] as const), order: 'oldest' } as const;
      const all = { decision: 'refuse', ground: 'insult', reason: null, filter, upTo: pick([2, 5, 9]) } as const;
      const decided = await decideAll(context, all);
      if (decided.ok) batches.push(decided.value.batch);
    },
    (context) => undoDecisions(context, { batch: pick(batches) }),
    (context) => withdrawContribution(context, { contributionId: pick(kept).id }),
    async (context) => chance() < 0.3 && eraseContribution(context, { contributionId: pick(kept).id, ground: 'law' }),
    async (context) => {
      for (const { clock } of [here, other]) clock.advance(pick([1, 5, 60]));
      await enactDecisions(context);
    },
  ];

  for (let first = 0; first < 12; first++) kept.push(await waitingContribution(here.context, { textId }));
  for (let round = 0; round < ACTS / AT_ONCE; round++) {
    const some = Array.from({ length: AT_ONCE }, () => pick(acts)(pick([here, other]).context).then(() => (done += 1)));
    for (const { status, reason } of (await Promise.allSettled(some)) as PromiseRejectedResult[])
      if (
        status === 'rejected' &&
        !(reason instanceof Refusal) &&
        !/what was erased|reading 'revision'/.test(String(reason))
      )
        throw reason;
    assert.deepEqual(await oddities(here.context), []);
  }
  assert.ok(done > ACTS / 2, `only ${done} acts were done`);
  const { rows } = await sql<{ state: string }>`select distinct state from contribution`.execute(
    here.context.store.reader,
  );
  assert.ok(rows.length >= 5, `only these states were reached: ${rows.map(({ state }) => state)}`);
});

/** Each row that breaks a promise, named. */
async function oddities({ store }: Context) {
  const { rows } = await sql<{ odd: string; id: string }>`
    select 'lost: waits for nobody' as odd, id from contribution c where state = 'waiting' and lane is null
      and not exists (select 1 from pending_decision where contribution_id = c.id)
    union all select 'in a lane and pending', id from contribution c where lane is not null
      and exists (select 1 from pending_decision where contribution_id = c.id)
    union all select 'pending for ever', contribution_id from pending_decision where in_force_at > '9999'
      and batch not in (select batch from pending_selection)
    union all select 'shown, not validated', id from shown_contribution s
      where (select state from contribution where id = s.id) <> 'validated'
    union all select 'shown in other words than validated', id from shown_contribution s where not exists
      (select 1 from decision d where d.contribution_id = s.id and d.revision = s.revision and d.decision = 'validate')
    union all select 'validated, not shown', id from contribution c where state = 'validated'
      and not exists (select 1 from shown_contribution where id = c.id and revision = c.shown_revision)
    union all select 'state without its entry', id from contribution c where state <> 'waiting' and state <>
      (select case decision when 'validate' then 'validated' when 'withdraw' then 'withdrawn' when 'erase' then 'erased'
        when 'refuse' then iif(c.shown_revision is null, 'refused', 'validated')
        else iif(c.shown_revision is null, 'spam', 'validated') end
       from decision where contribution_id = c.id order by id desc limit 1)
    union all select 'the same decided twice running', contribution_id from decision d where exists
      (select 1 from decision e where e.contribution_id = d.contribution_id and e.id > d.id and e.decision = d.decision
        and e.revision = d.revision and not exists (select 1 from decision f where f.contribution_id = d.contribution_id
          and f.id > d.id and f.id < e.id))
    union all select 'thread miscounted', thread_id from shown_thread t where shown <>
      (select count(*) from shown_contribution where thread_id = t.thread_id)`.execute(store.reader);
  return rows;
}

/** Numbers from 0 to 1, the same each time. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
