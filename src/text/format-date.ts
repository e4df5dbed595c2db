import { type DatePart, type IntervalEnd, parseEdtf } from './edtf-date.ts';

/**
 * An EDTF date as people say it, in English or French; a string that is not EDTF as it stands.
 *
 * @example
 * formatDate('1938~', 'en') // 'about 1938'
 * formatDate('1936-02-14', 'fr') // '14 février 1936'
 * formatDate('1936/1938', 'en') // '1936–1938'
 */
export function formatDate(edtf: string, language: 'en' | 'fr'): string {
  const parsed = parseEdtf(edtf);
  if (parsed === null) return edtf;
  const words = WORDS[language];
  if (parsed.kind === 'date') return formatPart(parsed.date, words);
  const { from, to } = parsed;
  if (isPart(from) && isPart(to)) return formatSpan(from, to, words);
  if (isPart(from)) return `${words.from} ${formatPart(from, words)}${to === 'unknown' ? words.endUnknown : ''}`;
  return isPart(to) ? `${words.until} ${formatPart(to, words)}` : edtf;
}

/** The year a date begins in, for lists by year; null where it has none that is sure. */
export function yearOf(edtf: string): number | null {
  const parsed = parseEdtf(edtf);
  if (parsed === null) return null;
  const part = parsed.kind === 'date' ? parsed.date : [parsed.from, parsed.to].find(isPart);
  return part !== undefined && /^-?\d{4}$/.test(part.year) ? Number(part.year) : null;
}

interface Words {
  readonly language: 'en' | 'fr';
  readonly about: string;
  readonly perhaps: string;
  readonly from: string;
  readonly until: string;
  readonly endUnknown: string;
  readonly seasons: Readonly<Record<NonNullable<DatePart['season']>, string>>;
  readonly decade: (year: string) => string;
  readonly century: (number: number) => string;
  readonly beforeChrist: (year: number) => string;
}

// Grammar of dates, as Intl has it for whole dates and lacks it for the rest.
const WORDS: Readonly<Record<'en' | 'fr', Words>> = {
  en: {
    language: 'en',
    about: 'about',
    perhaps: 'perhaps',
    from: 'from',
    until: 'until',
    endUnknown: ' (end unknown)',
    seasons: { spring: 'spring', summer: 'summer', autumn: 'autumn', winter: 'winter' },
    decade: (year) => `${year}s`,
    century: (number) => `${number}${ordinal(number)} century`,
    beforeChrist: (year) => `${year} BC`,
  },
  fr: {
    language: 'fr',
    about: 'vers',
    perhaps: 'peut-être',
    from: 'depuis',
    until: 'jusqu’à',
    endUnknown: ' (fin inconnue)',
    seasons: { spring: 'printemps', summer: 'été', autumn: 'automne', winter: 'hiver' },
    decade: (year) => `années ${year}`,
    century: (number) => `${roman(number)}${number === 1 ? 'er' : 'e'} siècle`,
    beforeChrist: (year) => `${year} av. J.-C.`,
  },
};

const isPart = (end: IntervalEnd | undefined): end is DatePart => typeof end === 'object';

function formatPart(part: DatePart, words: Words): string {
  const marks = [part.uncertain ? words.perhaps : '', part.approximate ? words.about : ''].filter(
    (mark) => mark !== '',
  );
  return [...marks, plainPart(part, words)].join(' ');
}

function formatSpan(from: DatePart, to: DatePart, words: Words): string {
  const [first, last] = [formatPart(from, words), formatPart(to, words)];
  const short = /^\d+$/.test(first) && /^\d+$/.test(last);
  return short ? `${first}–${last}` : `${first} – ${last}`;
}

function plainPart(part: DatePart, words: Words): string {
  const year = formatYear(part.year, words);
  if (part.season !== null) return `${words.seasons[part.season]} ${year}`;
  if (part.month === null) return year;
  // The day of a year before 100 needs the year set apart from the constructor's century.
  const date = new Date(Date.UTC(2000, part.month - 1, part.day ?? 1));
  const month = new Intl.DateTimeFormat(words.language, { month: 'long', timeZone: 'UTC' }).format(date);
  if (part.day === null) return `${month} ${year}`;
  const day = words.language === 'fr' && part.day === 1 ? '1er' : String(part.day);
  return `${day} ${month} ${year}`;
}

function formatYear(year: string, words: Words): string {
  if (year.endsWith('XX')) return words.century(Number(year.slice(0, 2)) + 1);
  if (year.endsWith('X')) return words.decade(`${year.slice(0, 3)}0`);
  const number = Number(year);
  // The year 0 is 1 before Christ.
  return number <= 0 ? words.beforeChrist(1 - number) : String(number);
}

function ordinal(number: number): string {
  const category = new Intl.PluralRules('en', { type: 'ordinal' }).select(number);
  return { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[category];
}

function roman(number: number): string {
  const digits: readonly (readonly [number, string])[] = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = number;
  let text = '';
  for (const [value, letter] of digits)
    while (rest >= value) {
      text += letter;
      rest -= value;
    }
  return text;
}
