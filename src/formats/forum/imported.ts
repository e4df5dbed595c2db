// What a reader of another site's forum gives: one piece after another, so that memory holds a line, not a forum.
import type { ContributionState } from '#domain/contribution.ts';
import type { Problem } from '#domain/problem.ts';

/** A piece of an export, in the order of the file. What is said of a text may stand after the contributions to it. */
export type ForumPiece =
  | { readonly kind: 'text'; readonly text: ImportedText }
  | { readonly kind: 'contribution'; readonly contribution: ImportedContribution }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** What the other site says of a page that has contributions: whatever may help to find our text. */
export interface ImportedText {
  /** As its contributions name it: `article 12`, `thread 7`. */
  readonly foreignId: string;
  readonly slug: string | null;
  readonly url: string | null;
  readonly title: string | null;
}

export interface ImportedContribution {
  readonly foreignId: string;
  readonly parentForeignId: string | null;
  readonly textForeignId: string;
  /** Empty where nobody is named. */
  readonly name: string;
  readonly email: string | null;
  readonly subject: string | null;
  /** Plain text with blank lines between paragraphs and the forum's small markup. */
  readonly body: string;
  /** ISO 8601 in UTC, without fractions; null where the file has no date that exists. */
  readonly at: string | null;
  /** What the file leaves open waits. */
  readonly state: ImportedState;
  /** The file does not say whether it was approved. */
  readonly isUnsaid?: true;
  /** Only our own format has it. */
  readonly history: ImportedHistory | null;
  /** From 1; null where the file has no lines. */
  readonly line: number | null;
}

export const IMPORTED_STATES = [
  'waiting',
  'validated',
  'refused',
  'spam',
  'withdrawn',
] as const satisfies readonly ContributionState[];
export type ImportedState = (typeof IMPORTED_STATES)[number];

export interface ImportedHistory {
  readonly blockId: string | null;
  readonly quote: string | null;
  /** The last one is what the contribution says itself. */
  readonly revisions: readonly ImportedRevision[];
  readonly decisions: readonly ImportedDecision[];
}

export interface ImportedRevision {
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
  readonly at: string | null;
}

export interface ImportedDecision {
  readonly revision: number;
  readonly decision: 'validate' | 'refuse' | 'spam' | 'withdraw';
  readonly ground: string;
  readonly reason: string | null;
  readonly at: string | null;
}

/** A row of a table, from wherever it comes: a dump or a database file. */
export interface TableRow {
  readonly kind: 'row';
  readonly table: string;
  readonly values: Readonly<Record<string, string | null>>;
  readonly line: number | null;
}

export type RowPiece = TableRow | { readonly kind: 'problem'; readonly problem: Problem };

/** What no export reaches and an attack does. Characters are UTF-16 code units. */
export const FORUM_LIMITS = {
  /** One field of a file. */
  field: 32_000_000,
  /** The body of one contribution, as it came. */
  body: 200_000,
  depth: 64,
  contributions: 5_000_000,
  xmlMistakes: 100,
  /** Bytes of a compressed file from which on it may be no more than `growth` times as long as it was packed. */
  unpacked: 64_000_000,
  growth: 200,
} as const;

export const problemPiece = (
  code: string,
  message: string,
  { line }: { readonly line: number | null } = { line: null },
): { readonly kind: 'problem'; readonly problem: Problem } => ({ kind: 'problem', problem: { code, message, line } });
