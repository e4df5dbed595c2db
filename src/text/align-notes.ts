import type { BlockId, IdentifiedNote } from '#domain/text.ts';
import { alignItems } from './alignment.ts';
import type { Note } from './list-notes.ts';

export interface NoteAlignment {
  /** As `next`: same order, same length. */
  readonly notes: readonly IdentifiedNote[];
  readonly removed: readonly IdentifiedNote[];
}

/** As `alignBlocks`, for notes. Labels and numbers do not count: a note inserted before the others renumbers them all. */
export function alignNotes(given: {
  readonly previous: readonly IdentifiedNote[];
  readonly next: readonly Note[];
  readonly createId: () => BlockId;
}): NoteAlignment {
  const { previous, next, createId } = given;
  const ids = alignItems(
    previous.map(({ id, text }) => ({ key: id, kind: 'note', text })),
    next.map(({ text }) => ({ key: null, kind: 'note', text })),
  );
  const taken = new Set(ids.filter((id) => id !== null));
  const notes = next.map(({ label, text }, index) => ({ id: (ids[index] ?? createId()) as BlockId, label, text }));
  return { notes, removed: previous.filter(({ id }) => !taken.has(id)) };
}
