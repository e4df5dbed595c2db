// Logistic regression with a penalty on large weights (ridge), by Newton's method.

export interface Sample {
  readonly traits: Float64Array;
  readonly isTrue: boolean;
}

export interface FitOptions {
  /** Of the traits that are fitted; the others keep the weight they begin with. */
  readonly free: readonly number[];
  /** Penalty on the square of each weight but the first, which is the intercept. */
  readonly ridge: number;
  readonly from: Float64Array;
}

const MOST_STEPS = 25;
const CLOSE = 1e-6;

/** The weights under which the samples are likeliest, less the penalty. */
export function fitWeights(samples: readonly Sample[], { free, ridge, from }: FitOptions): Float64Array {
  const weights = from.slice();
  for (let step = 0; step < MOST_STEPS; step++) {
    const move = newtonStep(samples, weights, { free, ridge });
    for (const [at, trait] of free.entries()) weights[trait]! += move[at]!;
    if (Math.max(...move.map(Math.abs)) < CLOSE) break;
  }
  return weights;
}

export function oddsOf(weights: Float64Array, traits: Float64Array): number {
  let odds = 0;
  for (let trait = 0; trait < weights.length; trait++) odds += weights[trait]! * traits[trait]!;
  return odds;
}

function newtonStep(
  samples: readonly Sample[],
  weights: Float64Array,
  { free, ridge }: Pick<FitOptions, 'free' | 'ridge'>,
): Float64Array {
  const size = free.length;
  const gradient = new Float64Array(size);
  const curvature = Array.from({ length: size }, () => new Float64Array(size));
  for (const { traits, isTrue } of samples) {
    const chance = 1 / (1 + Math.exp(-oddsOf(weights, traits)));
    const [miss, slope] = [Number(isTrue) - chance, chance * (1 - chance)];
    for (let row = 0; row < size; row++) {
      const value = traits[free[row]!]!;
      if (value === 0) continue;
      gradient[row]! += miss * value;
      const line = curvature[row]!;
      for (let column = 0; column <= row; column++) line[column]! += slope * value * traits[free[column]!]!;
    }
  }
  for (let row = 0; row < size; row++) {
    if (row > 0) gradient[row]! -= ridge * weights[free[row]!]!;
    curvature[row]![row]! += row > 0 ? ridge : 1e-9;
    for (let column = row + 1; column < size; column++) curvature[row]![column] = curvature[column]![row]!;
  }
  return solve(curvature, gradient);
}

/** Gaussian elimination; the matrix is positive, so no row is ever exchanged. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot++)
    for (let row = pivot + 1; row < size; row++) {
      const factor = matrix[row]![pivot]! / matrix[pivot]![pivot]!;
      for (let column = pivot; column < size; column++) matrix[row]![column]! -= factor * matrix[pivot]![column]!;
      right[row]! -= factor * right[pivot]!;
    }
  for (let row = size - 1; row >= 0; row--) {
    for (let column = row + 1; column < size; column++) right[row]! -= matrix[row]![column]! * right[column]!;
    right[row]! /= matrix[row]![row]!;
  }
  return right;
}
