import type { Score } from './score.ts';

/** A measure of the issue: how it is got from the counts, and its target. */
export interface Measure {
  readonly name: string;
  readonly of: (score: Score) => number | null;
  readonly target: number;
  readonly more: boolean;
}

const count = (score: Score, name: string): number => score[name] ?? 0;
const share =
  (part: string, whole: string) =>
  (score: Score): number | null =>
    count(score, whole) === 0 ? null : count(score, part) / count(score, whole);
const perThousand =
  (part: string) =>
  (score: Score): number | null =>
    (1000 * count(score, part)) / Math.max(1, count(score, 'words'));

/** Harmonic mean of recall and precision; null where there is nothing to find and nothing was found. */
const f1 =
  (name: string) =>
  (score: Score): number | null => {
    const [right, wanted, found] = ['right', 'wanted', 'found'].map((kind) => count(score, `${name} ${kind}`)) as [
      number,
      number,
      number,
    ];
    return wanted + found === 0 ? null : (2 * right) / (wanted + found);
  };

const least = (name: string, of: Measure['of'], target: number): Measure => ({ name, of, target, more: true });
const most = (name: string, of: Measure['of'], target: number): Measure => ({ name, of, target, more: false });

export const MEASURES: readonly Measure[] = [
  least('notes recall', share('notes right', 'notes wanted'), 0.9),
  least('notes precision', share('notes right', 'notes found'), 0.98),
  most('lost ‰', perThousand('lost'), 0.5),
  most('left in ‰', perThousand('extra'), 1),
  least('paragraphs', f1('paragraphs'), 0.97),
  least('sections', f1('sections'), 0.9),
  least('headings', f1('headings'), 0.9),
  least('quotations', f1('quotation'), 0.9),
  least('verse', f1('verse'), 0.8),
  least('lists', f1('list'), 0.8),
  least('metadata', share('metadata right', 'metadata printed'), 0.9),
  most('invented', share('metadata invented', 'metadata absent'), 0.02),
  most('sure, wrong', share('sure and wrong', 'sure'), 0.01),
  most('crashes', (score) => count(score, 'crashes'), 0),
];

export const FIELD_MEASURES: readonly Measure[] = [
  'title',
  'authors',
  'postedBy',
  'online',
  'written',
  'firstPublished',
].map((field) => least(field, share(`${field} right`, `${field} printed`), 0.9));

export const met = (measure: Measure, value: number): boolean =>
  measure.more ? value >= measure.target : value <= measure.target;

export function added(scores: readonly Score[]): Score {
  const sum: Record<string, number> = {};
  for (const score of scores) for (const [name, number] of Object.entries(score)) sum[name] = (sum[name] ?? 0) + number;
  return sum;
}

/** How bad a case is: what a person would first look at. */
export function badness(score: Score): number {
  const missed = (name: string): number =>
    count(score, `${name} wanted`) + count(score, `${name} found`) - 2 * count(score, `${name} right`);
  return (
    10 * missed('notes') +
    count(score, 'lost') +
    count(score, 'extra') +
    5 * missed('paragraphs') +
    10 * (missed('sections') + missed('headings')) +
    0.2 * (missed('quotation') + missed('verse') + missed('list')) +
    20 * (count(score, 'metadata invented') + count(score, 'sure and wrong')) +
    10 * (count(score, 'metadata printed') - count(score, 'metadata right')) +
    1000 * count(score, 'crashes')
  );
}
