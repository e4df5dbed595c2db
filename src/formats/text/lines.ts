/** One line of the file that is not blank. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without white space at its ends, and without the `>` of a quoted line. */
  readonly text: string;
  /** Where `text` begins in the file's line, in UTF-16 units. */
  readonly start: number;
  /** Columns of white space before it, a tab reaching the next multiple of four. */
  readonly indent: number;
  /** Columns in all. */
  readonly width: number;
  /** Blank lines between it and the line before. */
  readonly gap: number;
  /** `>` signs before it. */
  readonly depth: number;
  /** A page of the original ends between the line before and this one. */
  readonly page: boolean;
}

/** What stands furthest to the left. Not `Math.min(...)`: a paragraph may have more lines than a call may have arguments. */
export const leastIndent = (lines: readonly Line[]): number =>
  lines.reduce((least, line) => Math.min(least, line.indent), Number.POSITIVE_INFINITY);

/** The lines that hold something, with what the blank ones say kept as `gap`. A form feed is white space that ends a page. */
export function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let page = false;
  const raws = text.split(LINE_END);
  for (let index = 0; index < raws.length; index++) {
    const raw = raws[index]!;
    if (raw.includes('\f')) page = true;
    const quoted = raw.charCodeAt(0) === 62 || raw.trimStart().startsWith('>') ? quotePrefix(raw) : NO_PREFIX;
    const rest = quoted.length > 0 ? raw.slice(quoted.length) : raw;
    const trimmed = rest.trim();
    if (trimmed === '') {
      gap++;
      continue;
    }
    const lead = rest.length - rest.trimStart().length;
    const indent = columnsOf(rest, lead);
    const start = quoted.length + lead;
    lines.push({
      number: index + 1,
      text: trimmed,
      start,
      indent,
      width: indent + trimmed.length,
      gap,
      depth: quoted.depth,
      page,
    });
    gap = 0;
    page = false;
  }
  return lines;
}

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/;
const NO_PREFIX = { length: 0, depth: 0 };

/** "> > text": two deep, four characters. A lone ">" inside a menu ("> Home") is told apart later. */
function quotePrefix(raw: string): { readonly length: number; readonly depth: number } {
  let length = 0;
  let depth = 0;
  for (; length < raw.length; length++) {
    const character = raw[length];
    if (character === '>') depth++;
    else if (character !== ' ' && character !== '\t') break;
    if (depth > 0 && character === ' ' && raw[length + 1] !== '>') {
      length++;
      break;
    }
  }
  return depth === 0 ? NO_PREFIX : { length, depth };
}

function columnsOf(text: string, length: number): number {
  let columns = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === 9) columns += 4 - (columns % 4);
    else if (code === 0x2003) columns += 2;
    else if (code !== 12 && code !== 0xfeff && code !== 0x200b) columns++;
  }
  return columns;
}
