import { continuesLower, isFull, wrapOf } from './layout.ts';
import type { Line } from './lines.ts';

/** A typescript with a blank line after every line, as if it had none: where the lines so parted fill a common width, the blank ones say nothing. */
export function singleSpaced(lines: readonly Line[]): readonly Line[] {
  if (lines.filter((line) => line.gap === 1).length < lines.length * 0.6) return lines;
  const close = wrapOf(lines.map((line) => (line.gap === 1 ? { ...line, gap: 0 } : line)));
  const clear =
    close.pairs >= 6 && close.votes >= close.pairs * 0.7 && close.lower >= close.votes * 0.4 && close.width >= 38;
  if (!clear || close.votes < wrapOf(lines).votes * 2) return lines;
  return lines.map((line, at) => {
    const before = lines[at - 1];
    if (!before || line.gap !== 1) return { ...line, gap: Math.max(0, line.gap - 1) };
    const goesOn = isFull(before, line, close.width) || continuesLower(line.text);
    return { ...line, gap: goesOn ? 0 : 1 };
  });
}
