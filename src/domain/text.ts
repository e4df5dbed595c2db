import type { Metadata } from './metadata.ts';

declare const brand: unique symbol;
type Branded<B extends string> = string & { readonly [brand]: B };

/** 22 characters of base64url: 16 random bytes. */
export type TextId = Branded<'TextId'>;
export type AccountId = Branded<'AccountId'>;
/** Short, random, given at first publication; an address for ever. */
export type BlockId = Branded<'BlockId'>;
/** What stands in an address: lower-case letters, digits, single hyphens. */
export type Slug = Branded<'Slug'>;

/** draft: never published. proposed: a draft an editor offers for publication. */
export type TextState = 'draft' | 'proposed' | 'published' | 'withdrawn';

/** One immutable published state of a text. */
export interface Revision {
  readonly textId: TextId;
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly source: string;
  readonly metadata: Metadata;
  readonly blocks: readonly IdentifiedBlock[];
  readonly notes: readonly IdentifiedNote[];
  readonly words: number;
  /** Why it was made; null for the first. */
  readonly reason: string | null;
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
}

/** What is kept of a block so that the next revision can be aligned with this one. */
export interface IdentifiedBlock {
  readonly id: BlockId;
  readonly kind: string;
  /** Plain text of the block, in full: alignment compares words. */
  readonly text: string;
}

export interface IdentifiedNote {
  readonly id: BlockId;
  readonly label: string;
  readonly text: string;
}
