import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TextId } from '#domain/text.ts';
import { listDecidedLately } from '#store/decided-lately.ts';
import { createTestContext, type TestContext } from '#test/support/context.ts';
import { publishedText, waitingContribution } from '#test/support/waiting.ts';
import { learn } from '#triage/learn.ts';
import { applyChange, emptyModel, writeModel } from '#triage/model.ts';
import type { Context } from './context.ts';
import { decideContributions } from './contribution-decide.ts';
import { enactDecisions } from './decisions-enact.ts';
import { lessonOf } from './triage-learn.ts';
import { currentModel } from './triage-model.ts';
import { resetTriage } from './triage-reset.ts';

let t: TestContext;
let ada: Context;
let textId: TextId;
before(async () => {
  t = await createTestContext();
  ada = await t.as('administrator');
  textId = await publishedText(ada, 'The Lamp');
});
after(() => t.close());

async function decide(body: string, decision: 'validate' | 'refuse' | 'spam', ground = '') {
  const item = await waitingContribution(t.context, { textId, body });
  const decided = await decideContributions(ada, { items: [item], decision, ground, reason: null, reply: null });
  assert.ok(decided.ok, JSON.stringify(decided));
  t.clock.advance(60);
  await enactDecisions(t.context);
}

const decidedLately = (skip = 0) => listDecidedLately(t.context.store.reader, { skip, limit: 10 });

test('earlier decisions are gone through again with a new one, and none from before a reset', async () => {
  await decide('Cheap pills here', 'spam');
  const [first] = await decidedLately();
  await decide('The lamp of the second line', 'validate');
  const twoSteps = emptyModel();
  for (const one of [...(await decidedLately())].reverse()) applyChange(twoSteps, learn(twoSteps, lessonOf(one, one)));
  const learnt = await currentModel(t.context);
  assert.deepEqual([learnt.spam, learnt.good], [1, 1]);
  assert.notDeepEqual(writeModel(learnt), writeModel(twoSteps), 'nothing was rehearsed');

  await resetTriage(ada);
  await decide('Another lamp', 'validate');
  const anew = emptyModel();
  const [last] = await decidedLately();
  applyChange(anew, learn(anew, lessonOf(last!, last!)));
  assert.deepEqual(writeModel(await currentModel(t.context)), writeModel(anew));
  assert.equal(first?.body, 'Cheap pills here');
});

test('only what somebody read and decided is a lesson: the newest first, spam and advertising against the rest', async () => {
  await decide('Quarrel', 'refuse', 'insult');
  await decide('Advertisement', 'refuse', 'advertising');
  const rows = await decidedLately();
  assert.deepEqual(
    rows.slice(0, 3).map(({ body }) => body),
    ['Advertisement', 'Quarrel', 'Another lamp'],
  );
  assert.deepEqual(
    rows.slice(0, 3).map((row) => lessonOf(row, row).map(({ isSpam }) => isSpam)),
    [[true], [], [false]],
  );
  assert.equal((await decidedLately(1))[0]?.body, 'Quarrel');
});
