import { Refusal } from '#domain/refusal.ts';
import type { Slug, TextId } from '#domain/text.ts';
import { askWordCount } from '#store/library-words.ts';
import { putListing } from '#store/listing.ts';
import { insertRemovedBlocks, insertRevision } from '#store/revisions.ts';
import { indexText } from '#store/search.ts';
import { insertSlug } from '#store/slugs.ts';
import type { Store } from '#store/store.ts';
import { advanceText } from '#store/texts.ts';
import type { Prepared } from '#workers/tasks.ts';
import { accountOf } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { appendLeaf } from './record-append.ts';
import { manifestOf } from './record-manifest.ts';

export interface Publication {
  readonly text: PublishedText;
  readonly slug: Slug;
  readonly source: string;
  readonly prepared: Prepared;
  readonly reason: string | null;
}

interface PublishedText {
  readonly row: number;
  readonly id: TextId;
  /** The current revision, from which this one was prepared. */
  readonly number: number;
  readonly firstPublishedAt: string | null;
}

/**
 * The next revision of a text and everything that follows from it, in the caller's transaction. Refused as stale when another
 * came first, so numbers have no gaps. The leaf comes before the revision: the store takes no revision without one.
 */
export async function storePublication(
  context: Context,
  transaction: Store['reader'],
  publication: Publication,
): Promise<{ readonly number: number }> {
  const { text, slug, source, prepared, reason } = publication;
  const number = text.number + 1;
  const publishedAt = moment(context);
  const firstPublishedAt = text.firstPublishedAt ?? publishedAt;
  await insertSlug(transaction, { slug, textId: text.id, createdAt: publishedAt });
  const heading = { title: prepared.metadata.title ?? slug, authors: prepared.metadata.authors };
  const isNext = await advanceText(transaction, { id: text.id, from: text.number, slug, ...heading, firstPublishedAt });
  if (!isNext) throw new Refusal('stale');
  const { metadata, blocks, notes, words, bodyHtml, contents, plainText, excerpt } = prepared;
  const revision = {
    textId: text.id,
    number,
    source,
    metadata,
    blocks,
    notes,
    words,
    reason,
    publishedAt,
    bodyHtml,
    contents,
    plainText,
    excerpt,
  };
  const { manifest, hash } = manifestOf({ source, bodyHtml, plainText, metadata: JSON.stringify(metadata) });
  const leaf = { kind: 'revision.publish', at: publishedAt, text: text.id, revision: number, manifest: hash } as const;
  await appendLeaf(context, transaction, leaf);
  await insertRevision(transaction, { revision, publishedBy: accountOf(context.actor), manifest });
  await insertRemovedBlocks(transaction, { textId: text.id, lastNumber: text.number, blocks: prepared.removed });
  await showPublication(transaction, {
    row: text.row,
    slug,
    revision,
    searchText: prepared.searchText,
    firstPublishedAt,
  });
  return { number };
}

type ShownRevision = Omit<
  Parameters<typeof insertRevision>[1]['revision'],
  'bodyHtml' | 'source' | 'blocks' | 'notes' | 'plainText' | 'contents'
>;

/** Puts a revision into the lists and the search. */
export async function showPublication(
  transaction: Store['reader'],
  shown: {
    readonly row: number;
    readonly slug: Slug;
    readonly revision: ShownRevision;
    readonly searchText: string;
    readonly firstPublishedAt: string;
  },
): Promise<void> {
  const { row, slug, revision, searchText, firstPublishedAt } = shown;
  const { metadata, textId, number, words, excerpt, publishedAt } = revision;
  const title = metadata.title ?? slug;
  await putListing(transaction, {
    row,
    textId,
    slug,
    number,
    title,
    subtitle: metadata.subtitle,
    authors: metadata.authors,
    translators: metadata.translators,
    date: metadata.written ?? metadata.firstPublished,
    language: metadata.language,
    excerpt,
    words,
    publishedAt,
    firstPublishedAt,
    metadata,
  });
  const people = [...metadata.authors, ...metadata.translators, ...metadata.editors].join('; ');
  const headings = [title, metadata.subtitle].filter(Boolean).join(': ');
  await askWordCount(transaction, textId);
  await indexText(transaction, { row, title: headings, authors: people, body: searchText });
}
