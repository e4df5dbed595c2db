import type { Problem } from '#domain/problem.ts';
import type { Fence } from './fence.ts';
import { DEEPEST_NESTING, LONGEST_RUN, MOST_MARKS, WIDEST_INDENT } from './limits.ts';
import { protectVerse } from './verse-lines.ts';

interface Taming {
  readonly problems: Problem[];
  /** Of the run's first line, from 1. */
  readonly line: number;
  /** The fence open before the run. */
  readonly fence: Fence | null;
}

/** Makes a run of lines safe for the parser: bounded nesting, indentation, marks and length. An ordinary run comes back as it is, a very long one in parts. */
export function tameRun(lines: readonly string[], taming: Taming): readonly string[] {
  let tamed = lines.map((line, index) => tameLine(line, taming, index));
  if (taming.fence?.verse || tamed.some((line) => line.includes(':::verse'))) tamed = protectVerse(tamed, taming.fence);
  const text = tamed.join('\n');
  const isCode = taming.fence !== null && taming.fence.mark !== ':';
  if (isCode || text.length <= MOST_MARKS || !isTooDense(text)) return [text];
  report(taming, 'paragraph-divided', 'A paragraph too long to be read as one was divided', 0);
  return divideRun(text);
}

function tameLine(line: string, taming: Taming, index: number): string {
  if (line.length <= DEEPEST_NESTING) return line;
  const indent = /^[ \t]*/.exec(line)![0].length;
  const kept = indent > WIDEST_INDENT ? line.slice(indent - WIDEST_INDENT) : line;
  const nested = NESTED.exec(kept)?.[0];
  if (nested === undefined && kept === line) return line;
  report(taming, 'nested-too-deep', 'Nested too deep: shown as typed from here on', index);
  if (nested === undefined) return kept;
  return nested + kept.slice(nested.length).replace(/^\d{0,9}/, '$&\\');
}

/*
 * > > > - > text
 * ^^^^^^^^^^       one mark more than may stand inside one another
 */
const NESTED = new RegExp(
  `^(?:[ \\t]*(?:>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${DEEPEST_NESTING}}[ \\t]*(?=[>*+-]|\\d{1,9}[.)])`,
);

/** What makes the parser work: marks, escaped or not, and line ends. */
const MARKS = /\\?[*_~`[\]<&|\n]|\\\\|:(?=[a-z]+\[)/g;

function isTooDense(text: string): boolean {
  if (text.length > LONGEST_RUN) return true;
  let marks = 0;
  for (const _ of text.matchAll(MARKS)) {
    marks += 1;
    if (marks > MOST_MARKS) return true;
  }
  return false;
}

/** Parts of half the bounds, so that what writing adds never divides them again; cut at a line's end, else at a space. */
function divideRun(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  while (start < text.length) {
    const limit = limitAfter(text, start);
    const end = limit >= text.length ? limit : cutBefore(text, start, limit);
    const part = text.slice(start, end).replace(/^[ \t\n]+|[ \t\n]+$/g, '');
    if (part !== '') parts.push(part);
    start = end;
  }
  return parts;
}

function limitAfter(text: string, start: number): number {
  MARKS.lastIndex = start;
  const farthest = Math.min(text.length, start + LONGEST_RUN / 4);
  for (let marks = 0; marks < MOST_MARKS / 2; marks += 1) {
    const found = MARKS.exec(text);
    if (found === null || found.index >= farthest) return farthest;
  }
  return Math.min(farthest, MARKS.lastIndex);
}

function cutBefore(text: string, start: number, limit: number): number {
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark, limit);
    if (at > start) return at;
  }
  let at = limit;
  while (at > start + 1 && (text[at - 1] === '\\' || /[\udc00-\udfff]/.test(text[at] ?? ''))) at -= 1;
  return at;
}

function report({ problems, line }: Taming, code: string, message: string, index: number): void {
  if (!problems.some((problem) => problem.code === code)) problems.push({ code, message, line: line + index });
}
