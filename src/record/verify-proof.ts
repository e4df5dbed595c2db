// What a client does with a proof: recompute roots (RFC 9162, 2.1.3.2 and 2.1.4.2). Written apart from the making of
// proofs, so that one mistake cannot hide in both.
import { type Hash, hashNode } from './hash-tree.ts';

/** True when `proof` shows that `leafHash` stands at `index` in the tree of `size` leaves whose root is `root`. */
export function verifyInclusion(claim: {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Hash;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}): boolean {
  if (!Number.isSafeInteger(claim.index) || claim.index < 0 || claim.index >= claim.size) return false;
  let at = claim.index;
  let last = claim.size - 1;
  let hash = claim.leafHash;
  for (const sibling of claim.proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = hashNode(sibling, hash);
      // A right edge that is not full has no sibling on these levels: climb to where it has one.
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else {
      hash = hashNode(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equal(hash, claim.root);
}

/** True when `proof` shows that the tree `from` is the beginning of the tree `to`. */
export function verifyConsistency(claim: {
  readonly from: { readonly size: number; readonly root: Hash };
  readonly to: { readonly size: number; readonly root: Hash };
  readonly proof: readonly Hash[];
}): boolean {
  const { from, to } = claim;
  if (from.size > to.size) return false;
  if (from.size === to.size) return claim.proof.length === 0 && equal(from.root, to.root);
  if (from.size === 0) return claim.proof.length === 0;
  const steps = isPowerOfTwo(from.size) ? [from.root, ...claim.proof] : [...claim.proof];
  const first = steps.shift();
  if (!first) return false;
  let at = from.size - 1;
  let last = to.size - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let old = first;
  let young = first;
  for (const sibling of steps) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      old = hashNode(sibling, old);
      young = hashNode(sibling, young);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else {
      young = hashNode(young, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equal(old, from.root) && equal(young, to.root);
}

const half = (value: number) => Math.floor(value / 2);
const isPowerOfTwo = (value: number) => Number.isInteger(Math.log2(value));
const equal = (one: Hash, other: Hash) => Buffer.compare(one, other) === 0;
