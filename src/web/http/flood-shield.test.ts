import assert from 'node:assert/strict';
import { test } from 'node:test';
import { floodShield } from './flood-shield.ts';

const LIMITS = { perPrefix: 10, perSecond: 100, flood: 300, perFloodedSecond: 5 };

function shield() {
  let time = Date.parse('2026-11-22T18:00:00Z');
  const { admits } = floodShield(() => time, LIMITS);
  const many = (count: number, address: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => admits(address(at))).filter(Boolean).length;
  return { many, advance: (seconds: number) => (time += seconds * 1000) };
}

test('one prefix is let through so many times a minute, whatever the end of its addresses', () => {
  const { many, advance } = shield();
  assert.equal(
    many(50, (at) => `2001:db8:1:2::${at}`),
    10,
  );
  assert.equal(
    many(5, () => '192.0.2.7'),
    5,
    'others are not concerned',
  );
  advance(61);
  assert.equal(
    many(5, (at) => `2001:db8:1:2::${at}`),
    5,
  );
});

test('of a flood from everywhere next to nothing gets through; a crowd is slowed; after it all is as before', () => {
  const { many, advance } = shield();
  const anyone = (at: number) => `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;
  assert.equal(many(250, anyone), 100);
  advance(1);
  assert.ok(many(1000, anyone) <= 100);
  for (let second = 0; second < 3; second += 1) {
    advance(1);
    assert.equal(
      many(1000, (at) => anyone(at + 5000 * second)),
      5,
    );
  }
  advance(2);
  assert.equal(
    many(90, (at) => anyone(at + 70_000)),
    90,
  );
});
