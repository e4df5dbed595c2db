import type { LinesAs } from '#domain/reading.ts';
import { findDate, wholeDate } from './dates.ts';
import { type HeadingStyle, headingStyle, headingText, isBareDivision, isBareNumber } from './headings.ts';
import type { Layout } from './layout.ts';
import { isDateline, isSalutation } from './letter-lines.ts';
import type { MetadataFound } from './metadata-found.ts';
import { metadataLine } from './metadata-keys.ts';
import { nameLikeness, splitNames } from './names.ts';
import type { Passage } from './passage.ts';
import { postingLine } from './posting-line.ts';
import type { Segment } from './segments.ts';

export interface HeadPlace {
  readonly segments: readonly Segment[];
  readonly passages: readonly Passage[];
  readonly furniture: ReadonlyMap<number, string>;
  readonly notes: ReadonlySet<number>;
  readonly layout: Layout;
  readonly language: string | null;
  readonly found: MetadataFound;
  /** True for a word the text writes in small letters, or one of the commonest. */
  readonly knows: (word: string) => boolean;
  /** What an editor said a segment is. */
  readonly told: ReadonlyMap<number, LinesAs>;
}

export interface Head {
  /** The first segment of the text itself. */
  readonly start: number;
  /** Segments above it that said something about the text. */
  readonly used: ReadonlySet<number>;
  /** Segments above it that said nothing about it. */
  readonly furniture: ReadonlyMap<number, string>;
}

type Kind = 'furniture' | 'metadata' | 'posting' | 'date' | 'byline' | 'name' | 'candidate' | 'rule';

interface Item {
  readonly at: number;
  readonly kind: Kind;
  readonly text: string;
  readonly style: HeadingStyle | null;
}

/** What stands above the text: title, byline, dates, a block of sources, the page's own menus. */
export function readHead(place: HeadPlace): Head {
  const { items, start } = headItems(place);
  const choice = chooseTitle(items, place);
  const used = new Set<number>();
  const furniture = new Map<number, string>();
  for (const item of items) if (item.kind !== 'furniture' && item.kind !== 'candidate') used.add(item.at);
  for (const at of choice.used) used.add(at);
  for (const at of choice.menu) furniture.set(at, 'menu');
  for (const item of items)
    if (item.kind === 'furniture' && !place.furniture.has(item.at)) furniture.set(item.at, 'menu');
  return { start: choice.start ?? start, used, furniture };
}

function headItems(place: HeadPlace): { readonly items: readonly Item[]; readonly start: number } {
  const items: Item[] = [];
  let at = 0;
  for (; at < place.segments.length && items.length < MOST_ITEMS; at++) {
    if (place.notes.has(at)) break;
    const item = headItem(place, at, items);
    if (!item) break;
    items.push(item);
  }
  return { items: withMenus(items, place), start: at };
}

/** Short lines that stand directly above or below a line of furniture are of the same menu. */
function withMenus(items: readonly Item[], place: HeadPlace): readonly Item[] {
  const touches = (one: Item | undefined, other: Item | undefined) =>
    one !== undefined && other !== undefined && other.at === one.at + 1 && place.segments[other.at]!.gap === 0;
  const found = [...items];
  for (const step of [1, -1]) {
    for (let count = 1; count < found.length; count++) {
      const index = step === 1 ? count : found.length - 1 - count;
      const [item, beside, next] = [found[index]!, found[index - step]!, found[index + 1]];
      const meant = touches(item, next) && ['byline', 'posting', 'date', 'metadata'].includes(next!.kind);
      if (item.kind !== 'candidate' || beside.kind !== 'furniture' || meant) continue;
      if (step === 1 ? touches(beside, item) : touches(item, beside)) found[index] = { ...item, kind: 'furniture' };
    }
  }
  return found;
}

/** Keys that begin ordinary sentences too. */
const WEAK_KEYS: ReadonlySet<string> = new Set([
  'from',
  'de',
  'to',
  'à',
  'cc',
  'date',
  'title',
  'titre',
  'summary',
  'résumé',
  'html',
  'edition',
  'url',
]);

const MOST_ITEMS = 80;

function headItem(place: HeadPlace, at: number, before: readonly Item[]): Item | null {
  const segment = place.segments[at]!;
  const text = bare(place.passages[at]!.text);
  const item = (kind: Kind, style: HeadingStyle | null = null): Item => ({ at, kind, text, style });
  const told = place.told.get(at);
  if (told && told !== 'furniture' && told !== 'metadata') return null;
  if (segment.shape === 'rule') return item('rule');
  const line = segment.lines[0]!.number;
  const posting = postingLine(text, place.language);
  if (posting) {
    place.found.addPosting(posting, line, text);
    return item('posting');
  }
  const key = metadataLine(text);
  if (key && (!isProse(text) || before.at(-1)?.kind === 'metadata' || !WEAK_KEYS.has(key.key))) {
    const mail = /^(?:date|from|de)$/.test(key.key) && isMail(place, at);
    place.found.addKey({
      ...key,
      ...(mail ? { field: null } : {}),
      line,
      text,
      next: place.passages[at + 1]?.text ?? null,
    });
    return item('metadata');
  }
  const last = before.at(-1);
  if (
    last?.kind === 'metadata' &&
    segment.gap === 0 &&
    /^[-*]\s/.test(text) &&
    place.found.addItem(text.replace(/^[-*]\s+/, ''), line)
  )
    return item('metadata');
  if (last?.kind === 'metadata' && segment.gap === 0 && /:\s*$/.test(last.text)) return item('metadata');
  if (place.furniture.has(at)) return item('furniture');
  if (text.length > 220 || segment.shape !== 'prose') return null;
  if (isDateline(text) && (addressed(place, at) || !wholeDate(text, place.language))) {
    const date = findDate(text, place.language);
    if (date) place.found.addDateline(date, line, text);
    return null;
  }
  // Counts of likes and comments; a chapter's number is a small one.
  if (/^\d{1,4}$/.test(text) && text !== '1' && !wholeDate(text)) return item('furniture');
  const date = wholeDate(text, place.language);
  if (date) {
    place.found.addDate(
      date,
      line,
      text,
      before.some((one) => one.kind === 'furniture'),
    );
    return item('date');
  }
  if (/^(?:by|par|de)\s*:?$/i.test(text)) return item('rule');
  const byline =
    bylineNames(text) ?? (/^(?:by|par|de)\s*:?$/i.test(last?.text ?? '') ? bylineNames(`by ${text}`) : null);
  if (byline) {
    place.found.addByline({
      ...byline,
      line,
      text,
      afterDate: last?.kind === 'date' && place.found.lastDateHasWeekday(),
    });
    return item('byline');
  }
  if (isSalutation(text) || segment.lines[0]!.depth > 0) return null;
  const style = headingStyle(segment, place.passages[at]!.text, place.layout);
  if (style === 'numbered' && !/^(?:chapter|chapitre|part|partie)\b/i.test(text)) return null;
  if (isBareNumber(text) || isBareDivision(text)) return null;
  if (isProse(text) && style !== 'markdown' && style !== 'underlined' && style !== 'capitals') return null;
  if (nameLikeness(text) >= (isFrenchName(text, place) || isUnworded(text, place) ? 0.4 : 0.9))
    return item('name', style);
  return segment.mark && segment.mark.form !== 'bare' && segment.mark.form !== 'caret'
    ? null
    : item('candidate', style);
}

/** None of its words is ever written small in the text: they are nobody's words but a person's. */
const isUnworded = (text: string, place: HeadPlace): boolean => {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return words.length >= 2 && /\p{Ll}/u.test(text) && words.every((word) => !place.knows(word.toLowerCase()));
};

/** The next thing is a salutation: the date heads a letter. */
const addressed = (place: HeadPlace, at: number): boolean => isSalutation(place.passages[at + 1]?.text ?? '');

/** French titles have one capital; a French line of two or three capitals is a name. */
const isFrenchName = (text: string, place: HeadPlace): boolean =>
  place.language === 'fr' &&
  /^\p{Lu}[\p{L}’'-]+(?:\s(?:d[eu]s?\s|la\s|le\s|[dl]['’])?\p{Lu}[\p{L}’'-]+){1,2}$/u.test(text) &&
  /\p{Ll}/u.test(text);

const isProse = (text: string): boolean => {
  const words = text.split(/\s+/).length;
  return (
    words >= 19 ||
    (words >= 9 && /[.!?…:;]["”»’)\]]*(?:\s?\[?\d{1,3}\]?)?$/.test(text)) ||
    /^["“«].*[.!?…]["”»]$/.test(text)
  );
};

/** The lines above a message: who, to whom, about what. */
const isMail = (place: HeadPlace, at: number): boolean =>
  [at - 3, at - 2, at - 1, at + 1, at + 2, at + 3].some((near) =>
    /^(?:(?:from|de|to|à|cc)\s?:\s.*@|(?:subject|objet|to|à)\s?:\s)/i.test(place.passages[near]?.text ?? ''),
  );

/** Without the signs of emphasis around the whole line. */
const bare = (text: string): string => /^(\*\*|__|\*|_|\/\/?)([^*_/]+)\1$/.exec(text)?.[2] ?? text;

/** "By Anna Weil", "par Anna Weil et Karl Ott", "by Anna Weil, translated by Lou Mer". */
function bylineNames(
  text: string,
): { readonly authors: readonly string[]; readonly translators: readonly string[] } | null {
  const found =
    /^[*_(—–\s-]*(?:by|par|text by|texte de|un texte de|written by|words by|de)\s*:?\s+(.{3,120}?)[*_)\s]*$/i.exec(
      text,
    );
  if (!found) return null;
  const [names, translator] = found[1]!.split(
    /[,;]?\s*\(?(?:translated(?: from the \p{L}+)? by|traduit(?: d[eu]s? ?l?['’]?\p{L}+)? par|trans\.|trad\.)\s+/iu,
  );
  const plain = names!.replace(/[\s,]*\(?(?:c\.\s*)?\d{4}\)?$/, '');
  const authors = splitNames(plain, /^(?:de|par)\s/i.test(text) ? 0.4 : 0.25);
  if (authors.length === 0) return null;
  return { authors, translators: translator ? splitNames(translator) : [] };
}

interface Choice {
  readonly used: readonly number[];
  readonly menu: readonly number[];
  /** Where the text starts after all, when the last of the items belongs to it. */
  readonly start: number | null;
}

/** The title is the candidate its neighbours speak for: above a byline or a date, set apart by its dress, first of all. */
function chooseTitle(items: readonly Item[], place: HeadPlace): Choice {
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

/** After a second short line, its subtitle, come the byline, the date or the sources. */
const saidBelow = (items: readonly Item[], index: number): boolean =>
  ['byline', 'posting', 'date', 'name', 'metadata'].includes(items[index + 2]?.kind ?? '');

function titleScore(item: Item, items: readonly Item[], place: HeadPlace): number {
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
  if (before?.kind === 'candidate' && nameLikeness(before.text) >= 0.4) score += 0.5;
  if (item.style === 'markdown' || item.style === 'underlined') score += /^##/.test(item.text) ? 1 : 3;
  if (item.style === 'capitals' || item.style === 'centred' || item.style === 'bold') score += 1.5;
  if (/^["“«(]?(?:chapter|chapitre|part|partie)\b/i.test(item.text)) score -= 2;
  if (!before) score += 1.5;
  if (nameLikeness(item.text) >= 0.4) score -= 1;
  // Dressed as the headings below, and the last line before the text: more likely the first of them.
  if (!next && item.style !== 'markdown' && hasHeadingsLike(item, place)) score -= 5;
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
      !(item.style === 'capitals' && title.style !== 'capitals')
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
      if (title && item.at > title.at && item.at < start && !all.includes(item.at)) menu.push(item.at);
  }
  return { used: all, menu: menu.filter((at) => !all.includes(at)), start };
}

function hasHeadingsLike(item: Item, place: HeadPlace): boolean {
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

const sameWords = (one: string, other: string | null): boolean => other !== null && letters(one) === letters(other);
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
