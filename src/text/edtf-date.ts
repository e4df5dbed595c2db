/**
 * EDTF (ISO 8601-2), levels 0 and 1, as far as libraries date texts: years, months, days, seasons, with `?`, `~`, `%`;
 * unspecified digits (`193X`); intervals with open and unknown ends. The package `edtf` takes a fifth of
 * what the whole of text/ takes to load and parses by a general grammar; a date of a few dozen characters needs neither.
 */
export type EdtfDate =
  | { readonly kind: 'date'; readonly date: DatePart }
  | { readonly kind: 'interval'; readonly from: IntervalEnd; readonly to: IntervalEnd };

export interface DatePart {
  /** As written: "1938", "193X", "-0043". */
  readonly year: string;
  readonly month: number | null;
  readonly day: number | null;
  readonly season: 'spring' | 'summer' | 'autumn' | 'winter' | null;
  readonly approximate: boolean;
  readonly uncertain: boolean;
}

/** 'open': still running; 'unknown': not known. */
export type IntervalEnd = DatePart | 'open' | 'unknown';

const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;

/** The date a string means, or null where it is not EDTF. */
export function parseEdtf(text: string): EdtfDate | null {
  const parts = text.split('/');
  if (parts.length === 1) {
    const date = parsePart(text);
    return date && { kind: 'date', date };
  }
  if (parts.length !== 2) return null;
  const [from, to] = parts.map(parseEnd);
  if (from == null || to == null) return null;
  return typeof from === 'string' && typeof to === 'string' ? null : { kind: 'interval', from, to };
}

export function isEdtf(text: string): boolean {
  return parseEdtf(text) !== null;
}

function parseEnd(text: string): IntervalEnd | null {
  if (text === '..') return 'open';
  return text === '' ? 'unknown' : parsePart(text);
}

function parsePart(text: string): DatePart | null {
  const match = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)$/.exec(text);
  if (match === null) return null;
  const [, year = '', month, day, mark] = match;
  if (month !== undefined && day !== undefined && month === 'XX' && day !== 'XX') return null;
  const number = specified(month);
  const season = number !== null && number >= 21 && number <= 24 ? SEASONS[number - 21]! : null;
  if (season === null && number !== null && (number < 1 || number > 12)) return null;
  const dayNumber = specified(day);
  if (dayNumber !== null && (season !== null || dayNumber < 1 || dayNumber > daysOf(year, number))) return null;
  if (season !== null && day !== undefined) return null;
  return {
    year,
    month: season === null ? number : null,
    day: dayNumber,
    season,
    approximate: mark === '~' || mark === '%',
    uncertain: mark === '?' || mark === '%',
  };
}

const specified = (digits: string | undefined): number | null =>
  digits === undefined || digits === 'XX' ? null : Number(digits);

function daysOf(year: string, month: number | null): number {
  if (month === null) return 31;
  // A year with unspecified digits may be a leap year.
  const known = /^-?\d+$/.test(year) ? Number(year) : 2000;
  const date = new Date(Date.UTC(2000, month, 0));
  date.setUTCFullYear(known, month, 0);
  return date.getUTCDate();
}
