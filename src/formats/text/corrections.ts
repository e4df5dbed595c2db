import type { Metadata } from '#domain/metadata.ts';
import type { Problem } from '#domain/problem.ts';
import type { Correction, Guess, LinesAs } from '#domain/reading.ts';
import { findCalls } from './calls.ts';
import type { Cut } from './cut.ts';
import type { Line } from './lines.ts';
import type { FoundNote, FoundNotes } from './note-place.ts';
import { type Passage, placeOf } from './passage.ts';
import type { Segment } from './segments.ts';

export interface Said {
  readonly cuts: readonly Cut[];
  /** What each segment was said to be. */
  bySegment(segments: readonly Segment[]): ReadonlyMap<number, LinesAs>;
  /** Where a section was said to begin or not to: another question, answered beside the first. */
  breaks(segments: readonly Segment[]): ReadonlyMap<number, LinesAs>;
}

/** The corrections of lines; the last word on a line counts. A correction of blank lines is one of the line after them. */
export function linesSaid(corrections: readonly Correction[], lines: readonly Line[]): Said {
  const cuts: Cut[] = [];
  for (const correction of corrections) {
    if (correction.kind !== 'lines') continue;
    const [first, last] = correction.lines;
    const held = lines.some((line) => line.number >= first && line.number <= last);
    const next = held ? null : lines.find((line) => line.number > last);
    cuts.push({ first: next?.number ?? first, last: next?.number ?? last, as: correction.as });
  }
  const [ofBreaks, ofKinds] = [cuts.filter(isOfBreak), cuts.filter((cut) => !isOfBreak(cut))];
  return {
    cuts,
    bySegment: (segments) => tell(segments, ofKinds),
    breaks: (segments) => tell(segments, ofBreaks),
  };
}

const isOfBreak = ({ as }: Cut): boolean => as === 'section-break' || as === 'no-break';

function tell(segments: readonly Segment[], cuts: readonly Cut[]): ReadonlyMap<number, LinesAs> {
  const told = new Map<number, LinesAs>();
  for (const cut of cuts) {
    for (const [at, segment] of segments.entries()) {
      const [first, last] = [segment.lines[0]!.number, segment.lines.at(-1)!.number];
      const within = first >= cut.first && last <= cut.last;
      if (isOfBreak(cut) ? first === cut.first : within) told.set(at, cut.as);
    }
  }
  return told;
}

export function correctMetadata(
  gathered: { readonly metadata: Metadata; readonly guesses: readonly Guess[]; readonly problems: readonly Problem[] },
  corrections: readonly Correction[],
): typeof gathered {
  let { metadata, guesses } = gathered;
  for (const correction of corrections) {
    if (correction.kind !== 'metadata') continue;
    const { field, value } = correction;
    const list = Array.isArray(metadata[field]);
    const fit = list
      ? value === null
        ? []
        : typeof value === 'string'
          ? [value]
          : value
      : Array.isArray(value)
        ? value.join('; ')
        : value;
    metadata = { ...metadata, [field]: fit };
    guesses = guesses.filter((guess) => guess.what !== field);
  }
  return { ...gathered, metadata, guesses };
}

interface NotesCorrected {
  readonly segments: readonly Segment[];
  readonly passages: readonly Passage[];
  readonly corrections: readonly Correction[];
  readonly told: ReadonlyMap<number, LinesAs>;
}

/** Notes paired, unpaired, made or unmade as an editor said. */
export function correctNotes(found: FoundNotes, place: NotesCorrected): FoundNotes {
  let notes: readonly FoundNote[] = found.notes.filter(
    (note) => note.body.length === 0 || !isSaidOther(place.told.get(note.body[0]!)),
  );
  for (const [at, as] of place.told) {
    if (as !== 'note' || notes.some((note) => note.body.includes(at))) continue;
    const label = place.segments[at]!.mark?.label ?? String(notes.length + 1);
    notes = [...notes, { label, call: null, body: [at], confidence: 1 }];
  }
  for (const correction of place.corrections)
    if (correction.kind === 'note') notes = pairAsSaid(notes, correction, place);
  return { ...found, notes: notes.toSorted((one, other) => (one.body[0] ?? Infinity) - (other.body[0] ?? Infinity)) };
}

const isSaidOther = (as: LinesAs | undefined): boolean => as !== undefined && as !== 'note';

function pairAsSaid(
  notes: readonly FoundNote[],
  { bodyLine, call }: Extract<Correction, { kind: 'note' }>,
  place: NotesCorrected,
): readonly FoundNote[] {
  const { segments, passages } = place;
  const segment = segments.findIndex(({ lines }) => lines[0]!.number <= bodyLine && lines.at(-1)!.number >= bodyLine);
  if (segment < 0) return notes;
  const known = notes.find((note) => note.body[0] === segment);
  const label = known?.label ?? segments[segment]!.mark?.label ?? String(notes.length + 1);
  const placed = call ? callAt(call, segments, passages, label) : null;
  const others = notes.filter(
    (note) =>
      note !== known &&
      !(note.body.length === 0 && placed && note.call?.segment === placed.segment && note.call.start === placed.start),
  );
  return [...others, { label, call: placed, body: known?.body ?? [segment], confidence: 1 }];
}

function callAt(
  at: { line: number; column: number },
  segments: readonly Segment[],
  passages: readonly Passage[],
  label: string,
): FoundNote['call'] {
  for (const [segment, passage] of passages.entries()) {
    if (!segments[segment]!.lines.some((line) => line.number === at.line)) continue;
    for (const call of findCalls(passage.text)) {
      const place = placeOf(passage, call.start);
      if (place.line === at.line && place.column === at.column) return { ...call, segment };
    }
    const piece = passage.pieces.find((one) => one.line === at.line)!;
    const start = Math.min(passage.text.length, Math.max(piece.offset, piece.offset + at.column - 1 - piece.start));
    return { form: 'bracketed', label, start, end: start, weight: 1, segment };
  }
  return null;
}
