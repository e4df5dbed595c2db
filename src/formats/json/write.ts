import { METADATA_FIELDS, type Metadata } from '#domain/metadata.ts';
import type { IdentifiedBlock, IdentifiedNote } from '#domain/text.ts';

export interface WrittenRevision {
  readonly url: string;
  readonly slug: string;
  readonly number: number;
  readonly publishedAt: string;
  readonly reason: string | null;
  readonly metadata: Metadata;
  readonly words: number;
  readonly blocks: readonly IdentifiedBlock[];
  readonly notes: readonly IdentifiedNote[];
  readonly source: string;
  /** The signed head of the record it stands under; null until there is one. */
  readonly checkpoint: string | null;
}

/** A revision as data: metadata under the front matter's keys, blocks and notes with the ids that are their addresses, the source whole. */
export function writeJson(revision: WrittenRevision): string {
  const metadata = Object.fromEntries(METADATA_FIELDS.map(({ name, key }) => [key, revision.metadata[name]]));
  const { url, slug, number, publishedAt, reason, words, blocks, notes, source, checkpoint } = revision;
  const document = {
    format: 'stet-revision/1',
    url,
    slug,
    revision: number,
    publishedAt,
    reason,
    metadata,
    words,
    blocks,
    notes,
    source,
    checkpoint,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
