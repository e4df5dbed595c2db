import { bibtex } from './bibtex.ts';
import type { Cited } from './cited.ts';
import { chicago, mla, plain } from './styles.ts';

export const CITATION_STYLES = ['chicago', 'mla', 'bibtex', 'plain'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

const STYLES: Readonly<Record<CitationStyle, (cited: Cited) => string>> = { chicago, mla, bibtex, plain };

/**
 * A citation of a revision as plain text: Chicago (17th edition, bibliography), MLA (9th), BibTeX (`@online`, biblatex) or a plain sentence.
 * Says the revision and its date, so that what was read can be found again; never invents an author, a title or a year.
 */
export function cite({ style, ...cited }: Cited & { readonly style: CitationStyle }): string {
  return STYLES[style](cited);
}
