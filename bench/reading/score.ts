import { align, wordsOf } from './align.ts';
import type { ReadingJson } from './reading-shape.ts';
import { overconfident, scoreMetadata } from './score-guesses.ts';
import type { Transcription } from './transcription.ts';

/** Counts that add up over transcriptions; `rates` turns them into the measures of the issue. */
export interface Score {
  readonly [count: string]: number;
}

/** Precise parts of a case that went wrong, for people. */
export interface Verdict {
  readonly score: Score;
  readonly faults: readonly string[];
}

interface ReadWord {
  readonly kind: string;
  readonly block: number;
  readonly section: number;
}

/**
 * Scores by words: the text as it should be and the text as it was read are two rows of words in the order of the
 * file; every measure is taken over their alignment.
 */
export function score(truth: Transcription, read: ReadingJson): Verdict {
  const faults: string[] = [];
  const counts: Record<string, number> = {};
  const add = (name: string, number: number): void => {
    counts[name] = (counts[name] ?? 0) + number;
  };
  const wanted = truthWords(truth);
  const found = readWords(read);
  const { truthOf, readOf } = align(wanted.words, found.words);

  const lost = wanted.words.filter((_, i) => readOf[i] === -1 && !wanted.of[i]!.optional);
  const optional = new Set(wanted.of.flatMap((word, i) => (word.optional ? [wanted.words[i]!] : [])));
  const extra = found.words.filter((word, i) => truthOf[i] === -1 && !optional.has(word));
  add('words', wanted.words.length);
  add('lost', lost.length);
  add('extra', extra.length);
  if (lost.length > 0) faults.push(`lost ${lost.length}: ${lost.slice(0, 12).join(' ')}`);
  if (extra.length > 0) faults.push(`left in ${extra.length}: ${extra.slice(0, 12).join(' ')}`);

  scoreBoundaries(
    'paragraphs',
    add,
    faults,
    starts(wanted, (w) => (w.kind === 'paragraph' || w.kind === 'quotation' ? w.item : -1)),
    startsRead(found, truthOf, (w) => (w.kind === 'paragraph' || w.kind === 'quotation' ? w.block : -1)),
    wanted.words,
  );
  scoreBoundaries(
    'sections',
    add,
    faults,
    starts(wanted, (w) => (w.kind === 'note' ? -2 : w.section)).slice(1),
    startsRead(found, truthOf, (w) => (w.kind === 'note' ? -2 : w.section)).slice(1),
    wanted.words,
  );
  scoreHeadings(truth, read, add, faults);
  for (const kind of ['quotation', 'verse', 'list'] as const) {
    const isTrue = wanted.of.map((word) => word.kind === kind && !word.optional);
    const isRead = wanted.words.map(
      (_, i) => readOf[i] !== -1 && found.of[readOf[i]!]!.kind === kind && !wanted.of[i]!.optional,
    );
    const right = isTrue.filter((yes, i) => yes && isRead[i]).length;
    const [all, claimed] = [isTrue.filter(Boolean).length, isRead.filter(Boolean).length];
    add(`${kind} right`, right);
    add(`${kind} wanted`, all);
    add(`${kind} found`, claimed);
    if (right < all) faults.push(`${kind}: ${all - right} words missed`);
    if (right < claimed) faults.push(`${kind}: ${claimed - right} words too many`);
  }
  scoreNotes(truth, read, add, faults);
  scoreMetadata(truth, read, add, faults);
  overconfident(truth, read, add, faults);
  return { score: counts, faults };
}

interface TruthWord {
  readonly kind: string;
  readonly item: number;
  readonly section: number;
  readonly optional: boolean;
}

function truthWords(truth: Transcription): { words: string[]; of: TruthWord[] } {
  const words: string[] = [];
  const of: TruthWord[] = [];
  truth.items.forEach((item, index) => {
    const put = (list: readonly string[], optional: boolean): void => {
      for (const word of list) {
        words.push(word);
        of.push({ kind: item.kind, item: index, section: item.section, optional });
      }
    };
    put(item.optional.flatMap(wordsOf), true);
    put(wordsOf(item.text), false);
  });
  return { words, of };
}

function readWords(read: ReadingJson): { words: string[]; of: ReadWord[] } {
  const pieces = [
    ...read.blocks.map((block, index) => ({
      line: block.lines[0],
      text: block.text,
      of: { kind: block.kind, block: index, section: block.section },
    })),
    ...read.notes.flatMap((note, index) =>
      note.body
        ? [
            {
              line: note.body.line,
              text: note.body.text,
              of: { kind: 'note', block: read.blocks.length + index, section: -2 },
            },
          ]
        : [],
    ),
  ].sort((a, b) => a.line - b.line);
  const words: string[] = [];
  const of: ReadWord[] = [];
  for (const piece of pieces)
    for (const word of wordsOf(piece.text)) {
      words.push(word);
      of.push(piece.of);
    }
  return { words, of };
}

/** Numbers of the words at which another group begins; a group of -1 or -2 begins nothing. */
function starts(wanted: { of: readonly TruthWord[] }, group: (word: TruthWord) => number): number[] {
  let last = -1;
  return wanted.of.flatMap((word, index) => {
    if (word.optional) return [];
    const now = group(word);
    if (now === -2 || now === last) return [];
    last = now;
    return now === -1 ? [] : [index];
  });
}

function startsRead(
  found: { of: readonly ReadWord[] },
  truthOf: Int32Array,
  group: (word: ReadWord) => number,
): number[] {
  let last = -1;
  return found.of.flatMap((word, index) => {
    const now = group(word);
    if (now === -2 || now === last || truthOf[index] === -1) return [];
    last = now;
    return now === -1 ? [] : [truthOf[index]!];
  });
}

function scoreBoundaries(
  name: string,
  add: (name: string, n: number) => void,
  faults: string[],
  wanted: readonly number[],
  found: readonly number[],
  words: readonly string[],
): void {
  // A heading's number may be read or not: either way the section begins there, so a start counts within three words.
  const slack = name === 'sections' ? 3 : 0;
  const near = (list: readonly number[], at: number): boolean => list.some((other) => Math.abs(other - at) <= slack);
  add(`${name} right`, wanted.filter((at) => near(found, at)).length);
  add(`${name} wanted`, wanted.length);
  add(`${name} found`, found.length);
  const show = (at: number): string => `“${words.slice(at, at + 4).join(' ')}”`;
  const missed = wanted.filter((at) => !near(found, at));
  const invented = found.filter((at) => !near(wanted, at));
  if (missed.length > 0) faults.push(`${name} missed ${missed.length}: ${missed.slice(0, 3).map(show).join(' ')}`);
  if (invented.length > 0)
    faults.push(`${name} invented ${invented.length}: ${invented.slice(0, 3).map(show).join(' ')}`);
}

function scoreHeadings(
  truth: Transcription,
  read: ReadingJson,
  add: (name: string, n: number) => void,
  faults: string[],
): void {
  const wanted = truth.items.filter((item) => item.kind === 'heading');
  const found = read.blocks.filter((block) => block.kind === 'heading');
  const same = (item: (typeof wanted)[number], block: (typeof found)[number]): boolean => {
    const [text, full, seen] = [
      wordsOf(item.text),
      [...item.optional.flatMap(wordsOf), ...wordsOf(item.text)],
      wordsOf(block.text),
    ].map((list) => list.join(' '));
    return Math.abs(block.lines[0] - item.line) <= 2 && (seen === text || seen === full);
  };
  const right = wanted.filter((item) => found.some((block) => same(item, block)));
  add('headings right', right.length);
  add('headings wanted', wanted.length);
  // "Chapter I" and its name may be given as two headings; the number by itself is not counted as a mistake.
  const numbersOnly = found.filter((block) =>
    wanted.some(
      (item) =>
        item.optional.length > 0 &&
        wordsOf(block.text).join(' ') === item.optional.flatMap(wordsOf).join(' ') &&
        Math.abs(block.lines[0] - item.line) <= 2,
    ),
  ).length;
  add('headings found', Math.max(right.length, found.length - numbersOnly));
  const missed = wanted.filter((item) => !right.includes(item));
  const invented = found.filter((block) => !wanted.some((item) => same(item, block)));
  if (missed.length > 0) faults.push(`headings missed ${missed.length}: line ${missed[0]!.line} “${missed[0]!.text}”`);
  if (invented.length > 0)
    faults.push(
      `headings invented ${invented.length}: line ${invented[0]!.lines[0]} “${invented[0]!.text.slice(0, 50)}”`,
    );
}

/** A pair is right when it calls from the right place (somewhere in the mark, or two columns from it) and its body holds the words it should. */
function scoreNotes(
  truth: Transcription,
  read: ReadingJson,
  add: (name: string, n: number) => void,
  faults: string[],
): void {
  const wanted = truth.notes.filter((note) => note.call && note.body);
  const found = read.notes.filter((note) => note.call && note.body);
  const same = (w: (typeof wanted)[number], f: (typeof found)[number]): boolean =>
    f.call!.line === w.call!.line &&
    f.call!.column >= w.call!.column - 2 &&
    f.call!.column <= w.call!.column + w.call!.width + 2 &&
    alike(w.body!.text, f.body!.text);
  const right = wanted.filter((w) => found.some((f) => same(w, f)));
  add('notes right', right.length);
  add('notes wanted', wanted.length);
  add('notes found', found.length);
  const missed = wanted.filter((w) => !right.includes(w));
  const wrong = found.filter((f) => !wanted.some((w) => same(w, f)));
  if (missed.length > 0)
    faults.push(
      `notes missed ${missed.length} of ${wanted.length}: ${missed
        .slice(0, 3)
        .map((n) => `${n.label} at ${n.call!.line}:${n.call!.column} body ${n.body!.line}`)
        .join('; ')}`,
    );
  if (wrong.length > 0)
    faults.push(
      `notes wrong ${wrong.length}: ${wrong
        .slice(0, 3)
        .map((n) => `${n.label} at ${n.call!.line}:${n.call!.column} body ${n.body!.line}`)
        .join('; ')}`,
    );
}

function alike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const bag = new Map<string, number>();
  for (const word of a) bag.set(word, (bag.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = bag.get(word) ?? 0;
    if (left > 0) shared++;
    bag.set(word, left - 1);
  }
  return shared >= 0.9 * Math.max(a.length, b.length) || (a.length < 12 && Math.max(a.length, b.length) - shared <= 1);
}
