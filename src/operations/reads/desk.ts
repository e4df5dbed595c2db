import type { Page } from '#domain/entry.ts';
import type { Correction, Reading } from '#domain/reading.ts';
import { slugFrom } from '#domain/slug.ts';
import type { Slug, TextId, TextState } from '#domain/text.ts';
import { countDeskLines, type DeskLine, listDeskLines } from '#store/desk-lists.ts';
import { type DraftStage, findDraft } from '#store/drafts.ts';
import { findRevision, listRevisions, type RevisionLine } from '#store/revisions.ts';
import { findText, type Withdrawal } from '#store/texts.ts';
import { findUpload } from '#store/uploads.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { draftHeading } from '../draft-heading.ts';
import { unpack, unpackJson } from '../packing.ts';
import { type Paging, windowOf } from './paging.ts';

export type DeskEntry = DeskLine;

export interface DeskList extends Page<DeskEntry> {
  readonly counts: Readonly<Record<TextState, number>>;
}

/** 'draft' holds readings too. A published text with a draft of its next revision stands under both. */
export async function listDeskTexts(
  context: Context,
  {
    state,
    query = '',
    page,
    pageSize = 50,
  }: Omit<Paging, 'pageSize'> & { readonly state: TextState; readonly query?: string; readonly pageSize?: number },
): Promise<DeskList> {
  authorise(context, 'desk.read');
  const { reader } = context.store;
  const list = await listDeskLines(reader, {
    state,
    query: query.trim().slice(0, 200),
    ...windowOf({ page, pageSize }),
  });
  return { ...list, counts: await countDeskLines(reader) };
}

export interface DeskText {
  readonly textId: TextId;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly slug: Slug | null;
  /** What publishing would choose, before another text is looked at. */
  readonly suggestedSlug: string;
  /** The current revision; 0 while never published. */
  readonly number: number;
  readonly firstPublishedAt: string | null;
  readonly withdrawal: Withdrawal | null;
  readonly draft: DeskDraft | null;
  /** Of the current revision; null while never published. */
  readonly publishedSource: string | null;
  /** Oldest first. */
  readonly revisions: readonly RevisionLine[];
  readonly upload: { readonly fileName: string | null; readonly sha256: string } | null;
}

export interface DeskDraft {
  readonly version: number;
  readonly stage: DraftStage;
  readonly source: string;
  readonly baseNumber: number;
  readonly updatedAt: string;
  readonly updatedBy: string | null;
}

/** Everything the desk's pages of one text need. */
export async function readDeskText(
  context: Context,
  { textId }: { readonly textId: TextId },
): Promise<DeskText | null> {
  authorise(context, 'desk.read');
  const { reader } = context.store;
  const text = await findText(reader, textId);
  if (!text) return null;
  const draft = await findDraft(reader, textId);
  const current = await findRevision(reader, { textId, number: text.number });
  const upload = await findUpload(reader, textId);
  const { title, authors } = draft ? draftHeading(draft.source) : (current?.metadata ?? { title: null, authors: [] });
  const { slug, number, firstPublishedAt, withdrawal } = text;
  return {
    textId,
    title,
    authors,
    slug,
    suggestedSlug: slug ?? slugFrom(title ?? ''),
    number,
    firstPublishedAt,
    withdrawal,
    draft,
    publishedSource: current?.source ?? null,
    revisions: await listRevisions(reader, textId),
    upload: upload && { fileName: upload.fileName, sha256: upload.sha256 },
  };
}

export interface DeskReading {
  readonly version: number;
  readonly reading: Reading;
  readonly corrections: readonly Correction[];
  readonly fileName: string | null;
}

/** A reading whose guesses wait to be confirmed; null when there is none, or no longer. */
export async function readDeskReading(
  context: Context,
  { textId }: { readonly textId: TextId },
): Promise<DeskReading | null> {
  authorise(context, 'desk.read');
  const { reader } = context.store;
  const draft = await findDraft(reader, textId);
  const upload = await findUpload(reader, textId);
  if (draft?.stage !== 'reading' || !upload?.reading) return null;
  const reading = await unpackJson<Reading>(upload.reading);
  return { version: draft.version, reading, corrections: upload.corrections, fileName: upload.fileName };
}

/** The file as it came, byte for byte. */
export async function readUpload(
  context: Context,
  { textId }: { readonly textId: TextId },
): Promise<{ readonly fileName: string | null; readonly bytes: Buffer } | null> {
  authorise(context, 'desk.read');
  const upload = await findUpload(context.store.reader, textId);
  return upload && { fileName: upload.fileName, bytes: await unpack(upload.bytes) };
}
