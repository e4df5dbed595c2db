import type { Problem } from '#domain/problem.ts';
import type { Correction, Furniture, Guess, Reading } from '#domain/reading.ts';
import { writeSource } from '#text/write-source.ts';
import { readBody } from './body.ts';
import { correctMetadata, correctNotes, linesSaid } from './corrections.ts';
import { findFurniture } from './furniture.ts';
import { readHead } from './head.ts';
import { languageOf } from './language.ts';
import { measureLayout } from './layout.ts';
import { type Line, splitLines } from './lines.ts';
import { gatherMetadata, type MetadataFound } from './metadata-found.ts';
import { findNotes } from './notes.ts';
import { removePageLines } from './pages.ts';
import { joinLines, type Passage } from './passage.ts';
import { postingLine } from './posting-line.ts';
import { describe } from './report.ts';
import { type Segment, segmentLines } from './segments.ts';
import { singleSpaced } from './spacing.ts';
import { readTail } from './tail.ts';
import { treeOf } from './tree.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

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
  const notes = correctNotes(findNotes({ segments, passages, excluded: new Set(furniture.keys()) }), {
    segments,
    passages,
    corrections,
    told,
  });
  const language = languageOf(text);
  const found = gatherMetadata(language?.language ?? null);
  const noteSegments = new Set([...notes.notes.flatMap((note) => note.body), ...notes.apparatus]);
  const head = readHead({
    segments,
    passages,
    furniture,
    notes: noteSegments,
    layout,
    language: language?.language ?? null,
    found,
    told,
    knows: smallWords(passages),
  });
  for (const [at, why] of head.furniture) furniture.set(at, why);
  const tail = readTail({ segments, passages, furniture, notes, start: head.start, found });
  // What an editor said is text is so, wherever it stands.
  const isText = (at: number) => told.has(at) && told.get(at) !== 'furniture' && told.get(at) !== 'metadata';
  for (const [at, why] of tail.furniture) if (!isText(at)) furniture.set(at, why);
  addPostings(segments, passages, furniture, found);
  if (language) found.addLanguage(language.language, language.confidence, language.runnerUp);
  const out = new Set([
    ...furniture.keys(),
    ...noteSegments,
    ...[...tail.used].filter((at) => !isText(at)),
    ...tail.continuations.keys(),
  ]);
  const parts = readBody({
    segments,
    passages,
    layout,
    out,
    start: head.start,
    language: language?.language ?? null,
    said: told,
    breaks: said.breaks(segments),
  });
  const allNotes = tail.extend(notes.notes);
  const report = describe({ segments, passages, parts, notes: allNotes });
  const gathered = correctMetadata(found.result(), corrections);
  const used = [...head.used, ...tail.used].filter((at) => !furniture.has(at));
  const evidence = new Set(gathered.guesses.map((guess) => guess.evidence.line));
  const unsaid = used.filter((at) => segments[at]!.shape !== 'rule' && !evidence.has(segments[at]!.lines[0]!.number));
  const tree = treeOf({ segments, passages, calls: report.calls }, parts, report.noteBodies);
  const metadata = { ...gathered.metadata };
  return {
    language: metadata.language,
    metadata,
    guesses: [
      ...withMissingTitle(gathered.guesses, metadata.title, report.titleIdeas),
      ...report.guesses,
      ...furnitureGuesses(segments, furniture),
    ],
    counts: report.counts,
    sections: report.sections,
    blocks: report.blocks,
    notes: report.notes,
    furniture: furnitureOf(segments, furniture, notes.apparatus, unsaid, pages.removed),
    problems: [...gathered.problems, ...notes.problems, ...emptyProblem(report.blocks.length, metadata.title, text)],
    source: writeSource({ metadata, tree }),
  };
}

/** Lines of the page's own that say who put the text there, and when: below the text, and not in what readers wrote under it. */
function addPostings(
  segments: readonly Segment[],
  passages: readonly Passage[],
  furniture: ReadonlyMap<number, string>,
  found: MetadataFound,
): void {
  for (const at of [...furniture.keys()].sort((one, other) => one - other)) {
    const text = passages[at]?.text ?? '';
    if (
      text.length > 160 ||
      !/^(?:this entry was |cet article a été |ce billet a été )?(?:posted|published|publié|written|mis en ligne)\b/i.test(
        text,
      )
    )
      continue;
    const line = segments[at]!.lines[0]!.number;
    const plain = text.replace(/^(?:this entry was |cet article a été |ce billet a été )/i, '');
    const posting = postingLine(plain, null);
    if (posting) found.addPosting(posting, line, text);
    const by = /^(?:posted|published|publié|mis en ligne) (?:by|par) (.{2,60}?) (?:at|à) \d{1,2}\s?[:h.]\s?\d{2}/i.exec(
      plain,
    );
    if (by) found.addKey({ field: 'postedBy', key: 'posted by', value: by[1]!, line, text, next: null });
  }
}

/** Asked only about the few words above a text; the first pages answer. */
function smallWords(passages: readonly Passage[]): (word: string) => boolean {
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

function furnitureGuesses(segments: readonly Segment[], furniture: ReadonlyMap<number, string>): readonly Guess[] {
  return [...furniture].slice(0, 500).map(([at, why]) => {
    const line = segments[at]!.lines[0]!;
    const sure = why !== 'menu' && why !== 'unknown' && why !== 'corrected';
    return {
      what: 'furniture',
      value: why,
      evidence: { line: line.number, excerpt: line.text.slice(0, 160) },
      confidence: sure ? 0.85 : 0.6,
      alternatives: ['text'],
    };
  });
}

function furnitureOf(
  segments: readonly Segment[],
  furniture: ReadonlyMap<number, string>,
  apparatus: ReadonlySet<number>,
  unsaid: readonly number[],
  removed: readonly { readonly line: Line; readonly why: string }[],
): readonly Furniture[] {
  const all: Furniture[] = removed.map(({ line, why }) => ({
    lines: [line.number, line.number],
    text: line.text,
    why,
  }));
  const add = (at: number, why: string) => {
    const { lines } = segments[at]!;
    all.push({ lines: [lines[0]!.number, lines.at(-1)!.number], text: lines.map((line) => line.text).join('\n'), why });
  };
  for (const [at, why] of furniture) add(at, why);
  for (const at of apparatus) if (segments[at]!.shape !== 'rule') add(at, 'notes-heading');
  for (const at of unsaid) add(at, 'metadata');
  return all.sort((one, other) => one.lines[0] - other.lines[0]);
}
