import type { Problem } from '#domain/problem.ts';
import type { Guess } from '#domain/reading.ts';

export interface Repair {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly guesses: readonly Guess[];
}

/** UTF-8 that somebody once read as Windows-1252 (`â€™`, `Ã©`): put right where every run of it decodes cleanly, and reported either way. */
export function repairMojibake(text: string): Repair {
  const first = SUSPECT.exec(text);
  if (!first) return { text, problems: [], guesses: [] };
  const line = lineAt(text, first.index);
  let count = 0;
  let unclean = 0;
  const repaired = text.replace(SUSPECT_RUNS, (run) => {
    const clean = decodeRun(run);
    if (clean === null) unclean++;
    else count++;
    return clean ?? run;
  });
  if (count === 0) return { text, problems: [], guesses: [] };
  const problem: Problem = {
    code: 'mojibake',
    message: `${count + unclean} places were UTF-8 once read as Windows-1252.`,
    values: { count: count + unclean },
    line,
  };
  const excerpt = text.slice(Math.max(0, first.index - 20), first.index + 20).replace(/\s+/g, ' ');
  const value = repaired.slice(Math.max(0, first.index - 20), first.index + 20).replace(/\s+/g, ' ');
  const confidence = unclean === 0 ? 0.9 : 0.7;
  const guess: Guess = { what: 'mojibake', value, evidence: { line, excerpt }, confidence, alternatives: [excerpt] };
  return { text: repaired, problems: [problem], guesses: [guess] };
}

/**
 * A lead byte of UTF-8 and its continuation bytes, as Windows-1252 shows them. Only the leads that Western texts produce (Â Ã Å â): an É
 * before a » is not mojibake.
 */
const TAIL =
  '\\u0080-\\u00BF\\u20AC\\u201A\\u0192\\u201E\\u2026\\u2020\\u2021\\u02C6\\u2030\\u0160\\u2039\\u0152\\u017D\\u2018\\u2019\\u201C\\u201D\\u2022\\u2013\\u2014\\u02DC\\u2122\\u0161\\u203A\\u0153\\u017E\\u0178';
const SUSPECT = new RegExp(`[\\u00C2\\u00C3\\u00C5][${TAIL}]|\\u00E2[${TAIL}]{2}`);
const SUSPECT_RUNS = new RegExp(SUSPECT.source, 'g');

const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, at): [string, number] => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(at + 128)),
    at + 128,
  ]),
);

function decodeRun(run: string): string | null {
  const bytes = Array.from(run, (character) => BYTES.get(character) ?? character.codePointAt(0)!);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
