import type { Score } from './score.ts';
import type { Transcription } from './transcription.ts';

/** One transcription, read and judged. */
export interface Scored {
  readonly transcription: Transcription;
  readonly score: Score;
  readonly faults: readonly string[];
  readonly milliseconds: number;
}
