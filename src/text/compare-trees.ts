import { METADATA_FIELDS, type Metadata } from '#domain/metadata.ts';
import type { BlockId } from '#domain/text.ts';
import { alignBlocks } from './align-blocks.ts';
import { alignNotes } from './align-notes.ts';
import { compareWords, type WordChange } from './compare-words.ts';
import { type Block, listBlocks, type TextBlockKind } from './list-blocks.ts';
import { listNotes, type Note } from './list-notes.ts';
import type { ParsedSource } from './parse-source.ts';

/** What changed between two states of a text: data for a page, not HTML. */
export interface Comparison {
  readonly metadata: readonly MetadataChange[];
  /** In the order of the later state, removed blocks where they stood. */
  readonly blocks: readonly BlockChange[];
  readonly notes: readonly NoteChange[];
  readonly counts: ChangeCounts;
}

export interface MetadataChange {
  readonly field: keyof Metadata;
  readonly from: Metadata[keyof Metadata];
  readonly to: Metadata[keyof Metadata];
}

export interface BlockChange {
  readonly kind: TextBlockKind;
  readonly change: 'unchanged' | 'changed' | 'added' | 'removed' | 'moved' | 'moved and changed';
  /** The block's words: one run of the same words where nothing changed. */
  readonly words: readonly WordChange[];
  /** Its kind before, where that changed: a paragraph became a quotation. */
  readonly previousKind: TextBlockKind | null;
}

export interface NoteChange {
  readonly number: number;
  readonly change: 'unchanged' | 'changed' | 'added' | 'removed';
  readonly words: readonly WordChange[];
}

export interface ChangeCounts {
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  readonly blocksAdded: number;
  readonly blocksRemoved: number;
  readonly blocksChanged: number;
  readonly blocksMoved: number;
}

type Source = Pick<ParsedSource, 'metadata' | 'tree'>;

/** Compares two states of a text by words, with its metadata and notes. A block that moved is one that moved, not two. */
export function compareTrees({ from, to }: { readonly from: Source; readonly to: Source }): Comparison {
  const blocks = compareBlocks(listBlocks(from.tree), listBlocks(to.tree));
  const notes = compareNotes(listNotes(from.tree), listNotes(to.tree));
  return { metadata: compareMetadata(from.metadata, to.metadata), blocks, notes, counts: countChanges(blocks, notes) };
}

function compareMetadata(from: Metadata, to: Metadata): MetadataChange[] {
  return METADATA_FIELDS.filter(({ name }) => JSON.stringify(from[name]) !== JSON.stringify(to[name])).map(
    ({ name }) => ({ field: name, from: from[name], to: to[name] }),
  );
}

/** Ids that only say which was which: "0", "1" … in the order of the earlier state, "+" for what is new. */
const place = (index: number): BlockId => String(index) as BlockId;
const NEW = '+' as BlockId;

function compareBlocks(from: readonly Block[], to: readonly Block[]): BlockChange[] {
  const previous = from.map(({ kind, text }, index) => ({ id: place(index), kind, text }));
  const next = to.map((block) => ({ ...block, explicitId: null }));
  const aligned = alignBlocks({ previous, next, createId: () => NEW }).blocks.map(({ id }) =>
    id === NEW ? null : Number(id),
  );
  const stayed = new Set(longestRise(aligned.filter((old) => old !== null)));
  const changes = to.map((block, index): BlockChange => {
    const old = aligned[index] ?? null;
    return old === null ? added(block) : compareBlock(from[old]!, block, !stayed.has(old));
  });
  return withRemoved({ from, aligned, changes });
}

function added({ kind, text }: Block): BlockChange {
  return { kind, change: 'added', words: [{ kind: 'added', text }], previousKind: null };
}

function compareBlock(from: Block, to: Block, moved: boolean): BlockChange {
  const changed = from.text !== to.text || from.kind !== to.kind;
  const change = moved ? (changed ? 'moved and changed' : 'moved') : changed ? 'changed' : 'unchanged';
  return {
    kind: to.kind,
    change,
    words: compareWords(from.text, to.text),
    previousKind: from.kind === to.kind ? null : from.kind,
  };
}

/** Puts each removed block behind the one it stood behind. */
function withRemoved(given: {
  readonly from: readonly Block[];
  readonly aligned: readonly (number | null)[];
  readonly changes: readonly BlockChange[];
}): BlockChange[] {
  const { from, aligned, changes } = given;
  const known = new Map<number, number>();
  aligned.forEach((old, index) => {
    if (old !== null) known.set(old, index);
  });
  const behind = new Map<number, BlockChange[]>();
  let last = -1;
  from.forEach(({ kind, text }, old) => {
    const index = known.get(old);
    if (index !== undefined) last = index;
    else {
      const removed: BlockChange = { kind, change: 'removed', words: [{ kind: 'removed', text }], previousKind: null };
      behind.set(last, [...(behind.get(last) ?? []), removed]);
    }
  });
  return [...(behind.get(-1) ?? []), ...changes.flatMap((change, index) => [change, ...(behind.get(index) ?? [])])];
}

/** The longest rising part of a list of places: what stayed in order. The rest moved. */
function longestRise(places: readonly number[]): number[] {
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const one of places) {
    let low = 0;
    for (let high = tails.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (tails[middle]! < one) low = middle + 1;
      else high = middle;
    }
    before.set(one, tails[low - 1]);
    tails[low] = one;
  }
  const rise: number[] = [];
  for (let one = tails.at(-1); one !== undefined; one = before.get(one)) rise.push(one);
  return rise;
}

function compareNotes(from: readonly Note[], to: readonly Note[]): NoteChange[] {
  const previous = from.map(({ label, text }, index) => ({ id: place(index), label, text }));
  const { notes, removed } = alignNotes({ previous, next: to, createId: () => NEW });
  const changes = to.map(({ number, text }, index): NoteChange => {
    const { id } = notes[index]!;
    if (id === NEW) return { number, change: 'added', words: [{ kind: 'added', text }] };
    const old = from[Number(id)]!;
    return { number, change: old.text === text ? 'unchanged' : 'changed', words: compareWords(old.text, text) };
  });
  const gone = removed.map(({ id, text }): NoteChange => {
    return { number: from[Number(id)]!.number, change: 'removed', words: [{ kind: 'removed', text }] };
  });
  return [...changes, ...gone];
}

function countChanges(blocks: readonly BlockChange[], notes: readonly NoteChange[]): ChangeCounts {
  const words = [...blocks, ...notes].flatMap((change) => change.words);
  const count = (kind: WordChange['kind']): number =>
    words.filter((run) => run.kind === kind).reduce((sum, run) => sum + (run.text.match(/\S+/g)?.length ?? 0), 0);
  const having = (part: string): number => blocks.filter(({ change }) => change.includes(part)).length;
  return {
    wordsAdded: count('added'),
    wordsRemoved: count('removed'),
    blocksAdded: having('added'),
    blocksRemoved: having('removed'),
    blocksChanged: blocks.filter(({ change }) => change === 'changed' || change === 'moved and changed').length,
    blocksMoved: having('moved'),
  };
}
