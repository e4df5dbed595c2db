import type { LinesAs } from '#domain/reading.ts';

/** Lines an editor said something about: they are one segment, or as many as they would be, but never part of another. */
export interface Cut {
  readonly first: number;
  readonly last: number;
  readonly as: LinesAs;
}
