import type { Problem } from '#domain/problem.ts';
import { FORUM_LIMITS, type ImportedText } from '#formats/forum/imported.ts';
import type { ForumSource } from './forum-source.ts';

/** What a first look through a whole export tells: pages may be named after the contributions to them. */
export interface ForumSurvey {
  readonly count: number;
  /** How many contributions each page has, by its foreign id. */
  readonly perText: ReadonlyMap<string, number>;
  /** All that is said of a page. */
  readonly names: ReadonlyMap<string, readonly ImportedText[]>;
  /** The first of them. */
  readonly problems: readonly Problem[];
  readonly problemCounts: ReadonlyMap<string, number>;
}

const MOST_PROBLEMS = 20;

export function surveyForum(source: ForumSource): ForumSurvey {
  const [perText, names] = [new Map<string, number>(), new Map<string, ImportedText[]>()];
  const problems: Problem[] = [];
  const problemCounts = new Map<string, number>();
  let count = 0;
  for (const piece of source.pieces()) {
    if (piece.kind === 'contribution') {
      count += 1;
      raise(perText, piece.contribution.textForeignId);
    } else if (piece.kind === 'text') {
      const { foreignId } = piece.text;
      const known = names.get(foreignId);
      if (known) known.push(piece.text);
      else if (names.size < FORUM_LIMITS.contributions) names.set(foreignId, [piece.text]);
    } else {
      raise(problemCounts, piece.problem.code);
      if (problems.length < MOST_PROBLEMS) problems.push(piece.problem);
    }
  }
  return { count, perText, names, problems, problemCounts };
}

function raise(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
