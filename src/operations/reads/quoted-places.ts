// What became, in the current revision of a text, of the places that contributions stand by.
import type { ContributionId } from '#domain/contribution.ts';
import type { BlockId } from '#domain/text.ts';
import { findRemovedBlock, findRevisionIds } from '#store/revisions.ts';
import type { StoredShown } from '#store/shown-contributions.ts';
import type { Store } from '#store/store.ts';
import { findText } from '#store/texts.ts';
import { findWords } from '#text/find-words.ts';

/** Those that were removed and have not come back. Only for what was once removed the revision itself is looked at. */
export async function goneBlocks(
  reader: Store['reader'],
  placed: readonly Pick<StoredShown, 'textId' | 'blockId'>[],
): Promise<ReadonlySet<string>> {
  const gone = new Set<string>();
  for (const [textId, ofText] of Map.groupBy(placed, (one) => one.textId)) {
    const ids = [...new Set(ofText.flatMap(({ blockId }) => blockId ?? []))];
    const removed: BlockId[] = [];
    for (const blockId of ids) if (await findRemovedBlock(reader, { textId, blockId })) removed.push(blockId);
    if (removed.length === 0) continue;
    const number = (await findText(reader, textId))?.number ?? 0;
    const { blocks, notes } = await findRevisionIds(reader, { textId, number });
    const here = new Set([...blocks, ...notes].map(({ id }) => id));
    for (const id of removed) if (!here.has(id)) gone.add(`${textId} ${id}`);
  }
  return gone;
}

/** Which of them quote words that their paragraph, corrected since, has no more. A text that stayed as it was is not looked into. */
export async function correctedQuotes(
  reader: Store['reader'],
  stored: readonly StoredShown[],
): Promise<ReadonlySet<ContributionId>> {
  const corrected = new Set<ContributionId>();
  const quoting = stored.filter(({ blockId, quote }) => blockId !== null && quote !== null);
  for (const [textId, ofText] of Map.groupBy(quoting, (one) => one.textId)) {
    const number = (await findText(reader, textId))?.number ?? 0;
    const before = ofText.filter((one) => one.number < number);
    if (before.length === 0) continue;
    const { blocks, notes } = await findRevisionIds(reader, { textId, number });
    const passages = new Map([...blocks, ...notes].map(({ id, text }) => [id, text]));
    for (const { id, blockId, quote } of before) {
      const passage = passages.get(blockId!);
      if (passage !== undefined && findWords(passage, quote!.replace(CUT, '')) === null) corrected.add(id);
    }
  }
  return corrected;
}

/** Where the beginning of a paragraph was taken for all of it. */
const CUT = / …$/;
