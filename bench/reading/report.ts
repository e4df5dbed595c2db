import { added, FIELD_MEASURES, MEASURES, type Measure, met } from './rates.ts';
import type { ReadingJson } from './reading-shape.ts';
import type { Score } from './score.ts';
import type { Scored } from './scored.ts';

const out = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};
const figure = (value: number | null): string =>
  value === null
    ? '–'
    : value >= 100
      ? value.toFixed(0)
      : value >= 10
        ? value.toFixed(1)
        : value.toFixed(3).replace(/^0\./, '.');
const goal = (measure: Measure): string => `${measure.more ? '≥' : '≤'} ${figure(measure.target)}`;

export function printReport({
  share,
  scored,
  simple,
  worst,
}: {
  share: string;
  scored: readonly Scored[];
  simple: Score;
  worst: number;
}): void {
  const total = added(scored.map((one) => one.score));
  const styles = [...new Set(scored.map((one) => one.transcription.style))];
  out(
    `${scored.length} transcriptions (${share}), ${styles.length} styles, ${total.words} words, ${Math.round(scored.reduce((sum, one) => sum + one.milliseconds, 0))} ms of reading`,
  );
  out();
  out(
    `${'measure'.padEnd(16)} ${'target'.padStart(8)} ${'reader'.padStart(8)} ${'en'.padStart(8)} ${'fr'.padStart(8)} ${'[n] only'.padStart(9)}`,
  );
  const of = (language: string): Score =>
    added(scored.filter((one) => one.transcription.language === language).map((one) => one.score));
  for (const measure of MEASURES) {
    const value = measure.of(total);
    const row = [goal(measure), figure(value), figure(measure.of(of('en'))), figure(measure.of(of('fr')))].map((cell) =>
      cell.padStart(8),
    );
    out(
      `${measure.name.padEnd(16)} ${row.join(' ')} ${figure(measure.of(simple)).padStart(9)}  ${value === null || met(measure, value) ? '' : 'short'}`,
    );
  }
  out();
  out(FIELD_MEASURES.map((measure) => `${measure.name} ${figure(measure.of(total))}`).join('   '));
  out();
  const shown = MEASURES.slice(0, 13);
  out(`${'style'.padEnd(40)}${shown.map((measure) => measure.name.slice(0, 9).padStart(10)).join('')}`);
  for (const style of styles.toSorted()) {
    const sum = added(scored.filter((one) => one.transcription.style === style).map((one) => one.score));
    out(`${style.slice(0, 39).padEnd(40)}${shown.map((measure) => cell(measure, measure.of(sum))).join('')}`);
  }
  out();
  out(`The ${Math.min(worst, scored.length)} worst (--show 'NAME' prints one):`);
  for (const one of scored.slice(0, worst)) {
    out(`\n${one.transcription.name}  (notes: ${one.transcription.mark}; ${one.transcription.encoding})`);
    for (const fault of one.faults) out(`  ${fault}`);
  }
}

const cell = (measure: Measure, value: number | null): string =>
  `${figure(value)}${value !== null && !met(measure, value) ? '!' : ' '}`.padStart(10);

/** A case line by line: what each line is, then what was read. */
export function showCase({ transcription, faults }: Scored, read: ReadingJson): void {
  transcription.text.split(/\r\n?|\n/).forEach((line, index) => {
    out(
      `${String(index + 1).padStart(4)} ${(transcription.labels[index] ?? '').slice(0, 9).padEnd(9)} ${line.length > 160 ? `${line.slice(0, 110)} … ${line.slice(-45)}` : line}`,
    );
  });
  out('\nTRUTH');
  out(JSON.stringify(transcription.metadata));
  for (const note of transcription.notes)
    out(JSON.stringify({ ...note, body: note.body && { ...note.body, text: note.body.text.slice(0, 60) } }));
  out('\nREADING');
  out(JSON.stringify(read.metadata));
  for (const block of read.blocks)
    out(`${block.lines.join('–').padEnd(9)} §${block.section} ${block.kind.padEnd(10)} ${block.text.slice(0, 90)}`);
  for (const note of read.notes)
    out(JSON.stringify({ ...note, body: note.body && { ...note.body, text: note.body.text.slice(0, 60) } }));
  for (const piece of read.furniture)
    out(`${piece.lines.join('–').padEnd(9)} ${piece.why.padEnd(12)} ${piece.text.slice(0, 60).replace(/\n/g, ' / ')}`);
  for (const guess of read.guesses)
    out(
      `${guess.confidence.toFixed(2)} ${guess.what} = ${String(guess.value).slice(0, 50)} (line ${guess.evidence.line})`,
    );
  for (const problem of read.problems) out(`${problem.code} (line ${problem.line})`);
  out('\nFAULTS');
  for (const fault of faults) out(fault);
}
