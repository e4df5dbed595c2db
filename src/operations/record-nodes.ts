import { type LeafRange, type NodeAddress, nodesInRange, type ReadNode } from '#record/hash-tree.ts';
import type { Store } from '#store/store.ts';
import { findNodes } from '#store/tree-nodes.ts';

/** Reads ahead what a calculation will ask for: the hash tree is arithmetic and does not wait. */
export async function nodeReader(
  db: Store['reader'],
  { log, wanted }: { readonly log: number; readonly wanted: readonly NodeAddress[] },
): Promise<ReadNode> {
  const nodes = await findNodes(db, { log, wanted });
  const hashes = new Map(nodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  return ({ level, index }) => {
    const hash = hashes.get(`${level}/${index}`);
    if (!hash) throw new Error(`the record has no node ${level}/${index}`);
    return hash;
  };
}

export function rangeReader(
  db: Store['reader'],
  { log, ranges }: { readonly log: number; readonly ranges: readonly LeafRange[] },
): Promise<ReadNode> {
  return nodeReader(db, { log, wanted: ranges.flatMap(nodesInRange) });
}
