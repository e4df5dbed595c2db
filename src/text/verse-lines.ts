import { escapeLineStart } from './escape-text.ts';
import { closes, type Fence, opened } from './fence.ts';

/**
 * Makes every line within `:::verse` a line of verse: a list, a heading or a table has no place there ("- Oui, dit-elle"),
 * and spaces before a line, which Markdown drops, are its indentation.
 */
export function protectVerse(lines: readonly string[], before: Fence | null): string[] {
  let open: Opening | null = before && { prefix: ' '.repeat(before.indent), fence: before };
  return lines.map((line) => {
    if (open === null || isOtherDirective(open.fence)) {
      open = openingOf(line) ?? open;
      return line;
    }
    const at = prefixLength(line, open.prefix);
    const rest = line.slice(at ?? 0);
    const { fence } = open;
    if (at !== null && !closes(rest, fence)) return fence.verse ? line.slice(0, at) + protectLine(rest) : line;
    open = null;
    return line;
  });
}

/** `:::lang` and the like hold blocks, verse among them. */
const isOtherDirective = ({ mark, verse }: Fence): boolean => mark === ':' && !verse;

/** A line of verse as Markdown must be given it. */
function protectLine(line: string): string {
  const indent = /^[ \t]*/.exec(line)![0];
  if (indent === line) return line;
  const kept = indent.replaceAll('\t', '    ').replaceAll(' ', '\u00a0');
  if (kept !== '') return kept + line.slice(indent.length);
  return OTHER_MARK.test(line) ? `\\${line}` : escapeLineStart(line);
}

/** What begins a list, a fence or a break and in ordinary text is escaped wherever it stands. */
const OTHER_MARK = /^(?:\*(?:[ \t]|$)|`{3}|~{3}|([*_])[ \t]*(?:\1[ \t]*){2,}$)/;

interface Opening {
  /** Marks of quotations and lists, and white space, before the fence. */
  readonly prefix: string;
  readonly fence: Fence;
}

function openingOf(line: string): Opening | null {
  const prefix = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/.exec(line)![0];
  const fence = opened(line.slice(prefix.length));
  return fence === null || isOtherDirective(fence) ? null : { prefix, fence };
}

/*
 * > - :::verse
 * >   A line
 * ^^^^            as much of the opening's prefix as this line has; null where its quotation has ended
 */
function prefixLength(line: string, prefix: string): number | null {
  let at = 0;
  for (const mark of prefix) {
    if (mark === '>' && line[at] !== '>') return null;
    if (mark === '>' || line[at] === ' ' || line[at] === '\t') at += 1;
  }
  return at;
}
