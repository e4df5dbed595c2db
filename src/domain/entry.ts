import type { Slug, TextId } from './text.ts';

/** A published text as lists show it. */
export interface TextEntry {
  readonly textId: TextId;
  readonly slug: Slug;
  readonly number: number;
  readonly title: string;
  readonly subtitle: string | null;
  readonly authors: readonly string[];
  readonly translators: readonly string[];
  /** EDTF: when it was written, else first published. */
  readonly date: string | null;
  readonly language: string | null;
  readonly excerpt: string;
  readonly words: number;
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
  readonly firstPublishedAt: string;
}

/** Another text, as an article points to it. */
export interface TextLink {
  readonly slug: Slug;
  readonly title: string;
  readonly authors: readonly string[];
  readonly language: string | null;
}

/** What lists are made by; 'all' is every published text. */
export type TermKind = 'all' | 'author' | 'collection' | 'keyword' | 'language' | 'year';

/** An author, a collection, a keyword …, with how many published texts it has. */
export interface Term {
  readonly kind: TermKind;
  readonly slug: string;
  readonly name: string;
  readonly texts: number;
}

/** newest: first published here last. changed: a new revision counts too. written: by the date of the work. */
export type ListOrder = 'newest' | 'changed' | 'title' | 'written';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** One line of the contents list of an article. */
export interface ContentsLine {
  readonly id: string;
  readonly depth: number;
  readonly text: string;
}
