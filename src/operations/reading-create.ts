import { createHash } from 'node:crypto';
import { Refusal } from '#domain/refusal.ts';
import { done, mistaken, type Result } from '#domain/result.ts';
import type { TextId } from '#domain/text.ts';
import { insertDraft } from '#store/drafts.ts';
import { insertText } from '#store/texts.ts';
import { insertUpload } from '#store/uploads.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { pack } from './packing.ts';
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
  const read = await work(context, 'readAndPack', { bytes, format, ...(fileName !== null && { fileName }) });
  if (!read.ok) return read;
  const unreadable = unreadableMistake(read.value.codes);
  if (unreadable) return unreadable;
  const textId = newId<TextId>(context);
  const upload = {
    textId,
    fileName,
    format,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: await pack(bytes),
    reading: Buffer.from(read.value.packed),
    corrections: [],
  };
  const [by, at] = [accountOf(context.actor), moment(context)];
  const { source, title, authors } = read.value;
  await context.store.write(async (transaction) => {
    await insertText(transaction, { id: textId, createdBy: by, createdAt: at });
    await insertUpload(transaction, { ...upload, createdAt: at });
    await insertDraft(transaction, { textId, stage: 'reading', source, baseNumber: 0, title, authors, by, at });
  });
  return done({ textId });
}

/** A file that holds no text at all is answered as a mistake; everything else can be read. */
export function unreadableMistake(codes: readonly string[]): ReturnType<typeof mistaken> | null {
  if (codes.includes('empty')) return mistaken('file', 'mistake.file-empty');
  if (codes.includes('not-text')) return mistaken('file', 'mistake.file-not-text');
  return null;
}
