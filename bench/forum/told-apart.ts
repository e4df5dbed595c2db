// Whether two lots of times can be told apart by who sees one of each: the share of pairs in which the one took longer (the area
// under the curve, Mann and Whitney's U). A half is chance.

export interface Apart {
  readonly share: number;
  /** Of such a share, by chance alone. */
  readonly error: number;
  /** How likely a share so far from a half is, by chance alone: two-sided, by the normal approximation. */
  readonly chance: number;
}

/** Each time must be independent of the others of its lot. */
export function toldApart(one: readonly number[], other: readonly number[]): Apart {
  const sorted = other.toSorted((a, b) => a - b);
  let longer = 0;
  for (const time of one) longer += (countBelow(sorted, time) + countBelow(sorted, time, true)) / 2;
  const share = longer / (one.length * other.length);
  const error = Math.sqrt((one.length + other.length + 1) / (12 * one.length * other.length));
  return { share, error, chance: 2 * (1 - normal(Math.abs(share - 0.5) / error)) };
}

/** How many of a sorted list are smaller; or smaller or equal. */
function countBelow(sorted: readonly number[], value: number, orEqual = false): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The normal distribution function (Abramowitz and Stegun 26.2.17; off by 1e-7 at most). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const tail = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153].reduce((sum, c) => (sum + c) * t, 0);
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}
