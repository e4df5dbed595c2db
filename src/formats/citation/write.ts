import type { Metadata } from '#domain/metadata.ts';
import { bibtex } from './bibtex.ts';
import { chicago, mla, plain } from './styles.ts';

export const CITATION_STYLES = ['chicago', 'mla', 'bibtex', 'plain'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

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

const STYLES: Readonly<Record<CitationStyle, (cited: Cited) => string>> = { chicago, mla, bibtex, plain };

/**
 * A citation of a revision as plain text: Chicago (17th edition, bibliography), MLA (9th), BibTeX (`@online`, biblatex) or a plain sentence.
 * Says the revision and its date, so that what was read can be found again; never invents an author, a title or a year.
 */
export function cite({ style, ...cited }: Cited & { readonly style: CitationStyle }): string {
  return STYLES[style](cited);
}
