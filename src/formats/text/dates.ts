import { MONTHS, SEASONS, WEEKDAYS } from './date-words.ts';

export interface FoundDate {
  /** EDTF. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Null when no weekday is named; false when the one named is not that day's. */
  readonly weekdayAgrees: boolean | null;
  /** Another way to read it: 03/04/2011. */
  readonly alternative: string | null;
}

/** The first date in a line, however written: "Tuesday 9 January 2024", "le 1er mai 1938", "c. 1920", "1936–1938", "09/01/2024". */
export function findDate(text: string, language: string | null = null): FoundDate | null {
  const head = text.length > 500 ? text.slice(0, 500) : text;
  let best: FoundDate | null = null;
  for (const { pattern, read } of ROWS) {
    const found = pattern.exec(head);
    if (!found || (best && found.index >= best.start)) continue;
    const date = read(found, language);
    if (date)
      best = {
        start: found.index,
        end: found.index + found[0].length,
        weekdayAgrees: agrees(found[0], date.value),
        alternative: null,
        ...date,
      };
  }
  return best;
}

/** The date a line consists of, give or take brackets, "le", "on" and a full stop; null when it says anything else. */
export function wholeDate(text: string, language: string | null = null): FoundDate | null {
  const found = findDate(text, language);
  if (!found) return null;
  const rest = `${text.slice(0, found.start)} ${text.slice(found.end)}`;
  return /^[\s()[\].,:;—–-]*(?:(?:le|on|en|in|du|dated?|daté|the)\b[\s.,:]*)?[\s()[\].,:;—–-]*$/i.test(rest)
    ? found
    : null;
}

interface Row {
  readonly pattern: RegExp;
  readonly read: (
    found: RegExpExecArray,
    language: string | null,
  ) => { readonly value: string; readonly alternative?: string | null } | null;
}

const MONTH = `(${Object.keys(MONTHS)
  .sort((one, other) => other.length - one.length)
  .join('|')})\\.?`;
const WEEKDAY = `(?:(?:${Object.keys(WEEKDAYS).join('|')})\\.?,?\\s+(?:le\\s+|the\\s+)?)?`;
const YEAR = '(1[0-9]{3}|20[0-9]{2})';
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|re|ème|e)?';
const ABOUT = '(?:circa|ca\\.?|c\\.|about|around|approximately|vers|environ|probably|probablement)\\s*';

const ROWS: readonly Row[] = [
  {
    pattern: new RegExp(`(?<![\\d-])${YEAR}-(0[1-9]|1[0-2])(?![\\d-])`),
    read: (f) =>
      f[2]!.startsWith('0') || Number(f[2]) <= Number(f[1]!.slice(2)) ? { value: `${f[1]}-${f[2]}` } : null,
  },
  {
    pattern: new RegExp(`(?<![\\d-])${YEAR}-(\\d{2})-(\\d{2})(?:T[\\d:.]+(?:Z|[+-][\\d:]+)?)?(?!\\d)`),
    read: (f) => day(f[1], Number(f[2]), f[3]),
  },
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}[/.](\\d{1,2})[/.](\\d{1,2})(?!\\d)`),
    read: (f) => day(f[1], Number(f[2]), f[3]),
  },
  {
    pattern: new RegExp(
      `${WEEKDAY}(?<![\\d\\p{L}])${DAY}(?:\\s+(?:of|de|d['’]))?\\s+${MONTH},?\\s+(?:de\\s+)?${YEAR}(?!\\d)`,
      'iu',
    ),
    read: (f) => day(f[3], monthOf(f[2]), f[1]),
  },
  {
    pattern: new RegExp(`${WEEKDAY}(?<!\\p{L})${MONTH}\\s+(?:the\\s+)?${DAY}\\s*,?\\s+${YEAR}(?!\\d)`, 'iu'),
    read: (f) => day(f[3], monthOf(f[1]), f[2]),
  },
  { pattern: /(?<![\d/.])(\d{1,2})[/.-](\d{1,2})[/.-]((?:1[0-9]|20)\d{2})(?!\d)/, read: numeric },
  {
    pattern: new RegExp(`(?<!\\p{L})${MONTH}\\s*,?\\s+(?:of\\s+|de\\s+)?${YEAR}(?!\\d)`, 'iu'),
    read: (f) => ({ value: `${f[2]}-${two(monthOf(f[1]))}` }),
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})(${Object.keys(SEASONS).join('|')})\\s*,?\\s+(?:of\\s+|de\\s+)?${YEAR}(?!\\d)`,
      'iu',
    ),
    read: (f) => ({ value: `${f[2]}-${SEASONS[f[1]!.toLowerCase()]}` }),
  },
  {
    pattern: new RegExp(`(?:between|entre)\\s+${YEAR}\\s+(?:and|et)\\s+${YEAR}(?!\\d)`, 'i'),
    read: (f) => ({ value: `${f[1]}/${f[2]}` }),
  },
  { pattern: new RegExp(`(?<![\\d\\p{L}])${ABOUT}${YEAR}(?!\\d)`, 'iu'), read: (f) => ({ value: `${f[1]}~` }) },
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}\\s?[-–—/]\\s?${YEAR}(?!\\d)`),
    read: (f) => (Number(f[2]) > Number(f[1]) ? { value: `${f[1]}/${f[2]}` } : null),
  },
  {
    pattern: /(?<!\d)(1[0-9]|20)(\d{2})\s?[-–/]\s?(\d{2})(?!\d)/,
    read: (f) => (Number(f[3]) > Number(f[2]) ? { value: `${f[1]}${f[2]}/${f[1]}${f[3]}` } : null),
  },
  { pattern: /(?<!\d)(1[0-9]|20)(\d)0s(?!\p{L})/u, read: (f) => ({ value: `${f[1]}${f[2]}X` }) },
  { pattern: /années\s+(1[0-9]|20)(\d)0(?!\d)/i, read: (f) => ({ value: `${f[1]}${f[2]}X` }) },
  { pattern: new RegExp(`(?<!\\d)${YEAR}\\s?\\?`), read: (f) => ({ value: `${f[1]}?` }) },
  { pattern: new RegExp(`(?<![\\d.,])${YEAR}(?![\\d%]|[.,]\\d)`), read: (f) => ({ value: f[1]! }) },
];

/** 9/1/2024: the day first in French and wherever the second number is above 12; in English either may be meant. */
function numeric(
  found: RegExpExecArray,
  language: string | null,
): { value: string; alternative?: string | null } | null {
  const [one, other] = [Number(found[1]), Number(found[2])];
  const dayFirst = day(found[3], other, found[1]);
  const monthFirst = day(found[3], one, found[2]);
  if (!dayFirst || !monthFirst) return dayFirst ?? monthFirst;
  return { value: dayFirst.value, alternative: language === 'fr' || one === other ? null : monthFirst.value };
}

function day(year: string | undefined, month: number, date: string | undefined): { value: string } | null {
  const [y, d] = [Number(year), Number(date)];
  const real = new Date(Date.UTC(y, month - 1, d));
  if (month < 1 || month > 12 || d < 1 || real.getUTCMonth() !== month - 1) return null;
  return { value: `${year}-${two(month)}-${two(d)}` };
}

const monthOf = (word: string | undefined): number => MONTHS[(word ?? '').toLowerCase().replace('.', '')] ?? 0;
const two = (number: number): string => String(number).padStart(2, '0');

function agrees(text: string, value: string): boolean | null {
  const word = /^\p{L}+/u.exec(text)?.[0].toLowerCase();
  const weekday = word === undefined ? undefined : WEEKDAYS[word];
  if (weekday === undefined || value.length !== 10) return null;
  return new Date(`${value}T00:00:00Z`).getUTCDay() === weekday;
}
