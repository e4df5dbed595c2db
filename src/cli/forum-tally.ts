import type { ImportedState } from '#formats/forum/imported.ts';
import { isMessageKey } from '#locale/translate.ts';
import type { ImportOutcome } from '#operations/forum-import.ts';
import type { ForumText } from '#operations/reads/forum-texts.ts';
import type { ForumSurvey } from './forum-survey.ts';
import type { Terminal } from './terminal.ts';

export interface ForumTally {
  count(outcome: Pick<ImportOutcome, 'kind' | 'state'>): void;
  orphan(): void;
  /** Whose text is not here. */
  unplaced(): void;
  isClean(): boolean;
  say(places: ReadonlyMap<string, ForumText | null>): void;
}

const MOST_SHOWN = 20;

/** What became of the contributions, by state; then what was wrong in the file, and the pages that no text was found for. */
export function startForumTally(terminal: Terminal, survey: ForumSurvey): ForumTally {
  const states = new Map<ImportedState, number>();
  const counts = { known: 0, empty: 0, orphans: 0, unplaced: 0 };
  return {
    count: ({ kind, state }) => {
      if (kind === 'stored') states.set(state, (states.get(state) ?? 0) + 1);
      else counts[kind] += 1;
    },
    orphan: () => {
      counts.orphans += 1;
    },
    unplaced: () => {
      counts.unplaced += 1;
    },
    isClean: () => counts.unplaced === 0,
    say: (places) => {
      for (const [state, count] of states) terminal.say(`cli.forum.tally-${state}`, { count });
      for (const [what, count] of Object.entries(counts) as [keyof typeof counts, number][])
        if (count > 0) terminal.say(`cli.forum.tally-${what}`, { count });
      sayProblems(terminal, survey);
      sayUnplaced(terminal, survey, places);
    },
  };
}

function sayProblems(terminal: Terminal, { problems, problemCounts }: ForumSurvey): void {
  for (const [code, count] of problemCounts) {
    const lines = problems.flatMap((one) => (one.code === code && one.line !== null ? [one.line] : [])).slice(0, 5);
    const message = problems.find((one) => one.code === code)?.message ?? '';
    const what = isMessageKey(code) ? terminal.text(code) : message || code;
    const where = lines.length > 0 ? ` (${terminal.text('cli.forum.lines', { lines: lines.join(', ') })})` : '';
    terminal.errors.write(`${terminal.text('cli.forum.problem', { count, what })}${where}\n`);
  }
}

function sayUnplaced(
  terminal: Terminal,
  { names, perText }: ForumSurvey,
  places: ReadonlyMap<string, ForumText | null>,
): void {
  const unplaced = [...places].filter(([, place]) => place === null).map(([foreignId]) => foreignId);
  if (unplaced.length === 0) return;
  terminal.complain('cli.forum.unplaced', { count: unplaced.length });
  for (const foreignId of unplaced.slice(0, MOST_SHOWN)) {
    const [known] = names.get(foreignId) ?? [];
    const count = perText.get(foreignId) ?? 0;
    const called = [known?.title, known?.url ?? known?.slug].filter(Boolean).join('  ');
    terminal.errors.write(`  ${foreignId},?   ${terminal.text('cli.forum.contributions', { count })}  ${called}\n`);
  }
  if (unplaced.length > MOST_SHOWN) terminal.complain('cli.import.more', { count: unplaced.length - MOST_SHOWN });
}
