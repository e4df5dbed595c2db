import type { TextId } from '#domain/text.ts';
import { hashLeaf, type NodeAddress, nodesCompletedBy } from '#record/hash-tree.ts';
import { type Leaf, writeLeaf } from '#record/leaf.ts';
import { findNextLeaf, insertLeaf, insertLog, type StoredLog } from '#store/leaves.ts';
import type { Store } from '#store/store.ts';
import { insertNodes } from '#store/tree-nodes.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { newVerifierKey } from './record-keys.ts';
import { nodeReader } from './record-nodes.ts';

/** Writes a leaf in the transaction of the act it is about, and the hashes it completes; gives its index. */
export async function appendLeaf(context: Context, transaction: Store['reader'], leaf: Leaf): Promise<number> {
  return (await placeLeaf(context, transaction, leaf)).leaf;
}

/** The same, for rows that say which log their leaf is in. */
export async function placeLeaf(
  context: Context,
  transaction: Store['reader'],
  leaf: Leaf,
): Promise<{ readonly log: number; readonly leaf: number }> {
  const { log, index } = (await findNextLeaf(transaction)) ?? (await beginFirst(context, transaction));
  const bytes = writeLeaf(leaf);
  const hash = hashLeaf(bytes);
  const read = await nodeReader(transaction, { log, wanted: leftSiblingsOf(index) });
  const { textId, revision } = subjectOf(leaf);
  await insertLeaf(transaction, {
    log,
    leaf: { index, kind: leaf.kind, at: leaf.at, textId, revision, hash, bytes },
    detail: detailOf(leaf),
  });
  const completed = nodesCompletedBy(index, hash, read).filter(({ level }) => level > 0);
  await insertNodes(transaction, { log, nodes: completed });
  return { log, leaf: index };
}

async function beginFirst(context: Context, transaction: Store['reader']) {
  const { number } = await beginLog(context, transaction, { number: 1 });
  return { log: number, index: 0 };
}

/** A log has its origin and its first key from its first leaf on; a public address that changes later changes neither. */
export async function beginLog(
  context: Context,
  transaction: Store['reader'],
  { number }: { readonly number: number },
): Promise<StoredLog> {
  const address = `${context.settings.publicUrl.replace(/^\w+:\/\//, '')}/log`;
  const origin = number === 1 ? address : `${address}/${number}`;
  const log = { number, origin, verifierKey: newVerifierKey(context, origin), startedAt: moment(context) };
  await insertLog(transaction, log);
  return log;
}

/** The nodes that adding leaf `index` is hashed together with, lowest first. */
function leftSiblingsOf(index: number): readonly NodeAddress[] {
  const siblings: NodeAddress[] = [];
  for (let level = 0, at = index; at % 2 === 1; level += 1, at = (at - 1) / 2) siblings.push({ level, index: at - 1 });
  return siblings;
}

function subjectOf(leaf: Leaf) {
  if (leaf.kind !== 'revision.publish' && leaf.kind !== 'revision.withdraw') return { textId: null, revision: null };
  return { textId: leaf.text as TextId, revision: leaf.revision };
}

/** What a kind is counted by on the page of the record. */
export function detailOf(leaf: Leaf): string {
  if (leaf.kind === 'contribution.decide') return leaf.decision;
  return 'ground' in leaf ? leaf.ground : '';
}
