// A log of any length: commitments as a forum leaves them, each tenth leaf a publication.
import { createHash } from 'node:crypto';
import type { TextId } from '#domain/text.ts';
import type { Context } from '#operations/context.ts';
import { beginLog } from '#operations/record-append.ts';
import { type Hash, hashLeaf, nodesCompletedBy } from '#record/hash-tree.ts';
import { type Leaf, writeLeaf } from '#record/leaf.ts';
import { insertNodes } from '#store/tree-nodes.ts';

const LEAVES_A_STATEMENT = 1000;
const LEAVES_A_TRANSACTION = 50_000;

/** Many rows a statement; the rows are those that `appendLeaf` writes, one at a time. */
export async function writeLongLog({ store, ...context }: Context, count: number): Promise<void> {
  const { number: log } = await store.write((transaction) =>
    beginLog({ ...context, store }, transaction, { number: 1 }),
  );
  const levels: Hash[][] = [];
  for (let from = 0; from < count; from += LEAVES_A_TRANSACTION) {
    const end = Math.min(count, from + LEAVES_A_TRANSACTION);
    await store.write(async (transaction) => {
      for (let start = from; start < end; start += LEAVES_A_STATEMENT) {
        const rows = range(start, Math.min(end, start + LEAVES_A_STATEMENT)).map(leafRow);
        await transaction
          .insertInto('leaf')
          .values(rows.map((row) => ({ log, ...row })))
          .execute();
        const nodes = rows.flatMap(({ index, hash }) => grow(levels, index, hash)).filter(({ level }) => level > 0);
        await insertNodes(transaction, { log, nodes });
      }
    });
  }
}

export const PUBLICATION_EVERY = 10;
export const textOf = (index: number) => `bench${index}`.padEnd(22, '-') as TextId;

function leafRow(index: number) {
  const leaf = leafAt(index);
  const bytes = Buffer.from(writeLeaf(leaf));
  const isPublication = leaf.kind === 'revision.publish';
  return {
    index,
    kind: leaf.kind,
    at: leaf.at,
    text_id: isPublication ? textOf(index) : null,
    revision: isPublication ? 1 : null,
    hash: Buffer.from(hashLeaf(bytes)),
    bytes,
  };
}

function leafAt(index: number): Leaf {
  const hash = createHash('sha256').update(String(index)).digest('hex');
  const at = '2026-11-22T18:00:00Z';
  return index % PUBLICATION_EVERY === 0
    ? { kind: 'revision.publish', at, text: textOf(index), revision: 1, manifest: hash }
    : { kind: 'contribution.receive', at, commitment: hash };
}

function grow(levels: Hash[][], index: number, hash: Hash) {
  const completed = nodesCompletedBy(index, hash, (node) => levels[node.level]![node.index]!);
  for (const node of completed) {
    levels[node.level] ??= [];
    levels[node.level]![node.index] = node.hash;
  }
  return completed;
}

const range = (start: number, end: number) => Array.from({ length: end - start }, (_, at) => start + at);
