import type { Line } from './lines.ts';

export interface Pages {
  /** The lines that are text; the first of each page says so. */
  readonly lines: readonly Line[];
  readonly removed: readonly { readonly line: Line; readonly why: string }[];
}

/** Takes out what pages leave in a typed or scanned text: numbers alone on their line, running heads. */
export function removePageLines(lines: readonly Line[]): Pages {
  const numbers = pageNumbers(lines);
  const heads = runningHeads(lines, numbers);
  if (numbers.size === 0 && heads.size === 0) return { lines, removed: [] };
  const kept: Line[] = [];
  const removed: { line: Line; why: string }[] = [];
  let page = false;
  let gap = 0;
  let removedSince = false;
  for (const [at, line] of lines.entries()) {
    const why = numbers.has(at) ? 'page-number' : heads.has(at) ? 'running-head' : null;
    if (why) {
      removed.push({ line, why });
      gap = Math.max(gap, line.gap);
      page = page || line.page;
      removedSince = true;
      continue;
    }
    kept.push(
      removedSince
        ? { ...line, gap: Math.min(1, Math.max(gap, line.gap)), page: true }
        : page
          ? { ...line, page }
          : line,
    );
    removedSince = false;
    page = false;
    gap = 0;
  }
  return { lines: kept, removed };
}

const NUMBER =
  /^[-–—~•·[(<|*\s]*(?:page|pg\.?|p\.?|seite|folio|f\.)?\s*(\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of|sur)\s*\d{1,4})?[-–—~•·\])>|*.\s]*$/i;
/** "164        AGNES BELL", "THE DRAINAGE OF FENNY LANE   165": capitals, or a wide space between. */
const HEAD_AND_NUMBER =
  /^[[(]?(\d{1,4})[\])]?(?:\s{3,}\D{3,70}|\s+[^\d\p{Ll}]{3,70})$|^(?:\D{3,70}\s{3,}|[^\d\p{Ll}]{3,70}\s)[[(]?(\d{1,4})[\])]?$/u;
const DRESSED = /^[-–—~•·[(<|*\s]*(?:(?:page|pg\.?|p\.)\s*\d|[-–—~•·[(<|]\s*\d)/i;

/**
 * Standing numbers that rise page by page. Bare "1", "2", "3" may number sections instead: they number pages when one of them stands in
 * the middle of a sentence, when they do not begin at 1, or when they are dressed as page numbers are ("- 12 -", "Page 12").
 */
function pageNumbers(lines: readonly Line[]): ReadonlySet<number> {
  const found: { at: number; value: number; dressed: boolean; mid: boolean; edge: boolean }[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.text.length > 90) continue;
    const match = NUMBER.exec(line.text) ?? (isAlone(lines, at) ? HEAD_AND_NUMBER.exec(line.text) : null);
    if (!match) continue;
    const value = /^\d/.test(match[1] ?? match[2]!) ? Number(match[1] ?? match[2]) : 0;
    if (value === 0 && !DRESSED.test(line.text) && !/^[ivxl]+$/.test(match[1] ?? '')) continue;
    found.push({
      at,
      value,
      dressed: DRESSED.test(line.text) || /\D\s{3,}\d|\d\s{3,}\D/.test(line.text),
      mid: breaksSentence(lines, at),
      edge: line.page || lines[at + 1]?.page === true,
    });
  }
  const rising = longestRise(found);
  if (rising.length === 0) return new Set();
  const strong = rising.filter((one) => one.dressed || one.mid || one.edge).length;
  const steady = rising.length >= 2 && (strong >= 1 || rising[0]!.value > 1);
  if (
    !steady &&
    !(
      rising.length === 1 &&
      (rising[0]!.mid || rising[0]!.edge || (rising[0]!.dressed && /p|\s{3}/i.test(lines[rising[0]!.at]!.text)))
    )
  )
    return new Set();
  return new Set(rising.map((one) => one.at));
}

/** With space around it, or a page's end. */
const isAlone = (lines: readonly Line[], at: number): boolean => {
  const [line, next] = [lines[at]!, lines[at + 1]];
  return (line.gap > 0 || line.page || at === 0) && (!next || next.gap > 0 || next.page);
};

function longestRise<T extends { readonly value: number }>(found: readonly T[]): readonly T[] {
  let best: T[] = [];
  let run: T[] = [];
  for (const one of found) {
    const before = run.at(-1);
    if (one.value === 0) continue;
    if (before && one.value > before.value && one.value - before.value <= 3) run.push(one);
    else if (!before || one.value !== before.value) run = [one];
    if (run.length > best.length) best = run;
  }
  return best;
}

/** The line before ends no sentence and the line after goes on in small letters. */
function breaksSentence(lines: readonly Line[], at: number): boolean {
  let above = at - 1;
  let below = at + 1;
  while (above > at - MOST_HEAD_LINES && above >= 0 && isHeadLike(lines[above]!.text)) above--;
  while (below < at + MOST_HEAD_LINES && below < lines.length && isHeadLike(lines[below]!.text)) below++;
  const [before, after] = [lines[above], lines[below]];
  if (!before || !after) return false;
  return !/[.!?:;…]["”»’)\]]*$/.test(before.text) && /^\p{Ll}/u.test(after.text);
}

/** No page has more of them; a file of nothing but numbers would otherwise be gone through once a line. */
const MOST_HEAD_LINES = 12;

const isHeadLike = (text: string): boolean => text.length < 70 && !/\p{Ll}/u.test(text);

/** A short line repeated at page after page, with the number before or behind it: "12  THE LONG ROAD", "THE LONG ROAD  13". */
function runningHeads(lines: readonly Line[], numbers: ReadonlySet<number>): ReadonlySet<number> {
  const places = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    if (line.text.length > 80 || line.text.length < 4 || numbers.has(at)) continue;
    const numbered = /^[[(]?\d{1,4}[\])]?\s+\D|\D\s+[[(]?\d{1,4}[\])]?$/.test(line.text);
    const edge = line.page || lines[at + 1]?.page === true || nearNumber(numbers, at);
    if (!edge && (!numbered || DIVISION.test(line.text))) continue;
    if (isRow(lines, at)) continue;
    const key = line.text
      .replace(/\d+/g, '')
      .replace(/[^\p{L}]+/gu, ' ')
      .trim()
      .toLowerCase();
    if (key.length < 3) continue;
    const list = places.get(key) ?? [];
    list.push(at);
    places.set(key, list);
  }
  const heads = new Set<number>();
  for (const list of places.values()) {
    const distinct = new Set(list.map((at) => /\d+/.exec(lines[at]!.text)?.[0] ?? at)).size;
    if (list.length < 2 || distinct < 2) continue;
    const risen = list.every(
      (at, index) => index === 0 || numberIn(lines[at]!.text) >= numberIn(lines[list[index - 1]!]!.text),
    );
    if (risen) for (const at of list) heads.add(at);
  }
  return heads;
}

/** "Article 2", "Rule 3": where no page ends, a part of the text. */
const DIVISION =
  /^(?:art(?:icle)?|section|rule|règle|chapter|chapitre|letter|lettre|book|livre|part|partie|scène|scene|acte?|day|jour|canto|chant|title|titre|lesson|leçon|meeting|séance|réunion|session|stage|tale|song|sonnet|no|n°)\.?\s+\d/i;

/** Cells beside cells, or several in one line: a row of a table, which no page turns at. */
function isRow(lines: readonly Line[], at: number): boolean {
  const [line, before, next] = [lines[at]!, lines[at - 1], lines[at + 1]];
  if ((line.text.match(WIDE_SPACE)?.length ?? 0) >= 2) return true;
  const wide = (other: Line | undefined) => other !== undefined && !other.page && /\S\s{3,}\S/.test(other.text);
  return wide(line) && ((line.gap === 0 && wide(before)) || (next?.gap === 0 && wide(next)));
}

const WIDE_SPACE = /(?<=\S)\s{2,}(?=\S)/g;

const numberIn = (text: string): number => Number(/\d+/.exec(text)?.[0] ?? 0);

const nearNumber = (numbers: ReadonlySet<number>, at: number): boolean => numbers.has(at - 1) || numbers.has(at + 1);
