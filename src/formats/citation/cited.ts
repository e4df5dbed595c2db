import type { Metadata } from '#domain/metadata.ts';

/** What a citation names: a text, in one revision, at one address, perhaps at one paragraph. */
export interface Cited {
  readonly metadata: Metadata;
  /** Of the revision: it will always show these words. */
  readonly url: string;
  readonly siteName: string;
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
  /** The number printed in the margin. */
  readonly paragraph?: number | string | null;
  /** Of the citation's own words, not of the text. */
  readonly language: 'en' | 'fr';
}
