import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedSender } from './allowed-sender.ts';
import { weigh } from './weigh-test-support.ts';

test('only a confirmed address counts, whole or by its domain', () => {
  const lists = { allowedSenders: ['ann@example.org', '@archive.example'] };
  const of = (confirmedEmail: string | null) => weigh(allowedSender, { circumstances: { confirmedEmail }, lists });
  assert.ok(of('Ann@Example.org')!.weight < -1);
  assert.equal(of('x@archive.example')!.values.entry, '@archive.example');
  assert.equal(of('joann@example.org'), null);
  assert.equal(of('x@evil-archive.example'), null);
  assert.equal(of(null), null);
  assert.equal(weigh(allowedSender, { name: 'ann@example.org', lists }), null);
});
