import type { Metadata } from './metadata.ts';
import type { Problem } from './problem.ts';

/** What importing a file produced: a tree plus guesses plus problems. Lines and columns count from 1, columns in characters. */
export interface Reading {
  readonly format: 'text' | 'markdown';
  readonly encoding: string;
  readonly language: string | null;
  readonly metadata: Metadata;
  readonly guesses: readonly Guess[];
  readonly counts: ReadingCounts;
  readonly sections: readonly ReadSection[];
  readonly blocks: readonly ReadBlock[];
  readonly notes: readonly ReadNote[];
  readonly furniture: readonly Furniture[];
  readonly problems: readonly Problem[];
  /** Stet Markdown with front matter: what the editor goes on with. */
  readonly source: string;
}

/** Something inferred, with its evidence. */
export interface Guess {
  /** A metadata field's name, or 'encoding', 'furniture', 'section', 'heading', 'quotation', 'verse', 'list', 'note', 'lead-in' … */
  readonly what: string;
  readonly value: string | null;
  readonly evidence: Evidence;
  /** 0 to 1. */
  readonly confidence: number;
  /** Runners-up, best first. */
  readonly alternatives: readonly string[];
}

export interface Evidence {
  readonly line: number;
  readonly excerpt: string;
}

export interface ReadingCounts {
  readonly sections: number;
  /** Prose and quotation paragraphs together. */
  readonly paragraphs: number;
  /** Block quotations, each of one paragraph or more. */
  readonly quotations: number;
  readonly notes: number;
  /** White-space-separated tokens of the body holding a letter or a digit, note calls left out. */
  readonly words: number;
  readonly noteWords: number;
}

export interface ReadSection {
  readonly heading: string | null;
  readonly line: number;
  readonly paragraphs: number;
}

export interface ReadBlock {
  readonly kind: BlockKind;
  /** Number of its section, from 1. */
  readonly section: number;
  readonly lines: LineRange;
  /** As in the file, lines of a hard-wrapped paragraph joined, note calls left out. */
  readonly text: string;
  /** Paragraphs of one block quotation share a number, from 1. */
  readonly quotation?: number;
}

export type BlockKind = 'paragraph' | 'quotation' | 'verse' | 'heading' | 'list' | 'table' | 'figure';

/** First and last line, from 1, both included. */
export type LineRange = readonly [number, number];

export interface ReadNote {
  /** As called in the file, without its brackets: "1", "*", "a". */
  readonly label: string;
  /** Null for a body that nothing calls. */
  readonly call: { readonly line: number; readonly column: number } | null;
  /** Null for a call without a body. */
  readonly body: { readonly line: number; readonly text: string } | null;
}

/** Parts of a copied page that are not the text. */
export interface Furniture {
  readonly lines: LineRange;
  readonly text: string;
  /** A stable code: 'forum', 'menu', 'share', 'copyright', 'date-line' …; also its message key. */
  readonly why: string;
}

/** What an editor says against a guess. The same file read again with its corrections gives the corrected reading. */
export type Correction =
  | { readonly kind: 'metadata'; readonly field: keyof Metadata; readonly value: string | readonly string[] | null }
  | { readonly kind: 'lines'; readonly lines: LineRange; readonly as: LinesAs }
  /** Pair the note whose body begins at `bodyLine` with the call at `call`, or with none. */
  | {
      readonly kind: 'note';
      readonly bodyLine: number;
      readonly call: { readonly line: number; readonly column: number } | null;
    };

export type LinesAs =
  | 'paragraph'
  | 'quotation'
  | 'verse'
  | 'heading'
  | 'list'
  | 'furniture'
  | 'text'
  | 'note'
  | 'metadata'
  | 'section-break'
  | 'no-break';
