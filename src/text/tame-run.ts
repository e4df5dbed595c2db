import type { Problem } from '#domain/problem.ts';
import type { Fence } from './fence.ts';
import { DEEPEST_NESTING, DIVIDED_RUN, LONGEST_RUN, MOST_MARKS, WIDEST_INDENT } from './limits.ts';
import { protectVerse } from './verse-lines.ts';

interface Taming {
  readonly problems: Problem[];
  /** Of the run's first line, from 1. */
  readonly line: number;
  /** The fence open before the run. */
  readonly fence: Fence | null;
}

/** Makes a run of lines safe for the parser: bounded nesting, indentation, marks and length. An ordinary run comes back as it is. */
export function tameRun(lines: readonly string[], taming: Taming): string {
  let tamed = lines.map((line, index) => tameLine(line, taming, index));
  if (taming.fence?.verse || tamed.some((line) => line.includes(':::verse'))) tamed = protectVerse(tamed, taming.fence);
  const text = tamed.join('\n');
  return text.length > MOST_MARKS ? divideLong(escapeMarks(text, taming), taming) : text;
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

function escapeMarks(text: string, taming: Taming): string {
  if (taming.fence !== null && taming.fence.mark !== ':') return text;
  let marks = 0;
  for (const _ of text.matchAll(MARKS)) if (_[0].length === 1) marks += 1;
  if (marks <= MOST_MARKS) return text;
  report(taming, 'marks-too-many', 'Too many marks in one paragraph: shown as typed', 0);
  return text.replace(MARKS, (found) => (found.length === 1 ? `\\${found}` : found));
}

/** A mark, or an escaped character, which is none. */
const MARKS = /\\[\\*_~`[\]<&:]|[*_~`[\]<&]|:(?=[a-z]+\[)/g;

function divideLong(text: string, taming: Taming): string {
  if (text.length <= LONGEST_RUN) return text;
  report(taming, 'paragraph-divided', 'A paragraph too long to be read as one was divided', 0);
  const parts: string[] = [];
  let at = 0;
  while (text.length - at > DIVIDED_RUN) {
    const end = divisionBefore(text, at + DIVIDED_RUN, at);
    parts.push(text.slice(at, end));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.map((part) => part.trim()).join('\n\n');
}

/** The last line end, else space, else any place, before `limit`; never between a backslash and what it escapes. */
function divisionBefore(text: string, limit: number, start: number): number {
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark, limit);
    if (at > start + DIVIDED_RUN / 2) return at;
  }
  let at = limit;
  while (at > start + 1 && (text[at - 1] === '\\' || /[\udc00-\udfff]/.test(text[at] ?? ''))) at -= 1;
  return at;
}

function report({ problems, line }: Taming, code: string, message: string, index: number): void {
  if (!problems.some((problem) => problem.code === code)) problems.push({ code, message, line: line + index });
}
