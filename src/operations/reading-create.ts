import { createHash } from 'node:crypto';
import type { Reading } from '#domain/reading.ts';
import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import type { TextId } from '#domain/text.ts';
import { insertDraft } from '#store/drafts.ts';
import { insertText } from '#store/texts.ts';
import { insertUpload } from '#store/uploads.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { pack, packJson } from './packing.ts';
import { newId } from './secret.ts';
import { work } from './work.ts';

export interface ReadingFile {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
  readonly format: 'auto' | 'text' | 'markdown';
}

/** Reads a file; what was understood becomes a draft whose guesses wait to be confirmed, and the file itself is kept as it came. */
export async function createReading(
  context: Context,
  { bytes, fileName, format }: ReadingFile,
): Promise<Result<{ readonly textId: TextId }>> {
  authorise(context, 'text.import');
  if (bytes.length > context.settings.uploadLimitBytes) throw new Refusal('too-large');
  const read = await work(context, 'read', { bytes, format, ...(fileName !== null && { fileName }) });
  if (!read.ok) return read;
  const unreadable = unreadableMistake(read.value);
  if (unreadable) return unreadable;
  const textId = newId<TextId>(context);
  const upload = {
    textId,
    fileName,
    format,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: await pack(bytes),
    reading: await packJson(read.value),
    corrections: [],
  };
  const [by, at] = [accountOf(context.actor), moment(context)];
  const { source, metadata } = read.value;
  await context.store.write(async (transaction) => {
    await insertText(transaction, { id: textId, createdBy: by, createdAt: at });
    await insertUpload(transaction, { ...upload, createdAt: at });
    const { title, authors } = metadata;
    await insertDraft(transaction, { textId, stage: 'reading', source, baseNumber: 0, title, authors, by, at });
  });
  return done({ textId });
}

/** A file that holds no text at all is answered as a mistake; everything else can be read. */
export function unreadableMistake({ problems }: Reading): ReturnType<typeof mistaken> | null {
  if (problems.some(({ code }) => code === 'empty')) return mistaken('file', 'mistake.file-empty');
  if (problems.some(({ code }) => code === 'not-text')) return mistaken('file', 'mistake.file-not-text');
  return null;
}
