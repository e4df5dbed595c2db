import type { Problem } from '#domain/problem.ts';
import type { PlacedCall } from './note-pairs.ts';
import type { Passage } from './passage.ts';
import type { Segment } from './segments.ts';

export interface NotesPlace {
  readonly segments: readonly Segment[];
  readonly passages: readonly Passage[];
  /** Segments known to be no part of the text. */
  readonly excluded: ReadonlySet<number>;
}

export interface FoundNote {
  readonly label: string;
  readonly call: PlacedCall | null;
  /** The segments of its body, the first of which begins with its mark. */
  readonly body: readonly number[];
  readonly confidence: number;
}

export interface FoundNotes {
  readonly notes: readonly FoundNote[];
  /** Segments that only announce notes: their heading, the rule above them. */
  readonly apparatus: ReadonlySet<number>;
  readonly problems: readonly Problem[];
}
