import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { Refusal } from '#domain/refusal.ts';
import { createTestContext, TEST_PASSWORD, type TestContext } from '#test/support/context.ts';
import { changeAccount } from './account-change.ts';
import { createAccount } from './account-create.ts';
import { claimInvitation } from './invitation-claim.ts';
import { createInvitation } from './invitation-create.ts';
import { changePassword } from './password-change.ts';
import { listAccounts } from './reads/accounts.ts';
import { findInvitation } from './reads/invitation.ts';
import { findSession } from './reads/session.ts';
import { closeSession } from './session-close.ts';
import { openSession } from './session-open.ts';
import { addressPrefix } from './sign-in-attempts.ts';

let t: TestContext;
beforeEach(async () => {
  t = await createTestContext();
});
afterEach(() => t.close());

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const address = '192.0.2.1';

async function signIn(name: string, password = TEST_PASSWORD, from = address) {
  return openSession(t.asVisitor(), { name, password, address: from });
}

function keysOf(result: { ok: boolean; mistakes?: readonly { key: string }[] }): readonly string[] {
  return (result.mistakes ?? []).map(({ key }) => key);
}

test('an invitation makes one account, signs it in, and is then used up', async () => {
  const { token } = await createInvitation(t.context, { role: 'administrator' });
  assert.equal((await findInvitation(t.asVisitor(), { token }))?.role, 'administrator');
  const short = await claimInvitation(t.asVisitor(), { token, name: 'Ada', password: 'short' });
  assert.deepEqual(keysOf(short), ['mistake.password-short']);
  const claimed = await claimInvitation(t.asVisitor(), { token, name: ' Ada  Poe ', password: TEST_PASSWORD });
  assert.ok(claimed.ok);
  const session = await findSession(t.asVisitor(), { token: claimed.value.sessionToken });
  assert.deepEqual([session?.actor.name, session?.actor.role], ['Ada Poe', 'administrator']);
  await assert.rejects(
    claimInvitation(t.asVisitor(), { token, name: 'Bob', password: TEST_PASSWORD }),
    refused('not-found'),
  );
});

test('two who follow the same invitation at once make one account', async () => {
  const { token } = await createInvitation(t.context, { role: 'editor' });
  const claims = ['Ann', 'Ben'].map((name) => claimInvitation(t.asVisitor(), { token, name, password: TEST_PASSWORD }));
  const settled = await Promise.allSettled(claims);
  assert.deepEqual(settled.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  assert.equal((await listAccounts(t.context)).length, 1);
});

test('an invitation ends after a week, and the operator’s next one replaces it', async () => {
  const first = await createInvitation(t.context, { role: 'administrator' });
  const second = await createInvitation(t.context, { role: 'administrator' });
  assert.equal(await findInvitation(t.asVisitor(), first), null);
  t.clock.advance(7 * 24 * 3600 - 1);
  assert.ok(await findInvitation(t.asVisitor(), second));
  t.clock.advance(1);
  assert.equal(await findInvitation(t.asVisitor(), second), null);
});

test('a session is kept by visits, ends two weeks after the last, and when it is closed', async () => {
  await t.as('editor');
  const opened = await signIn('EDDA');
  assert.ok(opened.ok);
  const { token } = opened.value;
  for (let visit = 0; visit < 4; visit++) {
    t.clock.advance(13 * 24 * 3600);
    assert.ok(await findSession(t.asVisitor(), { token }), `visit ${visit}`);
  }
  t.clock.advance(14 * 24 * 3600);
  assert.equal(await findSession(t.asVisitor(), { token }), null);
  const again = await signIn('Edda');
  assert.ok(again.ok);
  await closeSession(t.asVisitor(), again.value);
  assert.equal(await findSession(t.asVisitor(), again.value), null);
});

test('wrong name, wrong password and disabled account get the same answer', async () => {
  const ada = await t.as('administrator');
  const edda = await t.as('editor');
  assert.ok(edda.actor.kind === 'account');
  const answers = [await signIn('Edda', 'not this one'), await signIn('Nobody')];
  await changeAccount(ada, { accountId: edda.actor.id, disabled: true });
  answers.push(await signIn('Edda'));
  assert.deepEqual(answers.map(keysOf), [['mistake.sign-in'], ['mistake.sign-in'], ['mistake.sign-in']]);
});

test('guessing at a name is made slow, for the right password too, and forgotten after signing in', async () => {
  await t.as('editor');
  for (let tries = 0; tries < 5; tries++)
    assert.deepEqual(keysOf(await signIn('Edda', `guess ${tries}`)), ['mistake.sign-in']);
  assert.deepEqual(keysOf(await signIn('Edda')), ['mistake.sign-in-wait']);
  t.clock.advance(1);
  assert.deepEqual(keysOf(await signIn('Edda', 'guess 6')), ['mistake.sign-in']);
  const waiting = await signIn('Edda');
  assert.deepEqual(waiting.ok ? null : waiting.mistakes[0]?.values, { count: 2 });
  t.clock.advance(2);
  assert.ok((await signIn('Edda')).ok);
  assert.deepEqual(keysOf(await signIn('Edda', 'wrong once more')), ['mistake.sign-in']);
  assert.ok((await signIn('Edda')).ok);
});

test('guesses sent all at once are counted one by one', async () => {
  await t.as('editor');
  const guesses = await Promise.all(Array.from({ length: 12 }, (_, number) => signIn('Edda', `guess ${number}`)));
  const keys = guesses.flatMap(keysOf);
  assert.equal(keys.filter((key) => key === 'mistake.sign-in').length, 5);
  assert.equal(keys.filter((key) => key === 'mistake.sign-in-wait').length, 7);
});

test('guessing at many names from one place is made slow, and from elsewhere not', async () => {
  await t.as('editor');
  for (let tries = 0; tries < 20; tries++) await signIn(`name ${tries}`, 'guess guess', '2001:db8::1');
  assert.deepEqual(keysOf(await signIn('Edda', TEST_PASSWORD, '2001:db8::2')), ['mistake.sign-in-wait']);
  assert.ok((await signIn('Edda', TEST_PASSWORD, '2001:db8:0:1::1')).ok);
});

test('the prefix of an address', () => {
  const prefixes = ['192.0.2.7', '::1', '2001:db8::1', '2001:0db8:1:2:3:4:5:6', 'fe80::1%eth0', '::ffff:192.0.2.7'].map(
    addressPrefix,
  );
  assert.deepEqual(prefixes, [
    '192.0.2.7',
    '0:0:0:0',
    '2001:db8:0:0',
    '2001:db8:1:2',
    'fe80:0:0:0',
    '::ffff:192.0.2.7',
  ]);
});

test('the last administrator can be neither disabled nor demoted', async () => {
  const ada = await t.as('administrator');
  assert.ok(ada.actor.kind === 'account');
  const { id } = ada.actor;
  for (const change of [{ disabled: true }, { role: 'editor' as const }]) {
    assert.deepEqual(keysOf(await changeAccount(ada, { accountId: id, ...change })), ['mistake.last-administrator']);
  }
  assert.ok((await createAccount(ada, { name: 'Other', password: TEST_PASSWORD, role: 'administrator' })).ok);
  assert.ok((await changeAccount(ada, { accountId: id, role: 'editor' })).ok);
});

test('disabling an account and changing its role count at once', async () => {
  const ada = await t.as('administrator');
  const edda = await t.as('editor');
  assert.ok(edda.actor.kind === 'account');
  const opened = await signIn('Edda');
  assert.ok(opened.ok);
  await changeAccount(ada, { accountId: edda.actor.id, role: 'administrator' });
  assert.equal((await findSession(t.asVisitor(), opened.value))?.actor.role, 'administrator');
  await changeAccount(ada, { accountId: edda.actor.id, disabled: true });
  await changeAccount(ada, { accountId: edda.actor.id, disabled: false });
  assert.equal(await findSession(t.asVisitor(), opened.value), null);
});

test('a new password ends every other session', async () => {
  const edda = await t.as('editor');
  const [kept, other] = [await signIn('Edda'), await signIn('Edda')];
  assert.ok(kept.ok && other.ok);
  assert.deepEqual(keysOf(await changePassword(edda, { current: 'not it at all', next: 'a new long one' })), [
    'mistake.password-wrong',
  ]);
  const changed = await changePassword(edda, {
    current: TEST_PASSWORD,
    next: 'a new long one',
    token: kept.value.token,
  });
  assert.ok(changed.ok);
  assert.ok(await findSession(t.asVisitor(), kept.value));
  assert.equal(await findSession(t.asVisitor(), other.value), null);
  assert.ok(!(await signIn('Edda')).ok);
  assert.ok((await signIn('Edda', 'a new long one')).ok);
});

test('names and passwords that will not do are said to be, each beside its field', async () => {
  await t.as('editor');
  const cases = [
    { name: '', password: TEST_PASSWORD, keys: ['mistake.name-missing'] },
    { name: 'eDDa', password: TEST_PASSWORD, keys: ['mistake.name-taken'] },
    { name: 'x'.repeat(61), password: 'short', keys: ['mistake.name-long', 'mistake.password-short'] },
    { name: 'Ev\u202eil', password: TEST_PASSWORD, keys: ['mistake.name-characters'] },
    { name: 'Eve', password: 'aaaaaaaaaaaa', keys: ['mistake.password-easy'] },
    { name: 'Theodora Kim', password: 'theodora kim', keys: ['mistake.password-easy'] },
  ];
  for (const { name, password, keys } of cases) {
    assert.deepEqual(keysOf(await createAccount(t.context, { name, password, role: 'editor' })), keys);
  }
});
