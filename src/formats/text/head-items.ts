import { findDate, wholeDate } from './dates.ts';
import { isFrenchName, isUnworded } from './head-names.ts';
import type { HeadPlace, Item, Kind } from './head-place.ts';
import { headingStyle, isBareDivision, isBareNumber } from './headings.ts';
import { isDateline, isSalutation } from './letter-lines.ts';
import { metadataLine } from './metadata-keys.ts';
import { nameLikeness, splitNames } from './names.ts';
import { postingLine } from './posting-line.ts';
import { hasHeadingsLike } from './title-score.ts';

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

/** What a line above the text is; null where the text begins. */
function headItem(place: HeadPlace, at: number, before: readonly Item[]): Item | null {
  const segment = place.segments[at]!;
  const text = bare(place.passages[at]!.text);
  const told = place.told.get(at);
  if (told && told !== 'furniture' && told !== 'metadata') return null;
  if (segment.shape === 'rule') return { at, kind: 'rule', text, style: null };
  const line: HeadLine = { place, at, text, before, number: segment.lines[0]!.number };
  const kind = keyedKind(line) ?? (place.furniture.has(at) ? 'furniture' : null);
  if (kind) return { at, kind, text, style: null };
  if (text.length > 220 || segment.shape !== 'prose') return null;
  if (isDateline(text) && (addressed(place, at) || !wholeDate(text, place.language))) {
    const date = findDate(text, place.language);
    if (date) place.found.addDateline(date, line.number, text);
    return null;
  }
  if (addressed(place, at) && /\d|,|\.$|day\b/.test(text) && postingLine(text, place.language) === null) return null;
  const said = datedKind(line) ?? bylineKind(line);
  return said ? { at, kind: said, text, style: null } : shortLine(line);
}

interface HeadLine {
  readonly place: HeadPlace;
  readonly at: number;
  readonly text: string;
  readonly before: readonly Item[];
  readonly number: number;
}

/** A line that says what it is: when and by whom a text was posted, a key and its value, an item of a key's list. */
function keyedKind({ place, at, text, before, number }: HeadLine): Kind | null {
  const posting = postingLine(text, place.language);
  if (posting) {
    place.found.addPosting(posting, number, text);
    return 'posting';
  }
  const last = before.at(-1);
  const key = metadataLine(text);
  if (key && (!isProse(text) || last?.kind === 'metadata' || !WEAK_KEYS.has(key.key))) {
    const mail = MAIL_KEYS.test(key.key) && isMail(place, at);
    const field = mail ? null : key.field;
    if (mail) place.found.addMail(key, number, text);
    place.found.addKey({ ...key, field, line: number, text, next: place.passages[at + 1]?.text ?? null });
    return 'metadata';
  }
  const source = text.length <= 220 && (text.match(PART_OF_JOURNAL)?.length ?? 0) >= 2;
  if (source && before.length > 0) {
    const value = text.replace(/^(?:from|in|de|dans)\s+/i, '');
    place.found.addKey({ field: 'source', key: 'source', value, line: number, text, next: null });
    return 'metadata';
  }
  if (last?.kind !== 'metadata' || place.segments[at]!.gap > 0) return null;
  const listed = /^[-*]\s/.test(text) && place.found.addItem(text.replace(/^[-*]\s+/, ''), number);
  return listed || /:\s*$/.test(last.text) ? 'metadata' : null;
}

function datedKind({ place, text, before, number }: HeadLine): Kind | null {
  const date = wholeDate(text, place.language);
  // Counts of likes and comments; a chapter's number is a small one.
  if (!date) return /^\d{1,4}$/.test(text) && text !== '1' ? 'furniture' : null;
  const onPage = before.some((one) => one.kind === 'furniture');
  place.found.addDate(date, number, text, onPage);
  return 'date';
}

function bylineKind({ place, text, before, number }: HeadLine): Kind | null {
  if (BY_ALONE.test(text)) return 'rule';
  const last = before.at(-1);
  const byline = bylineNames(text) ?? (BY_ALONE.test(last?.text ?? '') ? bylineNames(`by ${text}`) : null);
  if (!byline) return null;
  const afterDate = last?.kind === 'date' && place.found.lastDateHasWeekday();
  place.found.addByline({ ...byline, line: number, text, afterDate });
  return 'byline';
}

const BY_ALONE = /^(?:by|par|de)\s*:?$/i;

/** A line with no key: a name, what may be a title, or the beginning of the text. */
function shortLine({ place, at, text, before }: HeadLine): Item | null {
  const segment = place.segments[at]!;
  if (isSalutation(text) || segment.lines[0]!.depth > 0) return null;
  const style = headingStyle(segment, place.passages[at]!.text, place.layout);
  if (style === 'numbered' && !/^(?:chapter|chapitre|part|partie)\b/i.test(text)) return null;
  if (
    style === 'markdown' &&
    isSubheading(text, before) &&
    hasHeadingsLike({ at, kind: 'candidate', text, style }, place)
  )
    return null;
  if (isMinuted(text) || isOneOfChapters(place, at, text)) return null;
  if (isBareNumber(text) || isBareDivision(text)) return null;
  if (isProse(text) && style !== 'markdown' && style !== 'underlined' && style !== 'capitals') return null;
  const leastName = isFrenchName(text, place) || isUnworded(text, place) ? 0.4 : 0.9;
  if (nameLikeness(text) >= leastName) return { at, kind: 'name', text, style };
  const item = segment.mark && segment.mark.form !== 'bare' && segment.mark.form !== 'caret';
  return item ? null : { at, kind: 'candidate', text, style };
}

/** "Q. What is the fund?", "Présidence de M. Brissac": how a catechism, or the minutes of a meeting, begin. */
const isMinuted = (text: string): boolean =>
  (/^(?:Q|A|R|D)\.\s/.test(text) && nameLikeness(text) < 0.9) ||
  /^(?:présidence d|présents?\s?:|present\s?:)/i.test(text);

/** "CHAPTER THE FOURTH", where a fifth comes. */
const isOneOfChapters = ({ segments, passages }: HeadPlace, at: number, text: string): boolean =>
  CHAPTER.test(text) &&
  segments.some((segment, other) => other > at && segment.lines.length <= 3 && CHAPTER.test(passages[other]!.text));

const CHAPTER = /^(?:chapter|chapitre)\s.{1,60}$/i;

/** "## The lamp" under "# The Keepers". */
const isSubheading = (text: string, before: readonly Item[]): boolean =>
  /^##/.test(text) && before.some((one) => /^#\s/.test(one.text));

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

/** "Vol. II", "No. 2", "pp. 11–14", "Année 1984": two of them tell where a text was printed. */
const PART_OF_JOURNAL =
  /(?<!\p{L})(?:vol(?:ume)?|tome|no|nos|n°|numéro|issue|pp?|pages?|année)\.?\s?(?=[\divxlc]+(?!\p{L}))/giu;

const MAIL_KEYS = /^(?:date|from|de|subject|objet)$/;

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
