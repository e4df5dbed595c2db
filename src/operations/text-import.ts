// Many files at once: read and prepared on threads while the batch before is written, many texts to a transaction.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { METADATA_FIELDS, type Metadata } from '#domain/metadata.ts';
import type { Correction } from '#domain/reading.ts';
import { type Mistake, mistaken, type Result } from '#domain/result.ts';
import type { Slug, TextId } from '#domain/text.ts';
import { insertDraft } from '#store/drafts.ts';
import { findImportItem, insertImportItem } from '#store/import-items.ts';
import type { Store } from '#store/store.ts';
import { findText, insertText } from '#store/texts.ts';
import { insertUpload } from '#store/uploads.ts';
import type { ReadAndPrepared } from '#workers/tasks.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { pack, packJson } from './packing.ts';
import { storePublication } from './publication.ts';
import { unreadableMistake } from './reading-create.ts';
import { newId } from './secret.ts';
import { chooseSlug } from './slug-choice.ts';
import { missingFrom } from './text-publish.ts';
import { work } from './work.ts';

export interface ImportFile {
  /** As it was named; with the bytes, what tells one file from another when an import is taken up again. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly format: 'auto' | 'text' | 'markdown';
  /** Stands above what the file says. */
  readonly metadata?: Partial<Metadata>;
  /** Made from the title unless it is given. */
  readonly slug?: string;
}

export type ImportOutcome = { readonly path: string } & (
  | { readonly kind: 'imported' | 'skipped'; readonly textId: TextId; readonly slug: Slug | null }
  | { readonly kind: 'refused'; readonly mistakes: readonly Mistake[] }
);

const FILES_A_BATCH = 64;
const BYTES_A_BATCH = 4 * 1024 * 1024;

/**
 * One outcome a file, in order, each once it is on the disk. Stopping between two loses nothing, and starting again skips what is
 * in already: the same bytes under the same path. With `publish` each becomes a first revision, else a reading to be confirmed.
 */
export async function* importTexts(
  context: Context,
  { files, publish }: { readonly files: Iterable<ImportFile> | AsyncIterable<ImportFile>; readonly publish: boolean },
): AsyncGenerator<ImportOutcome> {
  authorise(context, 'text.import');
  if (publish) authorise(context, 'text.publish');
  let earlier: Promise<readonly Step[]> | null = null;
  for await (const batch of batches(files)) {
    const preparing = prepareBatch(context, { batch, publish });
    // Awaited one batch later: a failure before that must not count as unhandled.
    preparing.catch(() => {});
    if (earlier) yield* await writeBatch(context, { steps: await earlier, publish });
    earlier = preparing;
  }
  if (earlier) yield* await writeBatch(context, { steps: await earlier, publish });
}

/** One file. A file that is in already gives the text it became. */
export async function importText(
  context: Context,
  { publish, ...file }: ImportFile & { readonly publish: boolean },
): Promise<Result<{ readonly textId: TextId; readonly slug: Slug | null }>> {
  for await (const outcome of importTexts(context, { files: [file], publish })) {
    if (outcome.kind === 'refused') return { ok: false, mistakes: outcome.mistakes };
    return { ok: true, value: { textId: outcome.textId, slug: outcome.slug } };
  }
  throw new Error('an import without an outcome');
}

/** What became of a file so far: read and ready to be written, or already decided. */
type Step =
  | { readonly kind: 'ready'; readonly ready: Ready }
  | { readonly kind: 'decided'; readonly outcome: ImportOutcome };

interface Ready {
  readonly file: ImportFile;
  readonly key: string;
  readonly sha256: string;
  readonly read: ReadAndPrepared;
  readonly packedBytes: Buffer;
  readonly packedReading: Buffer | null;
}

async function* batches(
  files: Iterable<ImportFile> | AsyncIterable<ImportFile>,
): AsyncGenerator<readonly ImportFile[]> {
  let batch: ImportFile[] = [];
  let bytes = 0;
  for await (const file of files) {
    batch.push(file);
    bytes += file.bytes.length;
    if (batch.length < FILES_A_BATCH && bytes < BYTES_A_BATCH) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

function prepareBatch(
  context: Context,
  { batch, publish }: { readonly batch: readonly ImportFile[]; readonly publish: boolean },
): Promise<readonly Step[]> {
  return Promise.all(batch.map((file) => prepareFile(context, { file, publish })));
}

async function prepareFile(
  context: Context,
  { file, publish }: { readonly file: ImportFile; readonly publish: boolean },
): Promise<Step> {
  const { path, bytes, format } = file;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const key = createHash('sha256').update(`${sha256}  ${path}`).digest('hex');
  const known = await skipped(context.store.reader, { key, path });
  if (known) return { kind: 'decided', outcome: known };
  if (bytes.length > context.settings.uploadLimitBytes)
    return refused(path, mistaken('file', 'mistake.file-too-large').mistakes);
  const fileName = basename(path);
  const read = await work(context, 'readAndPrepare', {
    bytes,
    fileName,
    format,
    corrections: correctionsOf(file),
    language: context.settings.siteLanguage,
  });
  if (!read.ok) return refused(path, read.mistakes);
  const unreadable = unreadableMistake(read.value.reading.problems.map(({ code }) => code));
  if (unreadable) return refused(path, unreadable.mistakes);
  const missing = publish ? missingFrom(read.value.prepared) : [];
  if (missing.length > 0) return refused(path, missing);
  const packedReading = publish ? null : await packJson(read.value.reading);
  return {
    kind: 'ready',
    ready: { file, key, sha256, read: read.value, packedBytes: await pack(bytes), packedReading },
  };
}

/** What the importer says is said as an editor would say it against a guess, so that it stands when the file is read again. */
function correctionsOf({ metadata = {} }: ImportFile): readonly Correction[] {
  return METADATA_FIELDS.flatMap(({ name }) => {
    const value = metadata[name];
    return value === undefined ? [] : [{ kind: 'metadata', field: name, value } as const];
  });
}

function refused(path: string, mistakes: readonly Mistake[]): Step {
  return { kind: 'decided', outcome: { path, kind: 'refused', mistakes } };
}

async function skipped(
  db: Store['reader'],
  { key, path }: { readonly key: string; readonly path: string },
): Promise<ImportOutcome | null> {
  const textId = await findImportItem(db, key);
  return textId && { path, kind: 'skipped', textId, slug: (await findText(db, textId))?.slug ?? null };
}

async function writeBatch(
  context: Context,
  { steps, publish }: { readonly steps: readonly Step[]; readonly publish: boolean },
): Promise<readonly ImportOutcome[]> {
  if (steps.every(({ kind }) => kind === 'decided'))
    return steps.flatMap((step) => (step.kind === 'decided' ? [step.outcome] : []));
  return context.store.write(async (transaction) => {
    const outcomes: ImportOutcome[] = [];
    for (const step of steps) {
      outcomes.push(
        step.kind === 'decided' ? step.outcome : await writeText(context, transaction, { ready: step.ready, publish }),
      );
    }
    return outcomes;
  });
}

async function writeText(
  context: Context,
  transaction: Store['reader'],
  { ready, publish }: { readonly ready: Ready; readonly publish: boolean },
): Promise<ImportOutcome> {
  const { file, key } = ready;
  const known = await skipped(transaction, { key, path: file.path });
  if (known) return known;
  const textId = newId<TextId>(context);
  const title = ready.read.prepared.metadata.title ?? '';
  const slug = publish ? await chooseSlug(context, transaction, { textId, title, wanted: file.slug }) : null;
  if (slug && !slug.ok) return { path: file.path, kind: 'refused', mistakes: slug.mistakes };
  const [by, at] = [accountOf(context.actor), moment(context)];
  const row = await insertText(transaction, { id: textId, createdBy: by, createdAt: at });
  await insertUpload(transaction, {
    textId,
    fileName: basename(file.path),
    format: file.format,
    sha256: ready.sha256,
    bytes: ready.packedBytes,
    reading: ready.packedReading,
    corrections: correctionsOf(file),
    createdAt: at,
  });
  await insertImportItem(transaction, { key, textId, importedAt: at });
  const { reading, prepared } = ready.read;
  if (slug) {
    const text = { row, id: textId, number: 0, firstPublishedAt: null };
    await storePublication(context, transaction, {
      text,
      slug: slug.value,
      source: reading.source,
      prepared,
      reason: null,
    });
  } else {
    const { title: heading, authors } = prepared.metadata;
    await insertDraft(transaction, {
      textId,
      stage: 'reading',
      source: reading.source,
      baseNumber: 0,
      title: heading,
      authors,
      by,
      at,
    });
  }
  return { path: file.path, kind: 'imported', textId, slug: slug?.value ?? null };
}
