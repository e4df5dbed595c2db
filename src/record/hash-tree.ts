// The RFC 6962 hash tree (section 2.1), as arithmetic on ranges of leaves. Only the hashes of complete subtrees are
// ever stored; a root or a proof is a list of ranges, and each range is a handful of stored nodes folded together.
import { createHash } from 'node:crypto';

/** 32 bytes of SHA-256. */
export type Hash = Uint8Array;

/** A complete subtree: `index` counts subtrees of 2^`level` leaves from the left. Level 0 is a leaf hash. */
export interface NodeAddress {
  readonly level: number;
  readonly index: number;
}

/** Leaves `start` (from 0) up to but without `end`. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** Where stored nodes come from: a table, a folder of tiles, a map. */
export type ReadNode = (address: NodeAddress) => Hash;

/** SHA-256 of nothing: the root of the tree without leaves. */
export const EMPTY_ROOT: Hash = createHash('sha256').digest();

/** SHA-256(0x00 ‖ bytes). */
export function hashLeaf(bytes: Uint8Array): Hash {
  return createHash('sha256').update(LEAF_PREFIX).update(bytes).digest();
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function hashNode(left: Hash, right: Hash): Hash {
  return createHash('sha256').update(NODE_PREFIX).update(left).update(right).digest();
}

/** The complete subtrees that cover a range, left to right. The range must begin where RFC 6962 may split a tree. */
export function nodesInRange({ start, end }: LeafRange): readonly NodeAddress[] {
  const nodes: NodeAddress[] = [];
  for (let at = start; at < end; ) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1;
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** MTH of a range: its complete subtrees folded from the right. */
export function hashRange(range: LeafRange, read: ReadNode): Hash {
  const hashes = nodesInRange(range).map(read);
  return hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => hashNode(left, right));
}

/** The root of the first `size` leaves. */
export function rootHash(size: number, read: ReadNode): Hash {
  return hashRange({ start: 0, end: size }, read);
}

/**
 * The nodes that adding leaf `index` completes, lowest first, the leaf's own among them. They are what must be stored.
 * `read` is asked only for left siblings, which are complete already.
 */
export function nodesCompletedBy(
  index: number,
  leafHash: Hash,
  read: ReadNode,
): readonly (NodeAddress & { readonly hash: Hash })[] {
  const completed = [{ level: 0, index, hash: leafHash }];
  for (let level = 0, at = index; at % 2 === 1; level += 1, at = (at - 1) / 2) {
    const right = completed.at(-1)!.hash;
    completed.push({ level: level + 1, index: (at - 1) / 2, hash: hashNode(read({ level, index: at - 1 }), right) });
  }
  return completed;
}

/** PATH(index, D[size]) of RFC 6962 2.1.1 as ranges, lowest first. Empty for a tree of one leaf. */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`leaf ${index} is not in a tree of ${size}`);
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.unshift({ start: middle, end });
      end = middle;
    } else {
      ranges.unshift({ start, end: middle });
      start = middle;
    }
  }
  return ranges;
}

/** PROOF(from, D[to]) of RFC 6962 2.1.2 as ranges, in the RFC's order. Empty when `from` is 0 or equals `to`. */
export function consistencyRanges(from: number, to: number): readonly LeafRange[] {
  if (!(from >= 0 && from <= to)) throw new RangeError(`a tree of ${to} cannot extend one of ${from}`);
  if (from === 0 || from === to) return [];
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = to;
  let whole = true; // the old tree is the whole of what is left of us: its own root is known to whoever asks
  while (from !== end) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      ranges.unshift({ start: middle, end });
      end = middle;
    } else {
      ranges.unshift({ start, end: middle });
      start = middle;
      whole = false;
    }
  }
  if (!whole) ranges.unshift({ start, end });
  return ranges;
}

/** The largest power of two smaller than `count`; `count` is at least 2. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

const LEAF_PREFIX = new Uint8Array([0]);
const NODE_PREFIX = new Uint8Array([1]);
