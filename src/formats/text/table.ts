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
  const columned = rows.filter((line) => /\S(?: {3,}| {2,}\S.*? {2,})\S/.test(line.text)).length;
  return rows.length >= 3 && columned >= rows.length * 0.8;
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
