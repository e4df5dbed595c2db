import type { Line } from './lines.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Text joined from lines, each of whose characters still knows its place in the file. */
export interface Passage {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly offset: number;
  readonly line: number;
  readonly start: number;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Lines as one text: wrapped ones with a space, verse and tables with a line end. A word broken at a line's end is made whole where it may be. */
export function joinLines(lines: readonly Line[], separator: ' ' | '\n', vocabulary: Vocabulary): Passage {
  if (lines.length === 1) {
    const [line] = lines as [Line];
    return { text: line.text, pieces: [{ offset: 0, line: line.number, start: line.start }] };
  }
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let offset = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const next = lines[at + 1];
    pieces.push({ offset, line: line.number, start: line.start });
    let text = line.text;
    if (next) text = separator === '\n' ? `${text}\n` : endOf(text, next.text, vocabulary);
    parts.push(text);
    offset += text.length;
  }
  return { text: parts.join(''), pieces };
}

/** The line with what joins it to the next: a space, nothing after a hyphen that stays, or its hyphen taken away. */
function endOf(text: string, next: string, vocabulary: Vocabulary): string {
  if (!/\p{L}[-\u00AD¬\u2010]$/u.test(text) || !/^\p{L}/u.test(next))
    return /[\p{L}\p{N}][—–]$/u.test(text) ? text : `${text} `;
  const sign = text.at(-1);
  if (sign === '\u00AD' || sign === '¬') return text.slice(0, -1);
  const left = /[\p{L}\p{N}'’-]+$/u.exec(text.slice(0, -1).slice(-60))?.[0] ?? '';
  const right = /^[\p{L}\p{N}'’]+(?:-[\p{L}]+)*/u.exec(next.slice(0, 60))?.[0] ?? '';
  return vocabulary.joins(left, right) ? text.slice(0, -1) : text;
}

/** Line and column, both from 1, of the character at `offset`; columns count characters. */
export function placeOf(passage: Passage, offset: number): Place {
  let low = 0;
  let high = passage.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (passage.pieces[middle]!.offset <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = passage.pieces[low]!;
  let columns = offset - piece.offset;
  if (hasPairs(passage)) {
    for (let at = piece.offset; at < offset; at++) if ((passage.text.charCodeAt(at) & 0xfc00) === 0xdc00) columns--;
  }
  return { line: piece.line, column: piece.start + columns + 1 };
}

/** Whether any character takes two units; asked once a passage, since a line may be very long and hold very many calls. */
function hasPairs(passage: Passage): boolean {
  const known = PAIRS.get(passage);
  if (known !== undefined) return known;
  const found = /[\uDC00-\uDFFF]/.test(passage.text);
  PAIRS.set(passage, found);
  return found;
}

const PAIRS = new WeakMap<Passage, boolean>();
