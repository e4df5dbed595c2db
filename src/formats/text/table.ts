import type { Line } from './lines.ts';

/** Cells drawn with pipes, tabs, or runs of spaces, on nearly every line of the chunk. */
export function isTable(chunk: readonly Line[]): boolean {
  const rows = chunk.filter((line) => !isTableRule(line.text));
  if (rows.length < 2 || chunk.some((line) => line.text.length > 400)) return false;
  const piped = rows.filter(
    (line) => (line.text.match(/\|/g)?.length ?? 0) >= (line.text.startsWith('|') ? 2 : 1),
  ).length;
  if (piped === rows.length)
    return new Set(rows.map((line) => cellsOf(line.text).length)).size <= 2 && rows.length >= 2;
  if (rows.every((line) => line.text.includes('\t'))) return true;
  return rows.length >= 3 && (hasColumns(rows) || hasAsManyCells(rows));
}

/** Cells begin at the same columns, line after line; the spaces that justify a typed line fall anywhere. */
function hasColumns(rows: readonly Line[]): boolean {
  const counts = new Map<number, number>();
  let gapped = 0;
  for (const row of rows) {
    const starts = cellStarts(row);
    if (starts.length > 0) gapped++;
    for (const start of starts) counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  return gapped >= rows.length * 0.75 && Math.max(0, ...counts.values()) >= rows.length * 0.6;
}

/** Figures centred or set to the right begin nowhere alike; but every row has as many of them, wide apart. */
function hasAsManyCells(rows: readonly Line[]): boolean {
  const counts = rows.map((row) => row.text.split(/ {3,}/).length);
  const most = counts.reduce((one, other) => Math.max(one, other), 0);
  const figures = rows.filter((row) => /\d/.test(row.text)).length;
  return (
    most >= 2 && counts.filter((count) => count === most).length >= rows.length * 0.8 && figures >= rows.length * 0.6
  );
}

/** Where a word, or a right-aligned figure, stands after two spaces or more. */
function cellStarts(row: Line): readonly number[] {
  const starts: number[] = [];
  for (const found of row.text.matchAll(/(?<=\S) {2,}(?=\S)/g)) starts.push(row.indent + found.index + found[0].length);
  return starts;
}

export const isTableRule = (text: string): boolean => /^[|+:=\-_ \t]+$/.test(text) && /[-=_]{2}/.test(text);

export function cellsOf(text: string): readonly string[] {
  if (text.includes('|'))
    return text
      .replace(/^\|/, '')
      .replace(/\|$/, '')
      .split('|')
      .map((cell) => cell.trim());
  return text.split(/\t+| {2,}/).map((cell) => cell.trim());
}
