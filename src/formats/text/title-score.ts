import type { HeadPlace, Item } from './head-place.ts';
import { headingStyle } from './headings.ts';
import { nameLikeness } from './names.ts';

export function titleScore(item: Item, items: readonly Item[], place: HeadPlace): number {
  const index = items.indexOf(item);
  const meaning = (one: Item) => one.kind !== 'furniture' && one.kind !== 'rule';
  const next = items.slice(index + 1).find(meaning);
  const before = items.slice(0, index).findLast(meaning);
  let score = 0;
  if (next && (next.kind === 'byline' || next.kind === 'posting')) score += 3;
  if (next && (next.kind === 'date' || next.kind === 'name' || next.kind === 'metadata')) score += 2.5;
  if (next?.kind === 'candidate' && nameLikeness(next.text) >= 0.4) score += 1.5;
  if (next?.kind === 'candidate' && items[index + 1] === next && saidBelow(items, index)) score += 2.5;
  if (before?.kind === 'candidate' && items[index - 1] === before && nameLikeness(before.text) < 0.4) score -= 1;
  if (before && (before.kind === 'name' || before.kind === 'byline')) score += 2;
  if (before?.kind === 'posting') score += 1;
  // A diary's own name, the day, and under it what was written that day.
  if (before?.kind === 'date' && !next && place.found.lastDateHasWeekday() && !hasHeadingsLike(item, place)) score += 5;
  if (before?.kind === 'candidate' && nameLikeness(before.text) >= 0.4) score += 0.5;
  if (item.style === 'markdown' || item.style === 'underlined') score += /^##/.test(item.text) ? 1 : 3;
  if (item.style === 'capitals' || item.style === 'centred' || item.style === 'bold') score += 1.5;
  if (/^["“«(]?(?:chapter|chapitre|part|partie)\b/i.test(item.text)) score -= 2;
  if (!before) score += 1.5;
  score += windowScore(item, items);
  if (nameLikeness(item.text) >= 0.4) score -= 1;
  // Dressed as the headings below, and the last line before the text: more likely the first of them.
  const underlinedFirst = item.style === 'underlined' && !before;
  if (!next && item.style !== 'markdown' && !underlinedFirst && hasHeadingsLike(item, place)) score -= 5;
  if (/(?<!\b\p{L})\.$/u.test(item.text)) score -= 1;
  if (/[:;,]$/.test(item.text) || /^\p{Ll}/u.test(item.text)) score -= 2;
  if (/^\(.*\)$/.test(item.text) || /[|>]/.test(item.text)) score -= 3;
  if (
    items.some((one) => one.kind === 'furniture' && one.text.length > item.text.length && one.text.includes(item.text))
  )
    score += 2;
  if (place.segments[item.at]!.lines[0]!.indent > place.layout.indent + 4) score += 0.5;
  return score;
}

/** "The Strike — A Wiki" over "The Strike": the first is the window's title, the second the text's. */
function windowScore(item: Item, items: readonly Item[]): number {
  const names = (one: Item, other: Item) =>
    one.text.length > other.text.length + 3 &&
    one.text.startsWith(other.text) &&
    /^\s+[—–|·:-]\s/.test(one.text.slice(other.text.length));
  if (items.some((other) => other.at > item.at && other.kind === 'candidate' && names(item, other))) return -6;
  return items.some((other) => other.at < item.at && names(other, item)) ? 4 : 0;
}

/** After a second short line, its subtitle, come the byline, the date or the sources. */
const saidBelow = (items: readonly Item[], index: number): boolean =>
  ['byline', 'posting', 'date', 'name', 'metadata'].includes(items[index + 2]?.kind ?? '');

export function hasHeadingsLike(item: Item, place: HeadPlace): boolean {
  if (item.style === null) return false;
  let alike = 0;
  for (let at = item.at + 2; at + 1 < place.segments.length; at++) {
    if (place.furniture.has(at) || place.notes.has(at)) continue;
    const segment = place.segments[at]!;
    if (
      segment.gap > 0 &&
      headingStyle(segment, place.passages[at]!.text, place.layout) === item.style &&
      place.segments[at + 1]!.lines.length > 0
    )
      alike++;
  }
  return alike >= 1;
}
