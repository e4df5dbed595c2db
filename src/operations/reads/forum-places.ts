// By which passages how much of a text's forum stands, and what of it is on the shelf.
import type { BlockId, TextId } from '#domain/text.ts';
import { findRevisionIds } from '#store/revisions.ts';
import { countShownByBlock, listShownQuotes, type ShownQuote } from '#store/shown-contributions.ts';
import type { Store } from '#store/store.ts';
import type { StoredText } from '#store/texts.ts';
import { findPlacesNow } from './quoted-places.ts';

export interface ForumPlaces {
  /** By the id of the paragraph; of one that is gone, what is on the shelf. */
  readonly blockCounts: Readonly<Record<string, number>>;
  readonly shelf: number;
  /** Paragraphs that something was written on and the current revision has no more. */
  readonly gone: readonly BlockId[];
  /** Words that stand by another passage than the one they were written on. */
  readonly moved: readonly MovedQuote[];
}

export interface MovedQuote extends ShownQuote {
  readonly count: number;
  readonly standsBy: BlockId;
}

export async function readForumPlaces(
  reader: Store['reader'],
  { id: textId, number }: Pick<StoredText, 'id' | 'number'>,
): Promise<ForumPlaces> {
  const counts = new Map((await countShownByBlock(reader, textId)).map(({ blockId, count }) => [blockId, count]));
  const isRevised = number > 1 && counts.size > 0;
  const gone = isRevised ? await goneOf(reader, { textId, number, blockIds: [...counts.keys()] }) : [];
  const moved = isRevised ? await movedOf(reader, { textId, number, gone }) : [];
  for (const { blockId, standsBy, count } of moved) {
    counts.set(blockId, counts.get(blockId)! - count);
    counts.set(standsBy, (counts.get(standsBy) ?? 0) + count);
  }
  const shelf = gone.reduce((sum, id) => sum + counts.get(id)!, 0);
  return { blockCounts: Object.fromEntries(counts), shelf, gone, moved };
}

interface At {
  readonly textId: TextId;
  readonly number: number;
}

async function goneOf(
  reader: Store['reader'],
  { blockIds, ...at }: At & { readonly blockIds: readonly BlockId[] },
): Promise<readonly BlockId[]> {
  const { blocks, notes } = await findRevisionIds(reader, at);
  const here = new Set([...blocks, ...notes].map(({ id }) => id));
  return blockIds.filter((id) => !here.has(id));
}

async function movedOf(
  reader: Store['reader'],
  { textId, number, gone }: At & { readonly gone: readonly BlockId[] },
): Promise<readonly MovedQuote[]> {
  const older = { textId, before: number, limit: MOST_QUOTES };
  const [ofAll, lost] = [await listShownQuotes(reader, older), new Set(gone)];
  const ofGone =
    ofAll.length < MOST_QUOTES
      ? ofAll.filter(({ blockId }) => lost.has(blockId))
      : await listShownQuotes(reader, { ...older, blockIds: gone });
  const quoted = [...ofGone, ...ofAll.filter(({ blockId }) => !lost.has(blockId))];
  const placeNowOf = await findPlacesNow(reader, { textId, number, quoted });
  return quoted.flatMap((one) => {
    const { standsBy } = placeNowOf(one);
    return standsBy === null || standsBy === one.blockId ? [] : [{ ...one, standsBy }];
  });
}

/** Different words of different paragraphs: further than this a text is not gone through, and the rest stays by its paragraph or on the shelf. */
const MOST_QUOTES = 2000;
