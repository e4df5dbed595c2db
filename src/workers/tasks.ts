import type { Metadata } from '#domain/metadata.ts';
import type { Problem } from '#domain/problem.ts';
import type { Correction, Reading } from '#domain/reading.ts';
import type { IdentifiedBlock, IdentifiedNote } from '#domain/text.ts';
import type { Language } from '#locale/translate.ts';
import type { Finding } from '#proof/finding.ts';
import type { LibraryWord } from '#proof/library.ts';
import type { Comparison } from '#text/compare-trees.ts';

/** What the threads can do: each task's argument and its result. Both cross a thread, so both are plain data. */
export interface Tasks {
  read: { readonly argument: ReadArgument; readonly result: Reading };
  readAndPack: { readonly argument: ReadArgument; readonly result: PackedReading };
  prepare: { readonly argument: PrepareArgument; readonly result: Prepared };
  readAndPrepare: { readonly argument: ReadAndPrepareArgument; readonly result: ReadAndPrepared };
  preview: { readonly argument: PreviewArgument; readonly result: Preview };
  compare: { readonly argument: CompareArgument; readonly result: Comparison };
  proof: { readonly argument: ProofArgument; readonly result: readonly Finding[] };
  vocabulary: { readonly argument: VocabularyArgument; readonly result: readonly string[] };
  locate: { readonly argument: LocateArgument; readonly result: Located };
}

export type TaskName = keyof Tasks;

export interface ReadArgument {
  readonly bytes: Uint8Array;
  readonly fileName?: string;
  readonly format: 'auto' | 'text' | 'markdown';
  readonly corrections?: readonly Correction[];
}

/** What a draft needs of a reading at once, and the whole of it as JSON under zstd. */
export interface PackedReading extends Pick<Reading, 'source'>, Pick<Metadata, 'title' | 'authors'> {
  readonly packed: Uint8Array;
  /** Of its problems, each once. */
  readonly codes: readonly string[];
}

export interface PrepareArgument {
  readonly source: string;
  readonly previousBlocks: readonly IdentifiedBlock[];
  readonly previousNotes: readonly IdentifiedNote[];
  /** Of the page's furniture where the text's own language is not one we speak. */
  readonly language: Language;
}

/** Everything a revision keeps that is derived from its source. */
export interface Prepared {
  readonly metadata: Metadata;
  readonly problems: readonly Problem[];
  readonly blocks: readonly IdentifiedBlock[];
  readonly notes: readonly IdentifiedNote[];
  /** Blocks of the previous revision that are no more. */
  readonly removed: readonly IdentifiedBlock[];
  readonly bodyHtml: string;
  readonly contents: readonly ContentsEntry[];
  /** As transcribed: lead-in capitals as they stand. */
  readonly plainText: string;
  /** In sentence case, for search. */
  readonly searchText: string;
  readonly excerpt: string;
  readonly words: number;
}

export interface ContentsEntry {
  readonly id: string;
  readonly depth: number;
  readonly text: string;
}

/** A file read and prepared as a first revision: one trip for bulk import. */
export interface ReadAndPrepareArgument extends ReadArgument {
  readonly language: Language;
}

export interface ReadAndPrepared {
  readonly reading: Reading;
  readonly prepared: Prepared;
}

export interface PreviewArgument {
  readonly source: string;
  readonly language: Language;
}

export interface Preview {
  readonly html: string;
  readonly problems: readonly Problem[];
  readonly metadata: Metadata;
  readonly words: number;
}

export interface CompareArgument {
  /** Sources, not trees: a tree costs more to send than to parse. */
  readonly from: string;
  readonly to: string;
}

export interface ProofArgument {
  readonly source: string;
  /** Words the site knows. */
  readonly lexicon: readonly string[];
  /** What other texts of the library write. */
  readonly library: readonly LibraryWord[];
}

export interface VocabularyArgument {
  readonly source: string;
}

export interface LocateArgument {
  readonly source: string;
  /** The words of the paragraph they were read in; null where nobody said. */
  readonly paragraph: string | null;
  readonly words: string;
}

/** Offsets in the source; null when the words stand nowhere, or in more than one place. */
export type Located = { readonly start: number; readonly end: number } | null;
