import assert from 'node:assert/strict';
import { test } from 'node:test';
import { floodShield } from './flood-shield.ts';

const LIMITS = {
  perPrefix: { perSecond: 2, atOnce: 10 },
  perSite: { perSecond: 100, atOnce: 20 },
  flood: 300,
  perFloodedSecond: 5,
  newcomers: { perSecond: 10, atOnce: 2, tries: 3 },
};

/** So many a second, evenly, for so long; gives how many got through. */
function arriving() {
  let time = Date.parse('2026-11-22T18:00:00Z');
  const { admits } = floodShield(() => time, LIMITS);
  return (perSecond: number, seconds: number, address: (at: number) => string, isAnswered = true) => {
    let admitted = 0;
    for (let at = 0; at < perSecond * seconds; at += 1) {
      time += 1000 / perSecond;
      if (admits(address(at), { once: (_, close: () => void) => isAnswered && close() })) admitted += 1;
    }
    return admitted;
  };
}

const anyone = (at: number) => `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;

test('one prefix is let through so many times a second, whatever the end of its addresses', () => {
  const arrive = arriving();
  const admitted = arrive(100, 10, (at) => `2001:db8:1:2::${at}`);
  assert.ok(admitted >= 28 && admitted <= 30, `${admitted}: ten at once, then two a second`);
  assert.equal(
    arrive(1, 5, () => '192.0.2.7'),
    5,
    'others are not concerned',
  );
  assert.ok(arrive(1, 120, () => '192.0.2.8') === 120, 'a steady hand is never stopped');
});

test('a crowd gets through; of a flood next to nothing; after it all is as before', () => {
  const arrive = arriving();
  assert.equal(arrive(90, 10, anyone), 900);
  assert.ok(arrive(1000, 1, anyone) < 60, 'seen before it is felt');
  const flooded = arrive(1000, 5, (at) => anyone(at + 5000));
  assert.ok(flooded >= 70 && flooded <= 80, `${flooded}: five a second, and ten that had not tried before`);
  arrive(1, 4, () => '192.0.2.7');
  assert.equal(arrive(90, 5, anyone), 450);
});

test('who has nothing to do with a flood gets through once it has used up its first tries', () => {
  const arrive = arriving();
  const flood = (seconds: number) => arrive(1000, seconds, (at) => anyone(at % 500));
  const person = () => arrive(1000, 1 / 1000, () => '192.0.2.7');
  flood(3);
  for (let form = 0; form < 3; form += 1) {
    flood(1);
    assert.equal(person(), 1, `form ${form}`);
  }
  flood(1);
  assert.equal(person(), 0, 'the tries of a person end too, while it lasts');
});

test('a flood from one place is that place’s alone', () => {
  const arrive = arriving();
  const admitted = arrive(2000, 5, (at) => (at % 10 === 0 ? anyone(at) : '192.0.2.7'));
  assert.ok(admitted > 500, `${admitted}: a hundred a second of others`);
});

test('what this machine does not keep up with is a flood at any rate', () => {
  const arrive = arriving();
  assert.equal(arrive(90, 5, anyone), 450);
  const admitted = arrive(90, 5, (at) => anyone(at + 5000), false);
  assert.ok(admitted >= 200 && admitted <= 245, `${admitted}`);
});
