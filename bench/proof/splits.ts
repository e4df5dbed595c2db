import { proofInCodePoints } from '#proof/code-points.ts';
import type { LabelledText } from './labelled-text.ts';
import { addScore, emptyScore, type Found, type Score } from './score.ts';

const SPLITS = 20;
const CONFIDENCES = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85];

/** What a set must keep to; the least confidence said is chosen to keep it. */
export interface Limit {
  readonly alarmsPerThousand?: number;
  readonly precision?: number;
}

/** Twenty random halves: the least confidence is chosen on one and measured on the other. Mean and standard deviation. */
export function measureSplits(name: string, texts: readonly LabelledText[], limit: Limit): void {
  const found = texts.map((text) => ({ text, findings: proofInCodePoints({ text: text.text, language: text.lang }) }));
  const random = randomFrom(name);
  const figures = Array.from({ length: SPLITS }, () => {
    const side = found.map(() => random() < 0.5);
    const [ours, theirs] = [true, false].map((wanted) => found.filter((_, index) => side[index] === wanted));
    const least = CONFIDENCES.find((confidence) => keeps(scoreOf(ours!, confidence), limit)) ?? CONFIDENCES.at(-1)!;
    return { least, ...figuresOf(scoreOf(theirs!, least)) };
  });
  const told = (['recall', 'precision', 'alarms', 'least'] as const).map(
    (key) => `${key} ${spread(figures.map((figure) => figure[key]))}`,
  );
  console.log(`${name.padEnd(12)} ${SPLITS} random halves: ${told.join('  ')}`);
}

interface Proofed {
  readonly text: LabelledText;
  readonly findings: readonly Found[];
}

function scoreOf(proofed: readonly Proofed[], least: number): Score {
  const score = emptyScore();
  for (const { text, findings } of proofed)
    addScore(
      score,
      text,
      findings.filter(({ confidence }) => confidence >= least),
    );
  return score;
}

function figuresOf({ words, errors, found, findings, hits, alarms }: Score) {
  return {
    recall: found / Math.max(errors, 1),
    precision: hits / Math.max(findings, 1),
    alarms: (1000 * alarms) / words,
  };
}

function keeps(score: Score, { alarmsPerThousand = Number.POSITIVE_INFINITY, precision = 0 }: Limit): boolean {
  const figures = figuresOf(score);
  return figures.alarms <= alarmsPerThousand && figures.precision >= precision;
}

function spread(values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return `${mean.toFixed(3)} ± ${Math.sqrt(variance).toFixed(3)}`;
}

/** The same at every run. */
function randomFrom(name: string): () => number {
  let state = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
