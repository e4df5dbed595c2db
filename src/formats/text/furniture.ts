import { FURNITURE_PHRASES, type FurniturePhrase } from './furniture-phrases.ts';
import { isNotesHeading } from './notes-heading.ts';
import type { Segment } from './segments.ts';

/** Segments that are parts of a copied page and no part of its text, each with why. */
export type FoundFurniture = ReadonlyMap<number, string>;

/**
 * What the phrases tell by themselves, before notes and metadata are known: furniture anywhere ('line'), furniture at the edges, and the
 * point below the text from which everything is furniture. Prose above that point is never touched.
 */
export function findFurniture(segments: readonly Segment[]): FoundFurniture {
  const rows = segments.map(phraseOf);
  const found = new Map<number, string>();
  const { first, last } = proseEdges(segments, rows);
  const end = endPoint(segments, rows, last);
  for (let at = 0; at < segments.length; at++) {
    const row = rows[at];
    if (at >= end) found.set(at, row?.why ?? rows[end]!.why);
    else if (row && (row.reach === 'line' || at < first || at > last)) found.set(at, row.why);
  }
  for (const { from, to, why } of wrappings(segments))
    for (let at = from; at < to; at++) found.set(at, found.get(at) ?? why);
  for (let at = last + 2; at + 1 < segments.length; at++) {
    const between =
      found.has(at - 1) &&
      found.get(at - 1) !== 'postscript' &&
      segments.slice(at + 1, at + 6).some((_, more) => found.has(at + 1 + more));
    if (between && !found.has(at) && isLoose(segments[at]!)) found.set(at, 'unknown');
  }
  return found;
}

/** What an electronic book is wrapped in: all above its line of beginning, all below its line of end; and who sent a message. */
function wrappings(
  segments: readonly Segment[],
): readonly { readonly from: number; readonly to: number; readonly why: string }[] {
  const isAt = (pattern: RegExp) => (segment: Segment) => pattern.test(segment.lines[0]!.text);
  const start = segments.slice(0, MOST_WRAPPING).findIndex(isAt(BOOK_BEGINS));
  const end = segments.findIndex(isAt(BOOK_ENDS));
  const ends = end > start && end > segments.length * 0.3;
  const to = segments.length;
  return [
    { from: 0, to: Math.max(start, 0), why: 'ebook' },
    { from: ends ? end : to, to, why: 'ebook' },
    { from: signatureAt(segments), to, why: 'signature' },
  ];
}

/** Under the two dashes that part a message from its sender's name and addresses. */
function signatureAt(segments: readonly Segment[]): number {
  const at = segments.findLastIndex((segment) => segment.shape === 'rule' && segment.lines[0]!.text === '--');
  const below = at < 0 ? [] : segments.slice(at + 1);
  const words = below.reduce((sum, segment) => sum + wordsOf(segment), 0);
  const addressed = below.some((segment) => segment.lines.some(({ text }) => /\S@\S|https?:|www\./.test(text)));
  return words <= 40 && addressed ? at + 1 : segments.length;
}

const MOST_WRAPPING = 60;
const BOOK_BEGINS = /^\*{2,3}\s?start of (?:the|this) .{0,30}e-?book/i;
const BOOK_ENDS = /^(?:\*{2,3}\s?end of (?:the|this) .{0,30}e-?book|end of (?:the )?project gutenberg)/i;

/** A few words without a mark: between two lines of furniture below the text, more furniture. */
const isLoose = (segment: Segment): boolean =>
  segment.shape !== 'rule' && segment.mark === null && !isNotesHeading(segment) && wordsOf(segment) < 12;

export function phraseOf(segment: Segment): FurniturePhrase | null {
  if (segment.shape === 'rule' || segment.lines.length > 3 || isNotesHeading(segment)) return null;
  const text = segment.lines.map((line) => line.text).join(' ');
  if (text.length > 220) return null;
  return FURNITURE_PHRASES.find((row) => row.pattern.test(text)) ?? null;
}

/** First and last segment that is clearly running text; in a text without a long paragraph, that is at least a sentence. */
function proseEdges(
  segments: readonly Segment[],
  rows: readonly (FurniturePhrase | null)[],
): { first: number; last: number } {
  for (const fewest of [18, 7]) {
    const isText = (segment: Segment, at: number) =>
      !rows[at] && segment.shape !== 'rule' && (segment.shape === 'verse' || wordsOf(segment) >= fewest);
    const first = segments.findIndex(isText);
    if (first >= 0) return { first, last: segments.findLastIndex(isText) };
  }
  return { first: Math.min(3, segments.length), last: segments.length };
}

const wordsOf = (segment: Segment): number =>
  segment.lines.reduce((sum, line) => sum + line.text.slice(0, 400).split(/\s+/).length, 0);

/**
 * The first closing phrase with less prose after it than before: comments may be long, but a "Discussion" heading in the middle of a text
 * ends nothing unless what follows says so too.
 */
function endPoint(segments: readonly Segment[], rows: readonly (FurniturePhrase | null)[], last: number): number {
  const before = new Float64Array(segments.length + 1);
  for (let at = 0; at < segments.length; at++) before[at + 1] = before[at]! + wordsOf(segments[at]!);
  const total = before[segments.length]!;
  for (let at = 0; at < segments.length; at++) {
    const row = rows[at];
    if (row?.reach !== 'end' || before[at]! < total * 0.4) continue;
    const follow = rows.slice(at + 1, at + 16).filter((next) => next !== null).length;
    const noteBelow = segments.slice(at + 1).some((segment) => isNotesHeading(segment));
    if (at > last ? !noteBelow || follow >= 2 : follow >= 2 && !noteBelow) return at;
  }
  return segments.length;
}
