import type { Finding } from '#proof/finding.ts';

/** Names a finding of one version of a draft. */
export function findingKey({ rule, start, end }: Pick<Finding, 'rule' | 'start' | 'end'>): string {
  return `${rule} ${start} ${end}`;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

const LONGEST_WORD = 40;

/** A finding's words widened to the white space around them: what a person can change without counting letters. */
export function passageOf(source: string, { start, end }: Span): Span & { readonly words: string } {
  const before = /\S*$/.exec(source.slice(Math.max(0, start - LONGEST_WORD), start))![0].length;
  const after = /^\S*/.exec(source.slice(end, end + LONGEST_WORD))![0].length;
  const span = { start: start - before, end: end + after };
  return { ...span, words: source.slice(span.start, span.end) };
}

/** The source with the same words put in each place, in ascending order, and where they then stand. What overlaps the place before it is left. */
export function putInPlaces(
  source: string,
  { spans, instead }: { readonly spans: readonly Span[]; readonly instead: string },
): { readonly source: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let [made, from] = ['', 0];
  for (const { start, end } of spans) {
    if (start < from) continue;
    made += source.slice(from, start);
    places.push(made.length);
    made += instead;
    from = end;
  }
  return { source: made + source.slice(from), places };
}
