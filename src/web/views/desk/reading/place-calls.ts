import type { Reading, ReadNote } from '#domain/reading.ts';

/** Where in a block's text a note is called: an offset in UTF-16 units, or null where it cannot be told to the letter. */
export interface CallPlace {
  readonly note: ReadNote;
  readonly offset: number | null;
}

/**
 * The calls of each block, in order. A block's text has its calls left out and its lines joined, so a place is exact only in
 * a block of one line: there each call before it on the line takes its own length away.
 */
export function placeCalls(reading: Reading): readonly (readonly CallPlace[])[] {
  const called = reading.notes.filter((note) => note.call !== null).sort(byPlace);
  let next = 0;
  return reading.blocks.map(({ lines: [first, last], text }) => {
    const places: CallPlace[] = [];
    while (next < called.length && called[next]!.call!.line < first) next += 1;
    while (next < called.length && called[next]!.call!.line <= last) {
      places.push({ note: called[next]!, offset: null });
      next += 1;
    }
    return first === last ? exact(places, text) : places;
  });
}

//  He said[1] so twice[2].
//         ^ column 8      the second call stands 3 characters further right than in the text without calls
function exact(places: readonly CallPlace[], text: string): readonly CallPlace[] {
  if (places.length === 0) return places;
  const offsets = characterOffsets(text);
  let removed = 0;
  return places.map(({ note }) => {
    const at = note.call!.column - 1 - removed;
    removed += [...note.label].length + 2;
    return { note, offset: offsets[at] ?? null };
  });
}

/** Where each character begins, in UTF-16 units, and where the last one ends. */
function characterOffsets(text: string): readonly number[] {
  const offsets = [0];
  let offset = 0;
  for (const character of text) {
    offset += character.length;
    offsets.push(offset);
  }
  return offsets;
}

function byPlace(a: ReadNote, b: ReadNote): number {
  return a.call!.line - b.call!.line || a.call!.column - b.call!.column;
}
