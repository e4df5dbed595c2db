import type { Correction, LinesAs } from '#domain/reading.ts';
import { correctNotes, linesSaid } from './corrections.ts';
import { findFurniture } from './furniture.ts';
import type { LanguageFound } from './language.ts';
import { languageOf } from './language.ts';
import type { Layout } from './layout.ts';
import { measureLayout } from './layout.ts';
import { splitLines } from './lines.ts';
import type { FoundNotes } from './note-place.ts';
import { findNotes } from './notes.ts';
import type { Pages } from './pages.ts';
import { removePageLines } from './pages.ts';
import { joinLines, type Passage } from './passage.ts';
import { type Segment, segmentLines } from './segments.ts';
import { singleSpaced } from './spacing.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** What can be said of the file before its head, its text and its tail are told apart. */
export interface Recognised {
  readonly segments: readonly Segment[];
  readonly passages: readonly Passage[];
  readonly layout: Layout;
  /** What an editor said a segment is, and where a section begins. */
  readonly told: ReadonlyMap<number, LinesAs>;
  readonly breaks: ReadonlyMap<number, LinesAs>;
  readonly furniture: ReadonlyMap<number, string>;
  readonly notes: FoundNotes;
  readonly language: LanguageFound | null;
  /** Page numbers and running heads. */
  readonly removed: Pages['removed'];
}

/** Lines to segments, furniture set apart, notes paired, the language told. */
export function recognise({ text, corrections = [] }: TextToRecognise): Recognised {
  const pages = removePageLines(singleSpaced(splitLines(text)));
  const layout = measureLayout(pages.lines);
  const said = linesSaid(corrections, pages.lines);
  const segments = segmentLines(pages.lines, layout, said.cuts);
  const vocabulary = vocabularyOf(pages.lines);
  const passages = segments.map((segment) => passageOf(segment, vocabulary));
  const told = said.bySegment(segments);
  const furniture = new Map(findFurniture(segments));
  for (const [at, as] of told) {
    if (as === 'furniture') furniture.set(at, 'corrected');
    else furniture.delete(at);
  }
  const found = findNotes({ segments, passages, excluded: new Set(furniture.keys()) });
  const notes = correctNotes(found, { segments, passages, corrections, told });
  const breaks = said.breaks(segments);
  return {
    segments,
    passages,
    layout,
    told,
    breaks,
    furniture,
    notes,
    language: languageOf(text),
    removed: pages.removed,
  };
}

interface TextToRecognise {
  readonly text: string;
  readonly corrections?: readonly Correction[];
}

/** Asked only about the few words above a text; the first pages answer. */
export function smallWords(passages: readonly Passage[]): (word: string) => boolean {
  let words: Set<string> | null = null;
  return (word) => {
    words ??= new Set(
      passages.slice(0, 400).flatMap(({ text }) => text.slice(0, 4000).match(/(?<![\p{L}])\p{Ll}{3,}/gu) ?? []),
    );
    return words.has(word);
  };
}

function passageOf(segment: Segment, vocabulary: Vocabulary): Passage {
  const passage = joinLines(segment.lines, segment.shape === 'prose' ? ' ' : '\n', vocabulary);
  // "[Footnote 1: …]": the bracket that closes the note closes its mark too.
  const enclosed = segment.mark?.form === 'named' && /^\[[^[\]]*\]$/.test(passage.text);
  return enclosed ? { ...passage, text: passage.text.slice(0, -1) } : passage;
}
