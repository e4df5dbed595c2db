import type { BlockId, IdentifiedBlock } from '#domain/text.ts';
import { alignItems } from './alignment.ts';
import type { Block } from './list-blocks.ts';

export interface BlockAlignment {
  /** As `next`: same order, same length. */
  readonly blocks: readonly IdentifiedBlock[];
  /** Of `previous`, what stands no more; its ids are given to nothing else. */
  readonly removed: readonly IdentifiedBlock[];
}

/**
 * Gives each block of a new revision its id. A block that was edited or moved keeps its own; of one that was split the
 * largest part does, of several that were merged the first. `createId` must give ids the text never had.
 *
 * @example
 * alignBlocks({ previous: [{ id: 'a1', kind: 'paragraph', text: 'One two three.' }], next: listBlocks(tree), createId })
 */
export function alignBlocks(given: {
  readonly previous: readonly IdentifiedBlock[];
  readonly next: readonly Block[];
  readonly createId: () => BlockId;
}): BlockAlignment {
  const { previous, next, createId } = given;
  const ids = alignItems(
    previous.map(({ id, kind, text }) => ({ key: id, kind, text })),
    next.map(({ kind, text, explicitId }) => ({ key: explicitId, kind, text })),
  );
  const taken = new Set(ids.filter((id) => id !== null));
  const blocks = next.map(({ kind, text }, index) => ({ id: (ids[index] ?? createId()) as BlockId, kind, text }));
  return { blocks, removed: previous.filter(({ id }) => !taken.has(id)) };
}
