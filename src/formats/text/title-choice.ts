import type { HeadPlace, Item } from './head-place.ts';
import { headingText } from './headings.ts';
import { nameLikeness } from './names.ts';
import { hasHeadingsLike, titleScore } from './title-score.ts';

export interface Choice {
  readonly used: readonly number[];
  readonly menu: readonly number[];
  /** Where the text starts after all, when the last of the items belongs to it. */
  readonly start: number | null;
}

/** The title is the candidate its neighbours speak for: above a byline or a date, set apart by its dress, first of all. */
export function chooseTitle(given: readonly Item[], place: HeadPlace): Choice {
  const items = withTitle(given, place);
  const candidates = items.filter((item) => item.kind === 'candidate');
  const names = items.filter((item) => item.kind === 'name');
  const printed = place.found.has('title');
  const scored = candidates
    .map((item) => ({ item, score: titleScore(item, items, place) }))
    .sort((one, other) => other.score - one.score);
  const best = printed
    ? (scored.find(({ item }) => sameWords(item.text, place.found.title())) ?? null)
    : (scored[0] ?? null);
  const title =
    best && best.score > -1.5 && !isFirstHeading(best.item, items, place) && !isAllThereIs(best.item, place)
      ? best.item
      : null;
  const author = chooseAuthor({ items, names, candidates, title, place });
  if (title && !printed)
    addTitle(
      title,
      scored.slice(1).map(({ item }) => item.text),
      items,
      place,
      best!.score,
    );
  const used = [title?.at, author?.at].filter((at) => at !== undefined);
  const rest = candidates.filter((item) => item !== title && item !== author);
  return placeRest({ rest, title, items, place, used });
}

/** Every line reads as a name: beside a byline, or before another name, one of them is the title. */
function withTitle(items: readonly Item[], place: HeadPlace): readonly Item[] {
  const names = items.filter((item) => item.kind === 'name');
  const [first, second] = names;
  if (!first || place.found.has('title') || items.some((item) => item.kind === 'candidate')) return items;
  const signed = place.found.has('authors') && items.some((item) => item.kind === 'byline');
  if (!signed && !second) return items;
  const byFirst = second && nameLikeness(first.text) >= 0.9 && nameLikeness(second.text) < 0.9;
  const title = !signed && byFirst ? second : first;
  if (signed && items.some(({ kind, text }) => kind === 'byline' && text.includes(title.text))) return items;
  return items.map((item) => (item === title ? { ...item, kind: 'candidate' } : item));
}

/** A file of one sentence has no title. */
const isAllThereIs = (item: Item, place: HeadPlace): boolean =>
  item.at === place.segments.length - 1 && /[.!?…]$/.test(item.text);

/** The one line above the text, dressed as the headings below and with nothing about the text beside it, is the first of them. */
const isFirstHeading = (item: Item, items: readonly Item[], place: HeadPlace): boolean =>
  !place.found.has('title') &&
  item.style !== 'markdown' &&
  item.style !== 'underlined' &&
  items.every((one) => one === item || one.kind === 'furniture' || one.kind === 'rule') &&
  hasHeadingsLike(item, place);

interface AuthorChoice {
  readonly items: readonly Item[];
  readonly names: readonly Item[];
  readonly candidates: readonly Item[];
  readonly title: Item | null;
  readonly place: HeadPlace;
}

function chooseAuthor({ items, names, candidates, title, place }: AuthorChoice): Item | null {
  const { found } = place;
  const lineOf = (item: Item) => place.segments[item.at]!.lines[0]!.number;
  const surest = names[0] ?? null;
  if (surest) {
    for (const item of names) found.addAuthor(item.text, lineOf(item), title ? 0.85 : 0.75);
    return surest;
  }
  if (found.has('authors') || !title) return null;
  const likely = candidates.find(
    (item) =>
      item !== title &&
      Math.abs(items.indexOf(item) - items.indexOf(title)) === 1 &&
      nameLikeness(item.text) >= 0.4 &&
      !(items.at(-1) === item && hasHeadingsLike(item, place)),
  );
  if (!likely) return null;
  found.addAuthor(likely.text, lineOf(likely), 0.6);
  return likely;
}

function addTitle(
  title: Item,
  others: readonly string[],
  items: readonly Item[],
  place: HeadPlace,
  score: number,
): void {
  const value = headingText(title.text, title.style ?? 'plain')
    .replace(/\s+/g, ' ')
    .trim();
  const line = place.segments[title.at]!.lines[0]!.number;
  const alone = items.filter((item) => item.kind === 'candidate').length === 1;
  const confidence = Math.max(0.45, Math.min(0.9, 0.5 + score * 0.07 + (alone ? 0.08 : 0)));
  place.found.addTitle({
    value,
    line,
    text: title.text,
    confidence: Math.round(confidence * 100) / 100,
    alternatives: others,
  });
}

/**
 * The other short lines: above the title they are the page's, just under it a subtitle, and the last before the text its first heading
 * when it is dressed as the headings below are.
 */
function placeRest({
  rest,
  title,
  items,
  place,
  used,
}: {
  rest: readonly Item[];
  title: Item | null;
  items: readonly Item[];
  place: HeadPlace;
  used: readonly number[];
}): Choice {
  const all = [...used];
  const menu: number[] = [];
  let start: number | null = null;
  for (const item of rest) {
    if (!title) {
      start ??= item.at;
      continue;
    }
    if (item.at < title.at) {
      menu.push(item.at);
      continue;
    }
    const index = items.indexOf(item);
    const lastOfAll = items.slice(index + 1).every((one) => one.kind === 'candidate' || one.kind === 'rule');
    const follows = items.slice(items.indexOf(title) + 1, index).every((one) => one.kind === 'rule');
    const headingBelow = hasHeadingsLike(item, place);
    if (
      follows &&
      !(lastOfAll && headingBelow) &&
      !place.found.has('subtitle') &&
      !(item.style === 'capitals' && title.style !== 'capitals') &&
      !item.text.endsWith('?')
    ) {
      all.push(item.at);
      place.found.addSubtitle(item.text, place.segments[item.at]!.lines[0]!.number, title.text);
    } else if (lastOfAll) start ??= item.at;
    else if (items.slice(index + 1).some((one) => one.kind === 'furniture')) menu.push(item.at);
    else start ??= item.at;
  }
  if (start !== null) {
    // What was recognised below that point is no longer head: it is text after all.
    const from = start;
    if (items.some((one) => one.at > from && one.kind !== 'candidate' && one.kind !== 'rule'))
      start = items.findLast((one) => one.kind !== 'candidate' && one.kind !== 'rule')!.at + 1;
    for (const item of rest)
      if ((!title || item.at > title.at) && item.at < start && !all.includes(item.at)) menu.push(item.at);
  }
  return { used: all, menu: menu.filter((at) => !all.includes(at)), start };
}

const sameWords = (one: string, other: string | null): boolean => other !== null && letters(one) === letters(other);

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
