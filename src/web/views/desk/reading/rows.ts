// The recognised text as the desk shows it: one row a block, a note, a piece of furniture, a line of metadata, in the order of the file.
import { METADATA_FIELDS } from '#domain/metadata.ts';
import type { Problem } from '#domain/problem.ts';
import type { BlockKind, LineRange, Reading, ReadNote } from '#domain/reading.ts';
import { type CallPlace, placeCalls } from './place-calls.ts';

export type Row = BlockRow | NoteRow | FurnitureRow | MetadataRow;

interface Place {
  readonly lines: LineRange;
  readonly problems: readonly Problem[];
  /** Characters at its end that are not shown: a line of fifty megabytes is no page. */
  readonly hidden: number;
}

export interface BlockRow extends Place {
  readonly kind: 'block';
  readonly as: BlockKind;
  readonly text: string;
  readonly calls: readonly CallPlace[];
  /** The number of the section it opens, null inside one. */
  readonly opens: number | null;
}

export interface NoteRow extends Place {
  readonly kind: 'note';
  readonly note: ReadNote;
  readonly text: string;
}

export interface FurnitureRow extends Place {
  readonly kind: 'furniture';
  readonly text: string;
  readonly why: string;
}

export interface MetadataRow extends Place {
  readonly kind: 'metadata';
  readonly text: string;
  /** Names of the fields it spoke of. */
  readonly fields: readonly string[];
}

export function listRows(reading: Reading): readonly Row[] {
  const placed = [...blockRows(reading), ...noteRows(reading), ...furnitureRows(reading)];
  const rows = [...placed, ...metadataRows(reading, placed)].sort((a, b) => a.lines[0] - b.lines[0]);
  return withProblems(rows, reading.problems);
}

/** The row that holds a line, or the nearest above it: what an address such as `#line-12` leads to. */
export function rowAt(rows: readonly Row[], line: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (rows[middle]!.lines[0] <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

const MOST_SHOWN = 20_000;
const MOST_CALLS = 1_000;

function cut(text: string): { readonly text: string; readonly hidden: number } {
  if (text.length <= MOST_SHOWN) return { text, hidden: 0 };
  return { text: text.slice(0, MOST_SHOWN), hidden: text.length - MOST_SHOWN };
}

function blockRows(reading: Reading): BlockRow[] {
  const calls = placeCalls(reading);
  let section = 0;
  return reading.blocks.map((block, index) => {
    const opens = block.section > section ? block.section : null;
    section = block.section;
    return {
      kind: 'block',
      as: block.kind,
      lines: block.lines,
      ...cut(block.text),
      calls: (calls[index] ?? []).filter(({ offset }) => (offset ?? 0) <= MOST_SHOWN).slice(0, MOST_CALLS),
      opens,
      problems: [],
    };
  });
}

function noteRows(reading: Reading): NoteRow[] {
  return reading.notes.flatMap((note) => {
    if (!note.body) return [];
    const { line, text } = note.body;
    return [{ kind: 'note' as const, note, lines: [line, line] as const, ...cut(text), problems: [] }];
  });
}

function furnitureRows(reading: Reading): FurnitureRow[] {
  return reading.furniture.map((one) => ({
    kind: 'furniture',
    lines: one.lines,
    ...cut(one.text),
    why: one.why,
    problems: [],
  }));
}

// Lines that only metadata was taken from stand in no block: they are known by the guesses they are evidence of.
function metadataRows(reading: Reading, placed: readonly Row[]): MetadataRow[] {
  const taken = new Set(
    placed.flatMap(({ lines: [first, last] }) =>
      Array.from({ length: Math.min(last - first + 1, 500) }, (_, i) => first + i),
    ),
  );
  const names = new Set<string>(METADATA_FIELDS.map((field) => field.name));
  const byLine = new Map<number, MetadataRow>();
  for (const { what, value, evidence } of reading.guesses) {
    if (
      !names.has(what) ||
      value === null ||
      evidence.line < 1 ||
      taken.has(evidence.line) ||
      evidence.excerpt.trim() === ''
    )
      continue;
    const known = byLine.get(evidence.line);
    byLine.set(evidence.line, {
      kind: 'metadata',
      lines: [evidence.line, evidence.line],
      ...cut(evidence.excerpt),
      fields: [...(known?.fields ?? []), what],
      problems: [],
    });
  }
  return [...byLine.values()];
}

function withProblems(rows: readonly Row[], problems: readonly Problem[]): readonly Row[] {
  if (rows.length === 0 || problems.length === 0) return rows;
  const byRow = Map.groupBy(
    problems.filter((problem) => problem.line !== null),
    (problem) => rowAt(rows, problem.line!),
  );
  return rows.map((row, index) => (byRow.has(index) ? { ...row, problems: byRow.get(index)! } : row));
}
