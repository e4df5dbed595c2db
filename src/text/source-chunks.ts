import type { Problem } from '#domain/problem.ts';
import { type Fence, fenceAfter } from './fence.ts';
import { LONGEST_RUN } from './limits.ts';
import { tameRun } from './tame-run.ts';

/** A part of a source that parses by itself. */
export interface SourceChunk {
  readonly text: string;
  /** Where it stands in the source: lines and characters before it. */
  readonly line: number;
  readonly offset: number;
}

/** Small enough that the parser's lists of tokens stay small, large enough that starting it is not what takes the time. */
const CHUNK = 16_000;

/**
 * Divides a body where nothing can run on: at a blank line before an unindented line that continues no list, outside fences.
 * So memory and time grow with the source and not with the square of it, whatever stands in it.
 */
export function divideSource(body: string, problems: Problem[], firstLine: number): SourceChunk[] {
  const chunks: SourceChunk[] = [];
  let open: OpenChunk | null = null;
  let fence: Fence | null = null;
  const close = (): void => {
    if (open !== null) chunks.push({ text: open.text.join('\n'), line: open.line, offset: open.offset });
    open = null;
  };
  const add = (lines: readonly string[], { line, offset }: Run): void => {
    open ??= { text: [], size: 0, line, offset };
    for (const text of lines) {
      open.text.push(text);
      open.size += text.length + 1;
    }
  };
  for (const run of runsOf(body)) {
    const size: number = (open as OpenChunk | null)?.size ?? 0;
    if (size > CHUNK && (size > LONGEST_RUN || (fence === null && standsAlone(run.lines[0]!)))) {
      if (size > LONGEST_RUN) problems.push(divided(firstLine + run.line));
      close();
      fence = null;
    }
    const parts = tameRun(run.lines, { problems, line: firstLine + run.line, fence });
    fence = fenceAfter(run.lines, fence);
    parts.forEach((part, index) => {
      if (index > 0) close();
      add([part], run);
    });
    add(run.blankLines, run);
  }
  close();
  return chunks;
}

interface OpenChunk {
  readonly text: string[];
  size: number;
  readonly line: number;
  readonly offset: number;
}

interface Run {
  readonly lines: readonly string[];
  readonly line: number;
  readonly offset: number;
  /** As they stand: in code their spaces count. */
  readonly blankLines: readonly string[];
}

/** Lines up to a blank one, and how many blank ones follow. */
function* runsOf(body: string): Generator<Run> {
  let lines: string[] = [];
  let blankLines: string[] = [];
  let line = 0;
  let start = 0;
  let number = 0;
  for (let at = 0; at <= body.length; number += 1) {
    const found = body.indexOf('\n', at);
    const end = found === -1 ? body.length : found;
    const text = body.slice(at, end);
    if (/^[ \t]*$/.test(text)) {
      if (lines.length > 0) blankLines.push(text);
    } else {
      if (blankLines.length > 0 && lines.length > 0) {
        yield { lines, line, offset: start, blankLines };
        lines = [];
      }
      if (lines.length === 0) {
        line = number;
        start = at;
      }
      blankLines = [];
      lines.push(text);
    }
    at = end + 1;
  }
  if (lines.length > 0) yield { lines, line, offset: start, blankLines };
}

/** True for a first line that no list or note above can take in. */
function standsAlone(line: string): boolean {
  return !/^[ \t]|^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/.test(line);
}

const divided = (line: number): Problem => ({
  code: 'source-divided',
  message: 'Too long to be read as one: divided here',
  line,
});
