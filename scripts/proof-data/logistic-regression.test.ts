import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitWeights, oddsOf, type Sample } from './logistic-regression.ts';

const TRUE_WEIGHTS = [-1, 2, 0.5];

/** Every place of a grid, as often true as the weights say, in a thousand. */
const samples: readonly Sample[] = [-1, 0, 1].flatMap((one) =>
  [-1, 0, 1].flatMap((other) => {
    const traits = Float64Array.of(1, one, other);
    const chance = 1 / (1 + Math.exp(-oddsOf(Float64Array.from(TRUE_WEIGHTS), traits)));
    return Array.from({ length: 1000 }, (_, index) => ({ traits, isTrue: index < 1000 * chance }));
  }),
);
const none = new Float64Array(3);

test('the weights that made the samples are found again', () => {
  const found = fitWeights(samples, { free: [0, 1, 2], ridge: 0, from: none });
  for (const [trait, weight] of TRUE_WEIGHTS.entries()) assert.ok(Math.abs(found[trait]! - weight) < 0.01, `${found}`);
});

test('a penalty makes weights smaller, the intercept apart; what is not free stays', () => {
  const found = fitWeights(samples, { free: [0, 1, 2], ridge: 1000, from: none });
  assert.ok(found[1]! > 0 && found[1]! < 1.5, `${found}`);
  const held = fitWeights(samples, { free: [0, 1], ridge: 0, from: Float64Array.of(0, 0, 3) });
  assert.equal(held[2], 3);
});
