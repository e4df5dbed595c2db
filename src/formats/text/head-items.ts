import { findDate, wholeDate } from './dates.ts';
import { isFrenchName, isUnworded } from './head-names.ts';
import type { HeadPlace, Item, Kind } from './head-place.ts';
import { type HeadingStyle, headingStyle, isBareDivision, isBareNumber } from './headings.ts';
import { isDateline, isSalutation } from './letter-lines.ts';
import { metadataLine } from './metadata-keys.ts';
import { nameLikeness, splitNames } from './names.ts';
import { postingLine } from './posting-line.ts';

export function headItems(place: HeadPlace): { readonly items: readonly Item[]; readonly start: number } {
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

/** Without the signs of emphasis around the whole line. */
const bare = (text: string): string => /^(\*\*|__|\*|_|\/\/?)([^*_/]+)\1$/.exec(text)?.[2] ?? text;

const isProse = (text: string): boolean => {
  const words = text.split(/\s+/).length;
  return (
    words >= 19 ||
    (words >= 9 && /[.!?…:;]["”»’)\]]*(?:\s?\[?\d{1,3}\]?)?$/.test(text)) ||
    /^["“«].*[.!?…]["”»]$/.test(text)
  );
};

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

/** The lines above a message: who, to whom, about what. */
const isMail = (place: HeadPlace, at: number): boolean =>
  [at - 3, at - 2, at - 1, at + 1, at + 2, at + 3].some((near) =>
    /^(?:(?:from|de|to|à|cc)\s?:\s.*@|(?:subject|objet|to|à)\s?:\s)/i.test(place.passages[near]?.text ?? ''),
  );

/** The next thing is a salutation: the date heads a letter. */
const addressed = (place: HeadPlace, at: number): boolean => isSalutation(place.passages[at + 1]?.text ?? '');

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
