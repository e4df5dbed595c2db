import { isByline } from './byline.ts';
import { wholeDate } from './dates.ts';
import { FURNITURE_PHRASES } from './furniture-phrases.ts';
import { itemMarkOf } from './item-mark.ts';
import { continuesLower, isFull, type Layout, wrapOf } from './layout.ts';
import { isLetterLine } from './letter-lines.ts';
import { type Line, leastIndent } from './lines.ts';
import { metadataLine } from './metadata-keys.ts';
import { nameLikeness } from './names.ts';

/**
 * Runs of lines within a chunk that were ended by their author and not by the margin: short, not filled up to the width, mostly
 * beginning with a capital. `end` is exclusive.
 */
export function verseRuns(
  chunk: readonly Line[],
  wrap: number | null,
  layout: Layout,
): readonly { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (let at = 0; at < chunk.length; ) {
    let end = at;
    while (end < chunk.length && isShort(chunk, end, wrap)) end++;
    // The last line of a wrapped paragraph is short too: it does not begin the verse under it.
    let start = at;
    if (at > 0 && wrap !== null && isFull(chunk[at - 1]!, chunk[at]!, wrap)) start++;
    while (start < end && /:$/.test(chunk[start]!.text)) start++;
    if (isVerse(chunk.slice(start, end), wrap, layout)) runs.push({ start, end });
    at = Math.max(end, at) + 1;
  }
  return runs;
}

function isShort(chunk: readonly Line[], at: number, wrap: number | null): boolean {
  const [line, next] = [chunk[at]!, chunk[at + 1]];
  if (line.text.length > 68) return false;
  if (wrap === null || !next) return true;
  return !isFull(line, next, wrap - 3);
}

/** A line of a menu, of a block of sources: short too, and no verse. */
const isPageLine = (text: string): boolean =>
  metadataLine(text) !== null || FURNITURE_PHRASES.some((row) => row.pattern.test(text));

/** A date, a byline, a person's name: what stands beside it is a title page. */
const isTitlePageLine = (text: string): boolean =>
  wholeDate(text) !== null || isByline(text) || nameLikeness(text) >= 0.9;

/** Where a paragraph is a line and a blank one parts them, as many short lines as long as each other are no paragraphs. */
const isStanza = (lines: readonly Line[], layout: Layout): boolean => {
  const lengths = lines.map((line) => line.text.length);
  return (
    layout.wrap === null &&
    layout.spacing >= 1 &&
    lines.length >= 4 &&
    Math.min(...lengths.slice(0, 400)) >= Math.max(...lengths.slice(0, 400)) * 0.55 &&
    lines.every((line) => line.text.split(/\s+/).length >= 4)
  );
};

/** "Who will carry the oil to the lamp, / And who will carry the man?": among paragraphs of a line each, two lines as long as each other. */
function isCouplet([one, other]: readonly Line[]): boolean {
  const [first, second] = [one!.text, other!.text];
  const alike = Math.min(first.length, second.length) >= Math.max(first.length, second.length) * 0.6;
  const worded = [first, second].every((text) => text.split(/\s+/).length >= 4 && /^["“«‘']?\s?\p{Lu}/u.test(text));
  return alike && worded && /[,;:—!?]$/.test(first) && /[.,;!?…]["”»’]?$/.test(second) && second.length >= 16;
}

function isVerse(lines: readonly Line[], wrap: number | null, layout: Layout): boolean {
  const count = lines.length;
  if (count < 2) return false;
  const share = (test: (line: Line) => boolean) => lines.filter(test).length / count;
  if (lines.filter((line) => /\p{L}-$/u.test(line.text)).length >= 2) return false;
  if (share((line) => itemMarkOf(line.text) !== null) >= 0.5) return false;
  if (share((line) => /^[—–-]\s|[:|>]/.test(line.text) && !/[,;.]$/.test(line.text)) > 0.34) return false;
  if (
    lines
      .slice(0, 4)
      .concat(lines.slice(-3))
      .some((line) => isLetterLine(line.text))
  )
    return false;
  const edge = lines[0]!.number < 200 || lines[0]!.number > layout.lastLine - 200;
  if (edge && lines.slice(0, 12).filter((line) => isPageLine(line.text)).length >= Math.min(count, 12) * 0.25)
    return false;
  if (edge && count <= 6 && lines.some((line) => isTitlePageLine(line.text))) return false;
  const words = lines.reduce((sum, line) => sum + line.text.split(/\s+/).length, 0) / count;
  if (words < 2.6 || share((line) => !/\p{Ll}/u.test(line.text)) > 0.5) return false;
  const own = wrapOf(lines);
  const least = leastIndent(lines);
  if (
    count >= 4 &&
    own.width - least >= (own.pairs >= 6 ? 30 : 45) &&
    own.votes >= own.pairs * 0.85 &&
    own.lower >= own.votes * 0.5
  )
    return false;
  const capitals = share((line) => /^[^\p{L}\p{N}]*\p{Lu}/u.test(line.text));
  const indented = lines.every((line) => line.indent >= layout.indent + 2);
  if (count === 2 && wrap === null) return layout.wrap === null && isCouplet(lines);
  if (count === 2)
    return indented && capitals === 1 && wrap !== null && lines.every((line) => line.width < wrap * 0.85);
  const stops = share((line) => /[.!?…]["”»’]?$/.test(line.text));
  if (capitals >= 0.7)
    return (
      stops < 0.75 ||
      indented ||
      isStanza(lines, layout) ||
      (stops === 0.75 && count === 4 && /,$/.test(lines[0]!.text))
    );
  const running = lines.some((line, at) => at > 0 && continuesLower(line.text) && !/[.!?…]$/.test(lines[at - 1]!.text));
  return (
    (wrap !== null && count >= 3 && lines.every((line) => line.width < wrap * 0.9)) ||
    (wrap === null && count >= 3 && running)
  );
}
