// Measures proofing on the labelled data of ../shared (not part of the project): `node bench/proof.ts [--half tuning|checking] [--show TYPE|RULE] [--splits] [--speed]`.
import { parseArgs } from 'node:util';
import { proofInCodePoints } from '#proof/code-points.ts';
import { showExample } from './proof/example.ts';
import { halfOf, type LabelledText, readLabelled } from './proof/labelled-text.ts';
import { addScore, emptyScore, type Found, hits, type Score } from './proof/score.ts';
import { measureSpeed } from './proof/speed.ts';
import { type Limit, measureSplits } from './proof/splits.ts';

const SETS = ['injected_en', 'clean_en', 'injected_fr', 'clean_fr', 'typos_en', 'ocr_en'];
const LIMITS: Readonly<Record<string, Limit>> = {
  typos_en: { alarmsPerThousand: 6 },
  ocr_en: { precision: 0.85 },
};
const { values } = parseArgs({
  options: {
    half: { type: 'string' },
    show: { type: 'string' },
    set: { type: 'string', multiple: true },
    types: { type: 'boolean' },
    splits: { type: 'boolean' },
    speed: { type: 'boolean' },
  },
});

for (const name of values.set ?? SETS) {
  const texts = readLabelled(name);
  if (texts === null) {
    console.log(`${name}: the labelled data is not here, nothing measured`);
    continue;
  }
  if (values.splits) {
    measureSplits(name, texts, LIMITS[name] ?? { alarmsPerThousand: 2 });
    continue;
  }
  const halves = values.half === undefined ? (['tuning', 'checking'] as const) : [values.half];
  for (const half of halves)
    measure(
      name,
      half,
      texts.filter((text) => halfOf(text) === half),
    );
}
if (values.show === undefined && values.set === undefined && !values.splits) showExample();
if (values.speed) measureSpeed();

function measure(name: string, half: string, texts: readonly LabelledText[]): void {
  const score = emptyScore();
  for (const text of texts) {
    const findings = proofInCodePoints({ text: text.text, language: text.lang });
    addScore(score, text, findings);
    if (values.show !== undefined) show(text, findings, values.show);
  }
  console.log(line(`${name} ${half}`, score));
  if (values.types) printTables(score);
}

function line(name: string, { words, errors, found, findings, hits: right, alarms }: Score): string {
  const recall = errors === 0 ? '  –  ' : (found / errors).toFixed(3);
  const precision = findings === 0 ? '  –  ' : (right / findings).toFixed(3);
  return `${name.padEnd(24)} recall ${recall} (${found}/${errors})  precision ${precision}  alarms/1,000 words ${((1000 * alarms) / words).toFixed(2)}  (${words} words)`;
}

function printTables({ byType, byRule }: Score): void {
  for (const [type, row] of [...byType].sort((a, b) => b[1].errors - a[1].errors)) {
    console.log(`    ${type.padEnd(26)} ${row.found}/${row.errors}`);
  }
  for (const [rule, row] of [...byRule].sort((a, b) => b[1].alarms - a[1].alarms)) {
    console.log(`        ${rule.padEnd(22)} hits ${row.hits}  alarms ${row.alarms}`);
  }
}

/** What was missed of a type, or what a rule said. */
function show(text: LabelledText, findings: readonly Found[], what: string): void {
  const points = [...text.text];
  const around = (start: number, end: number, note: string) =>
    `${points.slice(Math.max(0, start - 35), start).join('')}⟦${points.slice(start, Math.min(end, start + 60)).join('')}⟧${points.slice(end, end + 30).join('')}  ${note}`.replaceAll(
      '\n',
      '⏎',
    );
  for (const error of text.errors) {
    if (error.type === what && !findings.some((finding) => hits(finding, error)))
      console.log('missed', around(error.start, error.end, `→${error.right}`));
  }
  for (const finding of findings) {
    const right = text.errors.some((error) => hits(finding, error));
    if (finding.rule === what || (what === 'alarms' && !right))
      console.log(
        right ? 'right ' : 'ALARM ',
        around(
          finding.start,
          finding.end,
          `${finding.rule} ${(finding as { suggestion?: string }).suggestion} ${finding.confidence.toFixed(2)}`,
        ),
      );
  }
}
