import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Actor, VISITOR } from '#domain/account.ts';
import type { AccountId } from '#domain/text.ts';
import { allows, POLICIES, type PolicyName } from './policies.ts';

const account = (role: 'editor' | 'administrator'): Actor => ({
  kind: 'account',
  id: 'x' as AccountId,
  name: 'X',
  role,
});
const ACTORS = {
  visitor: VISITOR,
  editor: account('editor'),
  administrator: account('administrator'),
  operator: { kind: 'operator' },
} as const;

test('who may do what, in full: a change here is a change of what people may do', () => {
  const may = Object.entries(ACTORS).map(([name, actor]) => [
    name,
    (Object.keys(POLICIES) as PolicyName[]).filter((policy) => allows(actor, policy)).join(' '),
  ]);
  const desk = 'desk.read text.import text.edit text.propose';
  const press = 'text.publish text.withdraw text.rename proofing.manage';
  const forum =
    'queue.read contribution.decide contribution.erase forum.manage forum.import forum.export forum.remark accounts.manage';
  const proofs = 'lexicon.change misprint.decide';
  assert.deepEqual(Object.fromEntries(may), {
    visitor: 'public own-session',
    editor: `public own-session signed-in ${desk} ${proofs} forum.remark`,
    administrator: `public own-session signed-in ${desk} ${press} ${proofs} ${forum}`,
    operator: `public own-session ${desk} ${press} ${proofs} ${forum} jobs.run record.rotate-key record.continue`,
  });
});

test('what has no row is done by nobody', () => {
  for (const actor of Object.values(ACTORS)) assert.ok(!allows(actor, 'text.forge' as PolicyName));
});
