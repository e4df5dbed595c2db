import type { LinesAs } from '#domain/reading.ts';
import type { HeadingStyle } from './headings.ts';
import type { Layout } from './layout.ts';
import type { MetadataFound } from './metadata-found.ts';
import type { Passage } from './passage.ts';
import type { Segment } from './segments.ts';

export interface HeadPlace {
  readonly segments: readonly Segment[];
  readonly passages: readonly Passage[];
  readonly furniture: ReadonlyMap<number, string>;
  readonly notes: ReadonlySet<number>;
  readonly layout: Layout;
  readonly language: string | null;
  readonly found: MetadataFound;
  /** True for a word the text writes in small letters, or one of the commonest. */
  readonly knows: (word: string) => boolean;
  /** What an editor said a segment is. */
  readonly told: ReadonlyMap<number, LinesAs>;
}

export type Kind = 'furniture' | 'metadata' | 'posting' | 'date' | 'byline' | 'name' | 'candidate' | 'rule';

export interface Item {
  readonly at: number;
  readonly kind: Kind;
  readonly text: string;
  readonly style: HeadingStyle | null;
}
