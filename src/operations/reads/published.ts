// What anybody may read. A text that was never published, or is withdrawn, is not found by any of these.
import type { ContentsLine, TextLink } from '#domain/entry.ts';
import type { Metadata } from '#domain/metadata.ts';
import { slugFrom } from '#domain/slug.ts';
import type { IdentifiedBlock, IdentifiedNote, Slug, TextId } from '#domain/text.ts';
import type { WithdrawalGround } from '#domain/withdrawal.ts';
import { findNeighbours, listTranslations } from '#store/lists.ts';
import {
  findRemovedBlock,
  findRevision,
  findRevisionIds,
  findRevisionPage,
  listRevisions,
  type RevisionLine,
} from '#store/revisions.ts';
import { findTextBySlug, type StoredText } from '#store/texts.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { findRevisionCheckpoint, type RevisionCheckpoint } from './record-proof.ts';

export type SlugMeaning =
  | { readonly kind: 'current'; readonly textId: TextId; readonly slug: Slug }
  | { readonly kind: 'renamed'; readonly to: Slug }
  | {
      readonly kind: 'withdrawn';
      readonly slug: Slug;
      readonly at: string;
      readonly ground: WithdrawalGround;
      readonly reason: string;
    };

export interface Article {
  readonly textId: TextId;
  readonly slug: Slug;
  readonly number: number;
  readonly latest: number;
  /** Of this revision. */
  readonly publishedAt: string;
  readonly firstPublishedAt: string;
  readonly metadata: Metadata;
  readonly bodyHtml: string;
  readonly contents: readonly ContentsLine[];
  readonly excerpt: string;
  readonly words: number;
  readonly reason: string | null;
  /** Oldest first. */
  readonly revisions: readonly RevisionLine[];
  readonly previous: TextLink | null;
  readonly next: TextLink | null;
  readonly translations: readonly TextLink[];
  /** Where the record has it; null for the second until it is signed. */
  readonly checkpoint: RevisionCheckpoint | null;
}

export interface RevisionFiles {
  readonly textId: TextId;
  readonly slug: Slug;
  readonly number: number;
  readonly latest: number;
  readonly publishedAt: string;
  readonly source: string;
  readonly plainText: string;
  readonly metadata: Metadata;
  readonly blocks: readonly IdentifiedBlock[];
  readonly notes: readonly IdentifiedNote[];
  readonly words: number;
  readonly reason: string | null;
}

/** Where a slug leads, now or since it was changed. */
export async function resolveSlug(context: Context, { slug }: { readonly slug: string }): Promise<SlugMeaning | null> {
  authorise(context, 'public');
  const text = await findTextBySlug(context.store.reader, slug);
  if (!text?.slug) return null;
  if (text.slug !== slug) return { kind: 'renamed', to: text.slug };
  if (text.withdrawal) return { kind: 'withdrawn', slug: text.slug, ...text.withdrawal };
  return { kind: 'current', textId: text.id, slug: text.slug };
}

/** A revision as its page shows it; the current one unless a number is given. By the current slug only. */
export async function readArticle(
  context: Context,
  { slug, number }: { readonly slug: string; readonly number?: number },
): Promise<Article | null> {
  const text = await findShownText(context, slug);
  if (!text) return null;
  const { reader } = context.store;
  const page = await findRevisionPage(reader, { textId: text.id, number: number ?? text.number });
  if (!page) return null;
  const [collection] = page.metadata.collections;
  const around = {
    revisions: await listRevisions(reader, text.id),
    ...(await findNeighbours(reader, {
      row: text.row,
      collection: collection === undefined ? null : slugFrom(collection),
    })),
    translations: await listTranslations(reader, { textId: text.id, translationOf: page.metadata.translationOf }),
    checkpoint: await findRevisionCheckpoint(context, { textId: text.id, number: number ?? text.number }),
  };
  return {
    textId: text.id,
    slug: text.slug,
    number: number ?? text.number,
    latest: text.number,
    firstPublishedAt: text.firstPublishedAt ?? page.publishedAt,
    ...page,
    ...around,
  };
}

/** What a revision is downloaded as, cited by and compared with. */
export async function readRevisionFiles(
  context: Context,
  { slug, number }: { readonly slug: string; readonly number?: number },
): Promise<RevisionFiles | null> {
  const text = await findShownText(context, slug);
  const revision =
    text && (await findRevision(context.store.reader, { textId: text.id, number: number ?? text.number }));
  if (!revision) return null;
  const { source, plainText, metadata, blocks, notes, words, reason, publishedAt } = revision;
  return {
    textId: text.id,
    slug: text.slug,
    number: revision.number,
    latest: text.number,
    publishedAt,
    source,
    plainText,
    metadata,
    blocks,
    notes,
    words,
    reason,
  };
}

export interface FoundPassage {
  /** The revision these words are of. */
  readonly number: number;
  readonly text: string;
  /** Its lines are its own. */
  readonly isVerse: boolean;
  readonly isCurrent: boolean;
}

/** Where a block or note last stood, and its words: an address once given keeps its meaning when the passage has gone. */
export async function findPassage(
  context: Context,
  { slug, id }: { readonly slug: string; readonly id: string },
): Promise<FoundPassage | null> {
  const text = await findShownText(context, slug);
  if (!text) return null;
  const { reader } = context.store;
  const removed = await findRemovedBlock(reader, { textId: text.id, blockId: id });
  for (const number of [text.number, removed?.lastNumber ?? 0]) {
    const { blocks, notes } = await findRevisionIds(reader, { textId: text.id, number });
    const passage = [...blocks, ...notes].find((one) => one.id === id);
    const isVerse = passage !== undefined && 'kind' in passage && passage.kind === 'verse';
    if (passage) return { number, text: passage.text, isVerse, isCurrent: number === text.number };
  }
  return null;
}

async function findShownText(context: Context, slug: string): Promise<(StoredText & { readonly slug: Slug }) | null> {
  authorise(context, 'public');
  const text = await findTextBySlug(context.store.reader, slug);
  if (text?.slug !== slug || text.number === 0 || text.withdrawal) return null;
  return { ...text, slug: text.slug };
}
