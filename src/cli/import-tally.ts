import type { FileHandle } from 'node:fs/promises';
import type { Mistake } from '#domain/result.ts';
import { isMessageKey } from '#locale/translate.ts';
import type { ImportOutcome } from '#operations/text-import.ts';
import type { Terminal } from './terminal.ts';

export interface ImportTally {
  count(outcome: ImportOutcome): Promise<void>;
  readonly refused: number;
  /** What became of the files; of those that did not fit, why. */
  say(): void;
}

const MOST_SHOWN = 20;

/** Counts what became of each file, and writes it to the report when there is one. */
export function startTally(terminal: Terminal, report: FileHandle | null): ImportTally {
  const counts = { published: 0, draft: 0, skipped: 0, refused: 0 };
  const refusals: string[] = [];
  return {
    get refused() {
      return counts.refused;
    },
    count: async (outcome) => {
      const became = outcome.kind === 'imported' ? (outcome.slug ? 'published' : 'draft') : outcome.kind;
      counts[became] += 1;
      const why = outcome.kind === 'refused' ? outcome.mistakes.map((one) => shown(one, terminal)).join(' ') : null;
      if (why && refusals.length < MOST_SHOWN)
        refusals.push(terminal.text('cli.import.refused', { path: outcome.path, why }));
      await report?.write(`${JSON.stringify(reportLine(outcome, became, why))}\n`);
    },
    say: () => {
      for (const [became, count] of Object.entries(counts) as [keyof typeof counts, number][])
        if (count > 0) terminal.say(`cli.import.outcome-${became}`, { count });
      for (const line of refusals) terminal.errors.write(`${line}\n`);
      if (counts.refused > MOST_SHOWN) terminal.complain('cli.import.more', { count: counts.refused - MOST_SHOWN });
    },
  };
}

function reportLine(outcome: ImportOutcome, became: string, why: string | null) {
  if (outcome.kind === 'refused') return { file: outcome.path, outcome: became, why };
  return { file: outcome.path, outcome: became, text: outcome.textId, slug: outcome.slug };
}

function shown({ key, values }: Mistake, { text }: Terminal): string {
  if (key === 'mistake.title-missing') return text('cli.import.title-missing');
  return isMessageKey(key) ? text(key, values) : key;
}
