// A contribution as a line of our own export. docs/reference/forum.schema.json describes it; both ways keep to it.
import type { ImportedState } from '../imported.ts';

/** Of these shapes; stands in each line. */
export const FORUM_LINE_VERSION = 1;

export interface ForumLine {
  readonly stetForum: typeof FORUM_LINE_VERSION;
  readonly id: string;
  /** The text's slug. */
  readonly text: string;
  readonly title: string | null;
  readonly parent: string | null;
  readonly block: string | null;
  readonly quote: string | null;
  readonly state: ImportedState;
  readonly receivedAt: string;
  /** Only when it was asked for. */
  readonly email?: string;
  readonly revisions: readonly RevisionLine[];
  /** Oldest first. Who decided is not said. */
  readonly decisions: readonly DecisionLine[];
}

export interface RevisionLine {
  readonly revision: number;
  readonly name: string;
  readonly subject: string | null;
  readonly body: string;
  readonly receivedAt: string;
}

export interface DecisionLine {
  readonly revision: number;
  readonly decision: 'validate' | 'refuse' | 'spam' | 'withdraw';
  readonly ground: string;
  readonly reason: string | null;
  readonly at: string;
}
