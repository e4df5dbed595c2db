import type { BodyLabels } from './body-labels.ts';
import type { Block } from './list-blocks.ts';
import type { Note } from './list-notes.ts';

/** What rendering a page knows: its labels, its notes by identifier, and how often each was called so far. */
export interface Page {
  readonly labels: BodyLabels;
  readonly notes: ReadonlyMap<string, { readonly note: Note; readonly id: string }>;
  readonly calls: Map<string, number>;
  readonly inNote: boolean;
  readonly inTable: boolean;
}

/** What the renderer knows of a block. */
export interface BlockPlace {
  readonly block: Block;
  readonly id: string;
  /** In the margin; null for what is not counted. */
  readonly number: number | null;
  /** Of a heading. */
  readonly level: number;
}
