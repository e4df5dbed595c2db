import { itemMarkOf } from './item-mark.ts';
import type { Line } from './lines.ts';

/** How the whole file is laid out: what its spacing and its line ends mean. */
export interface Layout {
  /** Number of the last line that holds something. */
  readonly lastLine: number;
  /** Column at which lines were wrapped by hand or machine; null when a line is a paragraph. */
  readonly wrap: number | null;
  /** Blank lines between ordinary paragraphs: 0, 1, 2 … */
  readonly spacing: number;
  /** Columns of white space before ordinary lines. */
  readonly indent: number;
  /** Paragraphs are marked by an indented first line, of that many columns; null when they are not. */
  readonly firstLine: number | null;
}

/** Measured, not assumed: every pair of neighbouring lines votes for the width at which the second's first word would no longer have fitted. */
export function measureLayout(lines: readonly Line[]): Layout {
  const wrapped = wrapOf(lines);
  const pairs = wrapped.pairs;
  const enough = wrapped.votes >= 4 && wrapped.votes >= pairs * 0.35 && wrapped.lower >= wrapped.votes * 0.4;
  const wrap = enough && wrapped.width >= 38 && !isUnwrapped(lines, wrapped.width) ? wrapped.width : null;
  const indent = commonIndent(lines, wrap);
  const lastLine = lines.at(-1)?.number ?? 0;
  return { lastLine, wrap, spacing: spacingOf(lines, wrap), indent, firstLine: firstLineOf(lines, wrap, indent) };
}

/** Most of the text stands on lines no margin ended. */
function isUnwrapped(lines: readonly Line[], width: number): boolean {
  let long = 0;
  let all = 0;
  for (const line of lines) {
    all += line.width;
    if (line.width > width + 12) long += line.width;
  }
  return long > all * 0.35;
}

export interface Wrap {
  readonly width: number;
  readonly votes: number;
  readonly pairs: number;
  /** Of the pairs that voted, those whose second line goes on in lower case. */
  readonly lower: number;
}

/**
 * The width most pairs agree on. A line of 66 columns followed by one that begins with "whatever" was wrapped somewhere from 66 to 74:
 *
 *     …the lamp had to be lit before the tide turned and   <- 66 + 1 + 8 > width >= 66
 *     whatever the weather
 */
export function wrapOf(lines: readonly Line[]): Wrap {
  const starts = new Int32Array(WIDEST + 2);
  const lower = new Int32Array(WIDEST + 2);
  let pairs = 0;
  for (let at = 1; at < lines.length; at++) {
    const [before, line] = [lines[at - 1]!, lines[at]!];
    if (line.gap > 0 || before.width > WIDEST) continue;
    pairs++;
    const end = Math.min(before.width + firstWordLength(line.text), WIDEST);
    const goesOn = continuesLower(line.text) ? 1 : 0;
    starts[before.width]! += 1;
    starts[end + 1]! -= 1;
    lower[before.width]! += goesOn;
    lower[end + 1]! -= goesOn;
  }
  return { ...bestOf(starts, lower), pairs };
}

const WIDEST = 140;

function bestOf(starts: Int32Array, lower: Int32Array): { width: number; votes: number; lower: number } {
  let best = { width: 0, votes: 0, lower: 0 };
  let votes = 0;
  let lows = 0;
  for (let width = 0; width <= WIDEST; width++) {
    votes += starts[width]!;
    lows += lower[width]!;
    if (votes >= best.votes) best = { width, votes, lower: lows };
  }
  return best;
}

/** True when the first word of `line` would not have fitted on the line before: that line is full. */
export function isFull(before: Line, line: Line, width: number): boolean {
  return before.width + 1 + firstWordLength(line.text) > width - 1;
}

export const continuesLower = (text: string): boolean => /^[\p{Ps}\p{Pi}"'’]*\p{Ll}/u.test(text.slice(0, 12));

function firstWordLength(text: string): number {
  const end = text.indexOf(' ');
  return end < 0 ? text.length : end;
}

/** The commonest run of blank lines before a paragraph; 0 when most lines that begin one have none. */
function spacingOf(lines: readonly Line[], wrap: number | null): number {
  const counts = new Map<number, number>();
  const long = wrap === null && lines.filter((line) => line.text.length >= 60).length >= 3;
  for (let at = 1; at < lines.length; at++) {
    const [before, line] = [lines[at - 1]!, lines[at]!];
    if (long && (line.text.length < 60 || before.text.length < 60)) continue;
    if (line.text.length < 20 && before.text.length < 20) continue;
    const inside =
      line.gap === 0 &&
      (wrap === null ? continuesLower(line.text) : isFull(before, line, wrap) || continuesLower(line.text));
    if (!inside) counts.set(line.gap, (counts.get(line.gap) ?? 0) + 1);
  }
  let best = 1;
  for (const [gap, count] of counts) if (count > (counts.get(best) ?? 0)) best = gap;
  return Math.min(best, 4);
}

function commonIndent(lines: readonly Line[], wrap: number | null): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const weight = wrap === null ? Math.min(line.text.length, 2000) : line.text.length;
    if (line.depth === 0) counts.set(line.indent, (counts.get(line.indent) ?? 0) + weight);
  }
  let best = 0;
  for (const [indent, weight] of counts) if (weight > (counts.get(best) ?? 0)) best = indent;
  return best;
}

/** Where a line is a paragraph: most long lines that are neither items nor notes stand in by as much. */
function firstLineUnwrapped(lines: readonly Line[], indent: number): number | null {
  const counts = new Map<number, number>();
  let long = 0;
  for (const line of lines) {
    if (line.text.length < 100 || line.depth > 0 || itemMarkOf(line.text) !== null) continue;
    long++;
    const deeper = line.indent - indent;
    if (deeper > 0 && deeper <= 12) counts.set(deeper, (counts.get(deeper) ?? 0) + 1);
  }
  const [deeper, count] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [0, 0];
  return count >= 2 && count >= long * 0.6 ? deeper : null;
}

/**
 * Paragraphs begin indented: many lines stand alone a few columns in, with lines at the common indent after them. Where a line is a
 * paragraph, the common indent already is the paragraph's, and nothing more is meant by it.
 */
function firstLineOf(lines: readonly Line[], wrap: number | null, indent: number): number | null {
  if (wrap === null) return firstLineUnwrapped(lines, indent);
  const counts = new Map<number, number>();
  let starts = 0;
  for (let at = 0; at + 1 < lines.length; at++) {
    const [line, next] = [lines[at]!, lines[at + 1]!];
    if (next.gap > 0 || next.indent !== indent || !isFull(line, next, wrap)) continue;
    const begins = at === 0 || line.gap > 0 || line.indent > indent;
    if (!begins) continue;
    starts++;
    const deeper = line.indent - indent;
    if (deeper > 0 && deeper <= 12) counts.set(deeper, (counts.get(deeper) ?? 0) + 1);
  }
  const [deeper, count] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [0, 0];
  return count >= 3 && count >= starts * 0.4 ? deeper : null;
}
