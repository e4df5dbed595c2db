import type { Language } from '#locale/translate.ts';
import type { RecordOverview } from '#operations/reads/record.ts';

export interface Period {
  /** `2026-11`, or `2026` where months would be too many. */
  readonly name: string;
  /** In the order of the kinds. */
  readonly counts: readonly number[];
}

const MOST_MONTHS = 36;

/** The counts as a table: a row a period, gaps filled, a column a kind that occurs. */
export function periodsOf(counts: RecordOverview['counts']): {
  readonly kinds: readonly string[];
  readonly periods: readonly Period[];
} {
  const kinds = [...new Set(counts.map(({ kind }) => kind))].sort((one, other) => orderOf(one) - orderOf(other));
  const months = monthsBetween(counts[0]?.month, counts.at(-1)?.month);
  const length = months.length > MOST_MONTHS ? 'yyyy'.length : 'yyyy-mm'.length;
  const names = [...new Set(months.map((month) => month.slice(0, length)))];
  const of = Map.groupBy(counts, ({ month, kind }) => `${month.slice(0, length)} ${kind}`);
  const sum = (name: string, kind: string) =>
    (of.get(`${name} ${kind}`) ?? []).reduce((total, { leaves }) => total + leaves, 0);
  return { kinds, periods: names.map((name) => ({ name, counts: kinds.map((kind) => sum(name, kind)) })) };
}

function monthsBetween(first: string | undefined, last: string | undefined): readonly string[] {
  if (first === undefined || last === undefined) return [];
  const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const from = numberOf(first);
  return Array.from({ length: numberOf(last) - from + 1 }, (_, at) => {
    const [year, month] = [Math.floor((from + at) / 12), ((from + at) % 12) + 1];
    return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  });
}

const ORDER = [
  'revision.publish',
  'revision.withdraw',
  'contribution.receive',
  'contribution.decide',
  'contribution.erase',
];
const orderOf = (kind: string) => ORDER.indexOf(kind) + 1 || ORDER.length + 1;

/** `Nov 2026`, or the year alone. */
export function periodShown(name: string, language: Language): string {
  if (name.length === 4) return name;
  const options = { month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr', options).format(new Date(`${name}-01T00:00:00Z`));
}
