import type { Guess, ReadBlock, ReadingCounts, ReadNote, ReadSection } from '#domain/reading.ts';
import { countWords } from '#text/count-words.ts';
import type { Part } from './body.ts';
import { headingText } from './headings.ts';
import { type PairedCall, textWithoutCalls } from './inline.ts';
import { leadInLength } from './lead-in.ts';
import type { FoundNote } from './note-place.ts';
import { type Passage, placeOf } from './passage.ts';
import type { Segment } from './segments.ts';
import type { NoteBody } from './tree.ts';

export interface ReportPlace {
  readonly segments: readonly Segment[];
  readonly passages: readonly Passage[];
  readonly parts: readonly Part[];
  readonly notes: readonly FoundNote[];
}

export interface Report {
  readonly counts: ReadingCounts;
  readonly sections: readonly ReadSection[];
  readonly blocks: readonly ReadBlock[];
  readonly notes: readonly ReadNote[];
  readonly guesses: readonly Guess[];
  readonly calls: ReadonlyMap<number, readonly PairedCall[]>;
  readonly noteBodies: readonly NoteBody[];
  readonly titleIdeas: readonly string[];
}

/** What was found, said in lines and words of the file. */
export function describe(place: ReportPlace): Report {
  const { calls, noteBodies } = identifyNotes(place.notes);
  const { blocks, sections } = describeBlocks(place, calls);
  const notes = place.notes.map((note) => describeNote(place, note, calls));
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph' || block.kind === 'quotation').length;
  const counts: ReadingCounts = {
    sections: sections.length,
    paragraphs,
    quotations: new Set(blocks.flatMap((block) => block.quotation ?? [])).size,
    notes: notes.filter((note) => note.body !== null).length,
    words: blocks.reduce((sum, block) => sum + countWords(block.text), 0),
    noteWords: notes.reduce((sum, note) => sum + (note.body ? countWords(note.body.text) : 0), 0),
  };
  const first = blocks.find((block) => block.kind === 'paragraph');
  return {
    counts,
    sections,
    blocks,
    notes,
    guesses: guessesOf(place, notes),
    calls,
    noteBodies,
    titleIdeas: first ? [firstWords(first.text)] : [],
  };
}

/** Labels stay as transcribed; one that comes again (notes numbered by page) gets a number behind it. */
function identifyNotes(notes: readonly FoundNote[]): {
  calls: ReadonlyMap<number, readonly PairedCall[]>;
  noteBodies: readonly NoteBody[];
} {
  const calls = new Map<number, PairedCall[]>();
  const noteBodies: NoteBody[] = [];
  const used = new Map<string, number>();
  for (const note of notes) {
    if (note.body.length === 0) continue;
    const times = (used.get(note.label) ?? 0) + 1;
    used.set(note.label, times);
    const identifier = times === 1 ? note.label : `${note.label}.${times}`;
    noteBodies.push({ identifier, segments: note.body });
    if (!note.call) continue;
    const list = calls.get(note.call.segment) ?? [];
    list.push({ start: note.call.start, end: note.call.end, identifier });
    calls.set(note.call.segment, list);
  }
  for (const list of calls.values()) list.sort((one, other) => one.start - other.start);
  return { calls, noteBodies };
}

function describeBlocks(
  place: ReportPlace,
  calls: ReadonlyMap<number, readonly PairedCall[]>,
): { blocks: ReadBlock[]; sections: ReadSection[] } {
  const blocks: ReadBlock[] = [];
  const sections: { heading: string | null; line: number; paragraphs: number }[] = [];
  let empty = false;
  for (const part of place.parts) {
    const block = blockOf(place, part, calls);
    const heads = part.kind === 'heading' && !empty;
    if (sections.length === 0 || part.breakBefore !== null || heads) {
      sections.push({ heading: part.kind === 'heading' ? block.text : null, line: block.lines[0], paragraphs: 0 });
    } else if (part.kind === 'heading' && empty) sections.at(-1)!.heading += ` ${block.text}`;
    empty = part.kind === 'heading';
    if (part.kind === 'paragraph' || part.kind === 'quotation') sections.at(-1)!.paragraphs++;
    blocks.push({ ...block, section: sections.length });
  }
  return { blocks, sections };
}

function blockOf(place: ReportPlace, part: Part, calls: ReadonlyMap<number, readonly PairedCall[]>): ReadBlock {
  const texts = part.segments.map((at) => textWithoutCalls(place.passages[at]!, calls.get(at) ?? []));
  const joined = texts.join(part.kind === 'paragraph' || part.kind === 'quotation' ? ' ' : '\n');
  const text = part.kind === 'heading' && part.style ? headingText(joined, part.style) : joined;
  const first = place.segments[part.segments[0]!]!.lines[0]!.number;
  const last = place.segments[part.segments.at(-1)!]!.lines.at(-1)!.number;
  const block: ReadBlock = { kind: part.kind, section: 0, lines: [first, last], text };
  return part.quotation === null ? block : { ...block, quotation: part.quotation };
}

function describeNote(
  place: ReportPlace,
  note: FoundNote,
  calls: ReadonlyMap<number, readonly PairedCall[]>,
): ReadNote {
  const call = note.call ? placeOf(place.passages[note.call.segment]!, note.call.start) : null;
  if (note.body.length === 0) return { label: note.label, call, body: null };
  const texts = note.body.map((at, index) =>
    textWithoutCalls(
      place.passages[at]!,
      calls.get(at) ?? [],
      index === 0 ? (place.segments[at]!.mark?.length ?? 0) : 0,
    ),
  );
  const line = place.segments[note.body[0]!]!.lines[0]!.number;
  return { label: note.label, call, body: { line, text: texts.join('\n').replace(/\s*(?:↩︎?|↑|\[↩\]|⤴|\^)\s*$/u, '') } };
}

const MOST_GUESSES = 2_000;

function guessesOf(place: ReportPlace, notes: readonly ReadNote[]): readonly Guess[] {
  const guesses: Guess[] = [];
  for (const [index, part] of place.parts.entries()) {
    const line = place.segments[part.segments[0]!]!.lines[0]!;
    const evidence = { line: line.number, excerpt: line.text.slice(0, 160) };
    if (part.guess) guesses.push({ ...part.guess, evidence });
    if (part.breakBefore) {
      const confidence = part.breakBefore === 'mark' ? 0.9 : 0.78;
      guesses.push({ what: 'section', value: part.breakBefore, evidence, confidence, alternatives: ['none'] });
    }
    const opens = index === 0 || part.breakBefore !== null || place.parts[index - 1]?.kind === 'heading';
    const length = opens && part.kind === 'paragraph' ? leadInLength(place.passages[part.segments[0]!]!.text) : 0;
    if (length > 0) {
      const value = place.passages[part.segments[0]!]!.text.slice(0, length);
      guesses.push({ what: 'lead-in', value, evidence, confidence: 0.88, alternatives: ['none'] });
    }
  }
  for (const [index, note] of notes.entries()) {
    const line = note.body?.line ?? note.call?.line ?? 1;
    const excerpt = note.body ? `${note.label} ${note.body.text}`.slice(0, 160) : note.label;
    const value = note.call && note.body ? `${note.call.line}:${note.call.column}` : null;
    guesses.push({
      what: 'note',
      value,
      evidence: { line, excerpt },
      confidence: place.notes[index]!.confidence,
      alternatives: [],
    });
  }
  return guesses.slice(0, MOST_GUESSES);
}

function firstWords(text: string): string {
  const words = text
    .split(/\s+/)
    .slice(0, 8)
    .join(' ')
    .replace(/[,;:.]$/, '');
  return /\p{Ll}/u.test(words) ? words : words.charAt(0) + words.slice(1).toLowerCase();
}
