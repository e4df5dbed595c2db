import type { Layout } from './layout.ts';
import type { Passage } from './passage.ts';
import type { Segment } from './segments.ts';

export interface BodyPlace {
  readonly segments: readonly Segment[];
  readonly passages: readonly Passage[];
  readonly layout: Layout;
  /** Segments that are not of the text, and those before it begins. */
  readonly out: ReadonlySet<number>;
  readonly start: number;
  readonly language: string | null;
  /** What an editor said a segment is. */
  readonly said: ReadonlyMap<number, string>;
  /** Where an editor said a section begins, or does not. */
  readonly breaks: ReadonlyMap<number, string>;
}

export function removedBetween(place: BodyPlace, last: number, at: number): boolean {
  for (let between = last + 1; between < at; between++) if (place.out.has(between)) return true;
  return false;
}

export const ENDED =
  /[.!?:;…]["”»’)\]]*(?:\s?(?:<[^<>]{1,80}>)*[[({⁽]*\^?(?:note )?[\da-z*†‡§¹²³⁰⁴-⁹]{1,3}[\])}⁾]*(?:\([^()]{1,60}\))?(?:<[^<>]{1,80}>)*){0,2}["”»’)\]]*$/iu;

export const endsWithColon = (place: BodyPlace, order: readonly number[], index: number): boolean =>
  index > 0 && /:$/.test(place.passages[order[index - 1]!]!.text);
