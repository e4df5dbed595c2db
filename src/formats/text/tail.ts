import { leastIndent } from './lines.ts';
import type { MetadataFound } from './metadata-found.ts';
import { metadataLine } from './metadata-keys.ts';
import type { FoundNote, FoundNotes } from './note-place.ts';
import type { Passage } from './passage.ts';
import { postingLine } from './posting-line.ts';
import type { Segment } from './segments.ts';

export interface TailPlace {
  readonly segments: readonly Segment[];
  readonly passages: readonly Passage[];
  readonly furniture: ReadonlyMap<number, string>;
  readonly notes: FoundNotes;
  readonly start: number;
  readonly found: MetadataFound;
  /** Blank lines between ordinary paragraphs. */
  readonly spacing: number;
}

export interface Tail {
  readonly used: ReadonlySet<number>;
  readonly furniture: ReadonlyMap<number, string>;
  /** Segments that carry on a note, by that note's first segment. */
  readonly continuations: ReadonlyMap<number, number>;
  extend(notes: readonly FoundNote[]): readonly FoundNote[];
}

/** What stands below the text: sources, dates of posting; and what follows the last note, which is more of it or nothing of the text's. */
export function readTail(place: TailPlace): Tail {
  const used = new Set<number>();
  const furniture = new Map<number, string>();
  for (let at = place.segments.length - 1; at >= place.start; at--) {
    if (place.furniture.has(at) || place.segments[at]!.shape === 'rule') continue;
    if (!takeMetadata(place, at)) break;
    used.add(at);
  }
  const continuations = continuationsOf(place, used, furniture);
  return { used, furniture, continuations, extend: (notes) => extended(notes, continuations) };
}

function takeMetadata({ segments, passages, found }: TailPlace, at: number): boolean {
  const { text } = passages[at]!;
  const line = segments[at]!.lines[0]!.number;
  if (segments[at]!.mark) return false;
  const key = metadataLine(text);
  if (key && key.value !== '' && (key.key.length > 5 || text.split(/\s+/).length < 30)) {
    found.addKey({ ...key, line, text, next: null });
    return true;
  }
  const posting = postingLine(text, null);
  if (posting && text.length < 120) {
    found.addPosting(posting, line, text);
    return true;
  }
  return false;
}

/** Paragraphs set in under a note, and the little that stands after the last of them. */
function continuationsOf(
  place: TailPlace,
  used: ReadonlySet<number>,
  furniture: Map<number, string>,
): ReadonlyMap<number, number> {
  const continuations = new Map<number, number>();
  const inNotes = new Set(place.notes.notes.flatMap((note) => note.body));
  const isTaken = (at: number) =>
    inNotes.has(at) ||
    place.furniture.has(at) ||
    used.has(at) ||
    place.segments[at]!.shape === 'rule' ||
    place.notes.apparatus.has(at);
  const lastProse = lastLongProse(place, inNotes, used);
  for (const note of place.notes.notes) {
    const end = note.body.at(-1);
    if (end === undefined) continue;
    for (let at = end + 1; at < place.segments.length && !isTaken(at); at++) {
      if (
        !hangsUnder(place.segments[end]!, place.segments[at]!, at > lastProse) &&
        !(at > lastProse && touches(place, at))
      )
        break;
      continuations.set(at, note.body[0]!);
    }
  }
  let last = -1;
  for (const at of inNotes) last = Math.max(last, at);
  const rest: number[] = [];
  for (let at = last + 1; last >= 0 && at < place.segments.length; at++) {
    if (!isTaken(at) && !continuations.has(at)) rest.push(at);
  }
  if (rest.length > 0 && isLittle(place, rest, last) && !isScattered(place, inNotes)) {
    shareRest({ place, rest, last, continuations, furniture });
  }
  return continuations;
}

/** Too little, against what stands above, to be text that goes on. */
function isLittle(place: TailPlace, rest: readonly number[], last: number): boolean {
  const words = rest.reduce((sum, at) => sum + place.passages[at]!.text.split(/\s+/).length, 0);
  let before = 0;
  for (let at = place.start; at < last; at++) for (const line of place.segments[at]!.lines) before += line.text.length;
  return words <= 160 && words * 6 <= before * 0.3;
}

interface Rest {
  readonly place: TailPlace;
  readonly rest: readonly number[];
  readonly last: number;
  readonly continuations: Map<number, number>;
  readonly furniture: Map<number, string>;
}

/** Sentences right under the last note are its own; loose words are the page's; what a sign parts from the notes is the text's. */
function shareRest({ place, rest, last, continuations, furniture }: Rest): void {
  const parted = place.segments.slice(last + 1, rest[0]).some((segment) => segment.shape === 'rule');
  if (parted) return;
  const owner = place.notes.notes.find((note) => note.body.includes(last))!.body[0]!;
  const onPage = [...place.furniture.keys()].some((at) => at > last);
  let open = true;
  for (const at of rest) {
    const { text } = place.passages[at]!;
    const fewest = at - last >= 2 && onPage ? 4 : 8;
    const reads = text.split(/\s+/).length >= fewest && /[.!?…][)\]"”»]*$/.test(text);
    open = open && reads && at - last <= 3;
    if (open) continuations.set(at, owner);
    else if (onPage || isLoose(text)) furniture.set(at, 'unknown');
  }
}

/** No blank line parts it from the note, where one parts all else. */
const touches = ({ segments, spacing }: TailPlace, at: number): boolean => {
  const segment = segments[at]!;
  return spacing >= 1 && segment.gap === 0 && segment.shape === 'prose' && !segment.mark && !segment.lines[0]!.page;
};

/** Set in as the note's own further lines are; under a note of one line, only where the text is over: a quotation is set in too. */
function hangsUnder(note: Segment, segment: Segment, closing: boolean): boolean {
  const [first, second] = note.lines;
  const least = leastIndent(segment.lines);
  if (segment.shape !== 'prose' || least <= first!.indent) return false;
  if (second && second.indent > first!.indent) return least === second.indent;
  return closing && least <= first!.indent + 8;
}

/** The last paragraph of some length that is no note. */
function lastLongProse(place: TailPlace, inNotes: ReadonlySet<number>, used: ReadonlySet<number>): number {
  for (let at = place.segments.length - 1; at >= 0; at--) {
    if (inNotes.has(at) || place.furniture.has(at) || used.has(at)) continue;
    if (place.passages[at]!.text.length > 120) return at;
  }
  return -1;
}

/** A few words that end in nothing: no sentence, no item. */
const isLoose = (text: string): boolean => text.split(/\s+/).length < 12 && !/[.!?…;:,]["”»)\]]*$/.test(text);

/** Notes under sections or paragraphs: text goes on after them as a matter of course. */
function isScattered(place: TailPlace, inNotes: ReadonlySet<number>): boolean {
  const sorted = [...inNotes].sort((one, other) => one - other);
  return sorted.some((at, index) => {
    const before = sorted[index - 1];
    if (before === undefined || at === before + 1) return false;
    for (let between = before + 1; between < at; between++) {
      if (
        !place.furniture.has(between) &&
        !place.notes.apparatus.has(between) &&
        place.passages[between]!.text.length > 60
      )
        return true;
    }
    return false;
  });
}

function extended(notes: readonly FoundNote[], continuations: ReadonlyMap<number, number>): readonly FoundNote[] {
  if (continuations.size === 0) return notes;
  const more = new Map<number, number[]>();
  for (const [at, owner] of continuations) more.set(owner, [...(more.get(owner) ?? []), at]);
  return notes.map((note) => {
    const extra = note.body.length > 0 ? more.get(note.body[0]!) : undefined;
    return extra ? { ...note, body: [...note.body, ...extra.sort((one, other) => one - other)] } : note;
  });
}
