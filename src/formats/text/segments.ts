import { isByline } from './byline.ts';
import type { Cut } from './cut.ts';
import { wholeDate } from './dates.ts';
import { FURNITURE_PHRASES } from './furniture-phrases.ts';
import { followsMark, type ItemMark, itemMarkOf } from './item-mark.ts';
import { continuesLower, isFull, type Layout, wrapOf } from './layout.ts';
import { type Line, leastIndent } from './lines.ts';
import { metadataLine } from './metadata-keys.ts';
import { isTable } from './table.ts';
import { verseRuns } from './verse.ts';

/** Lines that belong together: a paragraph, a stanza, an item, a rule … What it is for is decided later. */
export interface Segment {
  readonly shape: 'prose' | 'verse' | 'table' | 'rule';
  readonly lines: readonly Line[];
  /** Blank lines before it. */
  readonly gap: number;
  /** How it begins when it begins as an item or a note body does. */
  readonly mark: ItemMark | null;
  /** Underlined with `===` or `---`. */
  readonly underlined: boolean;
}

/** Lines into segments: a blank line always parts, a line end parts or joins as the layout and the line itself say. */
export function segmentLines(lines: readonly Line[], layout: Layout, cuts: readonly Cut[] = []): readonly Segment[] {
  const segments: Segment[] = [];
  const cutOf =
    cuts.length === 0
      ? () => null
      : (line: Line) => cuts.findLast((cut) => line.number >= cut.first && line.number <= cut.last) ?? null;
  let start = 0;
  for (let at = 1; at <= lines.length; at++) {
    const [before, line] = [lines[at - 1]!, lines[at]];
    const cut = cutOf(before);
    const whole = cut !== null && ONE_PIECE.has(cut.as);
    if (line && cutOf(line) === cut && (whole || (line.gap === 0 && line.depth === before.depth && !line.page)))
      continue;
    const chunk = lines.slice(start, at);
    if (whole)
      segments.push({ ...segmentOf(chunk, cut.as === 'verse' ? 'verse' : 'prose'), mark: itemMarkOf(chunk[0]!.text) });
    else splitChunk(chunk, layout, segments);
    start = at;
  }
  return segments;
}

/** What an editor says is one of these is one, however its lines would have been parted. */
const ONE_PIECE: ReadonlySet<string> = new Set(['paragraph', 'quotation', 'verse', 'heading', 'note']);

/** Signs that stand alone between two sections, or draw a line. */
export const isRule = (text: string): boolean =>
  text.length < 200 && (/^(?:[*＊⁂•·.~=_—–―\-#§+×oO❦❧☙✦✻◆■∗]\s*)+$/u.test(text) ? isSigns(text) : false);

function isSigns(text: string): boolean {
  const signs = text.replace(/\s+/g, '');
  if (/^[oO]+$/.test(signs)) return signs.length >= 3 && /\s/.test(text);
  if (/^[-.+=]$/.test(signs) || /^\.{1,3}$/.test(signs)) return false;
  return true;
}

function splitChunk(chunk: readonly Line[], layout: Layout, into: Segment[]): void {
  if (chunk.length >= 2 && isTable(chunk)) {
    into.push(segmentOf(chunk, 'table'));
    return;
  }
  const wrap = chunkWrap(chunk, layout);
  let at = 0;
  for (const run of verseRuns(chunk, wrap, layout)) {
    if (run.start > at) splitProse(chunk.slice(at, run.start), wrap, layout, into);
    into.push(segmentOf(chunk.slice(run.start, run.end), 'verse'));
    at = run.end;
  }
  if (at < chunk.length) splitProse(chunk.slice(at), wrap, layout, into);
}

/** Quotations and notes are often wrapped narrower than the rest, or are all that was wrapped. */
function chunkWrap(chunk: readonly Line[], layout: Layout): number | null {
  if (chunk.length < 4) return layout.wrap;
  const own = wrapOf(chunk);
  const least = leastIndent(chunk);
  const wide = own.width - least >= (own.pairs >= 6 ? 30 : 40);
  const clear = wide && own.votes >= own.pairs * 0.8 && own.lower >= own.votes * 0.4;
  return clear && (layout.wrap === null || own.width < layout.wrap - 2) ? own.width : layout.wrap;
}

function splitProse(chunk: readonly Line[], wrap: number | null, layout: Layout, into: Segment[]): void {
  let start = 0;
  let mark = itemMarkOf(chunk[0]!.text);
  let inMetadata = false;
  const flush = (end: number, underlined = false) => {
    if (end > start) into.push({ ...segmentOf(chunk.slice(start, end), 'prose'), mark, underlined });
  };
  for (let at = isRule(chunk[0]!.text) ? 0 : 1; at < chunk.length; at++) {
    const line = chunk[at]!;
    if (isRule(line.text)) {
      const underlined = at - start === 1 && isUnderline(chunk[start]!, line);
      flush(at, underlined);
      if (!underlined) into.push(segmentOf([line], 'rule'));
      start = at + 1;
      mark = chunk[start] ? itemMarkOf(chunk[start]!.text) : null;
      at = start < chunk.length && isRule(chunk[start]!.text) ? start - 1 : start;
      continue;
    }
    const next = itemMarkOf(line.text);
    inMetadata ||= metadataLine(chunk[start]!.text) !== null;
    const keyed = inMetadata && metadataLine(line.text) !== null;
    const begins =
      keyed || beginsItem({ chunk, at, mark, next, wrap }) || !joins({ chunk, start, at, wrap, layout, mark });
    if (!begins) continue;
    flush(at);
    start = at;
    mark = next;
  }
  flush(chunk.length);
}

const isUnderline = (title: Line, rule: Line): boolean =>
  /^(?:={3,}|-{3,}|~{3,}|_{3,}|\*{5,})$/.test(rule.text) &&
  title.text.length <= 100 &&
  rule.text.length <= title.text.length * 2 + 6;

interface ItemPlace {
  readonly chunk: readonly Line[];
  readonly at: number;
  readonly mark: ItemMark | null;
  readonly next: ItemMark | null;
  readonly wrap: number | null;
}

/** A mark at the start of a wrapped line may be a call that fell there: it begins an item only after a short line or after its predecessor. */
function beginsItem({ chunk, at, mark, next, wrap }: ItemPlace): boolean {
  if (!next) return false;
  if (wrap === null) return next.form !== 'bare' || !breaksOff(chunk[at - 1]!, chunk[at]!);
  if (mark && followsMark(mark, next)) return true;
  const before = chunk[at - 1]!;
  return !isFull(before, chunk[at]!, wrap) || (/[:.]$/.test(before.text) && before.width < wrap - 12);
}

interface JoinPlace {
  readonly chunk: readonly Line[];
  readonly start: number;
  readonly at: number;
  readonly wrap: number | null;
  readonly layout: Layout;
  readonly mark: ItemMark | null;
}

function joins({ chunk, start, at, wrap, layout, mark }: JoinPlace): boolean {
  const [before, line, next] = [chunk[at - 1]!, chunk[at]!, chunk[at + 1]];
  const hanging = mark !== null && line.indent > chunk[start]!.indent;
  const full = wrap !== null && isFull(before, line, wrap);
  if (!full && at - start <= 2 && line.number < HEAD_LINES && before.text.length < 100 && isHeadLine(line.text))
    return false;
  const lower = continuesLower(line.text) || /[\p{L}][-\u00AD¬]$/u.test(before.text);
  if (wrap === null) return lower ? !/[.!?…]["”»]?$/.test(before.text) : breaksOff(before, line);
  if (isFull(before, line, wrap)) return hanging || !opensIndented(before, line, next, layout);
  if (before.width >= wrap * 0.8 && breaksOff(before, line)) return true;
  // All but full, and paragraphs have blank lines between them.
  const near = before.width >= wrap * 0.92 && layout.spacing >= 1 && line.indent <= before.indent;
  if (near && at > start && before.text.length >= 60) return true;
  const halved = mark !== null && NOTE_FORMS.has(mark.form) && before.text.length >= 40;
  return lower || (hanging && !/[.!?:;]$/.test(before.text)) || (halved && !ENDS.test(before.text));
}

/** The sentence is not over, and a figure carries it on: "… was let again in / 1874 (the year of the flood) …". */
const breaksOff = (before: Line, line: Line): boolean =>
  before.text.length >= 60 && /[\p{L}\p{N},]$/u.test(before.text) && /^\(?\d{2,4}(?![\d.)\]])/.test(line.text);

const ENDS = /[.!?:;…]["”»’)\]]*$/;

/** Forms of a note's mark whose body, at the foot of a page, may be wrapped narrower than the text. */
const NOTE_FORMS: ReadonlySet<string> = new Set([
  'symbol',
  'bracketed',
  'superscript',
  'braced',
  'starred',
  'parenthesised',
]);

/** "par Robert Vial", "mardi 20 septembre 2016", "popularité : 3 %": each a fact of its own. */
const isHeadLine = (text: string): boolean =>
  text.length < 90 &&
  (isByline(text) ||
    wholeDate(text) !== null ||
    FURNITURE_PHRASES.some(({ why, pattern }) => PAGE_FACTS.has(why) && pattern.test(text)));

const PAGE_FACTS: ReadonlySet<string> = new Set(['counter', 'date-line']);

/** A title page stands among the first lines. */
const HEAD_LINES = 60;

/** A first line set in, where the lines around it are not. */
function opensIndented(before: Line, line: Line, next: Line | undefined, layout: Layout): boolean {
  if (line.indent <= before.indent) return false;
  if (layout.firstLine !== null) return line.indent - layout.indent >= Math.min(2, layout.firstLine);
  return line.indent >= before.indent + 2 && (!next || next.indent < line.indent) && !continuesLower(line.text);
}

function segmentOf(lines: readonly Line[], shape: Segment['shape']): Segment {
  return { shape, lines, gap: lines[0]!.gap, mark: null, underlined: false };
}
