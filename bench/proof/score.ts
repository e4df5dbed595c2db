import type { LabelledError, LabelledText } from './labelled-text.ts';

/** A finding in code points, as `stet proof --json` gives it. */
export interface Found {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

export interface Score {
  words: number;
  errors: number;
  found: number;
  findings: number;
  hits: number;
  alarms: number;
  readonly byType: Map<string, { errors: number; found: number }>;
  readonly byRule: Map<string, { hits: number; alarms: number }>;
}

export const emptyScore = (): Score => ({
  words: 0,
  errors: 0,
  found: 0,
  findings: 0,
  hits: 0,
  alarms: 0,
  byType: new Map(),
  byRule: new Map(),
});

/** A finding this long says something of a paragraph, not of a word. */
const LONG = 120;
const OF_PARAGRAPHS = /quote|bracket|note|marker|break/;

/** A finding hits an error whose span, widened by one character, it overlaps. Errors marked as unscored count neither way. */
export function addScore(
  score: Score,
  { text, errors, unscored = [] }: LabelledText,
  findings: readonly Found[],
): void {
  score.words += text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  for (const error of errors) {
    const found = findings.some((finding) => hits(finding, error));
    const row = entry(score.byType, error.type, () => ({ errors: 0, found: 0 }));
    row.errors++;
    score.errors++;
    if (found) {
      row.found++;
      score.found++;
    }
  }
  for (const finding of findings) {
    const hit = errors.some((error) => hits(finding, error));
    if (!hit && unscored.some((error) => hits(finding, error))) continue;
    const row = entry(score.byRule, finding.rule, () => ({ hits: 0, alarms: 0 }));
    score.findings++;
    if (hit) {
      row.hits++;
      score.hits++;
    } else {
      row.alarms++;
      score.alarms++;
    }
  }
}

export function hits({ start, end }: Found, error: LabelledError): boolean {
  if (end - start > LONG && !OF_PARAGRAPHS.test(error.type)) return false;
  return start < error.end + 1 && Math.max(end, start + 1) > error.start - 1;
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
