import type { Problem } from '#domain/problem.ts';
import type { Correction, Guess, Reading } from '#domain/reading.ts';
import { writeSource } from '#text/write-source.ts';
import { type Part, readBody } from './body.ts';
import { correctMetadata } from './corrections.ts';
import { furnitureGuesses, furnitureOf } from './furniture-report.ts';
import { readHead } from './head.ts';
import { gatherMetadata, type MetadataFound } from './metadata-found.ts';
import type { FoundNote } from './note-place.ts';
import { addPostings } from './postings.ts';
import { type Recognised, recognise, smallWords } from './recognise.ts';
import { describe } from './report.ts';
import { readTail } from './tail.ts';
import { treeOf } from './tree.ts';

export interface TextToRead {
  readonly text: string;
  readonly corrections?: readonly Correction[];
}

/** The reading but for what the bytes told: format, encoding. */
export type TextReading = Omit<Reading, 'format' | 'encoding'>;

/**
 * A bare transcription as a reading: lines to segments, furniture set apart, notes paired, the head and the tail asked for metadata, the
 * rest told what it is. Nothing is lost: every line is in a block, a note, the furniture, or the evidence of a guess.
 */
export function readText({ text, corrections = [] }: TextToRead): TextReading {
  const recognised = recognise({ text, corrections });
  const { segments, passages, notes, removed } = recognised;
  const found = gatherMetadata(recognised.language?.language ?? null);
  const { furniture, used, parts, allNotes } = tellApart(recognised, found);
  const report = describe({ segments, passages, parts, notes: allNotes });
  const gathered = correctMetadata(found.result(), corrections);
  const { metadata } = gathered;
  const tree = treeOf({ segments, passages, calls: report.calls }, parts, report.noteBodies);
  const evidence = new Set(
    gathered.guesses.flatMap(({ evidence: { line, excerpt } }) => (excerpt === '' ? [] : [line])),
  );
  const unsaid = used.filter((at) => segments[at]!.shape !== 'rule' && !evidence.has(segments[at]!.lines[0]!.number));
  const guesses = withMissingTitle(gathered.guesses, metadata.title, report.titleIdeas);
  return {
    language: metadata.language,
    metadata,
    guesses: [...guesses, ...report.guesses, ...furnitureGuesses(segments, furniture)],
    counts: report.counts,
    sections: report.sections,
    blocks: report.blocks,
    notes: report.notes,
    furniture: furnitureOf(segments, furniture, notes.apparatus, unsaid, removed),
    problems: [...gathered.problems, ...notes.problems, ...emptyProblem(report.blocks.length, metadata.title, text)],
    source: writeSource({ metadata, tree }),
  };
}

interface ToldApart {
  readonly furniture: ReadonlyMap<number, string>;
  /** Segments that said something about the text. */
  readonly used: readonly number[];
  readonly parts: readonly Part[];
  readonly allNotes: readonly FoundNote[];
}

/** The head and the tail asked what they say about the text; the rest told what it is. */
function tellApart(recognised: Recognised, found: MetadataFound): ToldApart {
  const { segments, passages, layout, told, breaks, notes } = recognised;
  const language = recognised.language?.language ?? null;
  const furniture = new Map(recognised.furniture);
  const noteSegments = new Set([...notes.notes.flatMap((note) => note.body), ...notes.apparatus]);
  const knows = smallWords(passages);
  const head = readHead({ segments, passages, furniture, notes: noteSegments, layout, language, found, told, knows });
  for (const [at, why] of head.furniture) furniture.set(at, why);
  const tail = readTail({ segments, passages, furniture, notes, start: head.start, found, spacing: layout.spacing });
  // What an editor said is text is so, wherever it stands.
  const isText = (at: number) => told.has(at) && told.get(at) !== 'furniture' && told.get(at) !== 'metadata';
  for (const [at, why] of tail.furniture) if (!isText(at)) furniture.set(at, why);
  addPostings(segments, passages, furniture, found);
  if (recognised.language) found.addLanguage(recognised.language);
  const tailUsed = [...tail.used].filter((at) => !isText(at));
  const out = new Set([...furniture.keys(), ...noteSegments, ...tailUsed, ...tail.continuations.keys()]);
  const parts = readBody({ segments, passages, layout, out, start: head.start, language, said: told, breaks });
  const used = [...head.used, ...tail.used].filter((at) => !furniture.has(at));
  return { furniture, used, parts, allNotes: tail.extend(notes.notes) };
}

function withMissingTitle(guesses: readonly Guess[], title: string | null, ideas: readonly string[]): readonly Guess[] {
  if (title !== null) return guesses;
  const missing: Guess = {
    what: 'title',
    value: null,
    evidence: { line: 1, excerpt: '' },
    confidence: 0.7,
    alternatives: ideas,
  };
  return [missing, ...guesses];
}

function emptyProblem(blocks: number, title: string | null, text: string): readonly Problem[] {
  const problems: Problem[] = [];
  if (title === null) problems.push({ code: 'title-missing', message: 'No title was found.', line: null });
  if (blocks === 0 && text.trim() !== '')
    problems.push({ code: 'no-text', message: 'Nothing was recognised as the text itself.', line: null });
  return problems;
}
