import type { Finding } from './finding.ts';

/** An answer “let it stand”: these words, for this rule or for any. */
export interface Stet {
  /** A rule's code, or `*`. */
  readonly rule: string;
  readonly words: string;
  /** Of its file, from 1. */
  readonly line: number;
}

/** The answers in a file: `rule: words` a line, `*: words` for every rule, `#` before a remark. A line without a rule is a word to know. */
export function readStets(file: string): { readonly stets: readonly Stet[]; readonly words: readonly string[] } {
  const stets: Stet[] = [];
  const words: string[] = [];
  for (const [index, written] of file.split(/\r?\n/).entries()) {
    const line = written.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [, rule, rest] = /^([a-z-]+|\*)\s*:\s*(.*)$/.exec(line) ?? [];
    if (rule === undefined) words.push(line);
    else stets.push({ rule, words: rest ?? '', line: index + 1 });
  }
  return { stets, words };
}

/** The findings that no answer lets stand, and the answers that met one. An answer without words is for the whole rule. */
export function applyStets(
  findings: readonly Finding[],
  stets: readonly Stet[],
): { readonly findings: readonly Finding[]; readonly used: readonly Stet[] } {
  const used = new Set<Stet>();
  const left = findings.filter((finding) => {
    const answer = stets.find(
      ({ rule, words }) => (rule === '*' || rule === finding.rule) && (words === '' || words === finding.words.trim()),
    );
    if (answer !== undefined) used.add(answer);
    return answer === undefined;
  });
  return { findings: left, used: [...used] };
}
