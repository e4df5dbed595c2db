import type { Correction } from '#domain/reading.ts';
import { Refusal } from '#domain/refusal.ts';
import { done, type Result } from '#domain/result.ts';
import type { TextId } from '#domain/text.ts';
import { changeDraft, findDraft } from '#store/drafts.ts';
import { findUpload, updateReading } from '#store/uploads.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';
import { unpack } from './packing.ts';
import { work } from './work.ts';

export interface ReadingCorrection {
  readonly textId: TextId;
  readonly version: number;
  /** All of them, oldest first: leaving the last one out takes it back. */
  readonly corrections: readonly Correction[];
}

/** Reads the file again with what the editor says against its guesses. */
export async function correctReading(
  context: Context,
  { textId, version, corrections }: ReadingCorrection,
): Promise<Result<{ readonly version: number }>> {
  authorise(context, 'text.edit');
  const { store } = context;
  const draft = await findDraft(store.reader, textId);
  const upload = await findUpload(store.reader, textId);
  if (!draft || !upload) throw new Refusal('not-found');
  if (draft.version !== version || draft.stage !== 'reading') throw new Refusal('stale');
  const { fileName, format } = upload;
  const bytes = await unpack(upload.bytes);
  const read = await work(context, 'readAndPack', {
    bytes,
    format,
    corrections: standing(corrections),
    ...(fileName !== null && { fileName }),
  });
  if (!read.ok) return read;
  const { source, title, authors } = read.value;
  const reading = Buffer.from(read.value.packed);
  await store.write(async (transaction) => {
    const content = { source, title, authors };
    const isChanged = await changeDraft(transaction, {
      textId,
      version,
      content,
      by: accountOf(context.actor),
      at: moment(context),
    });
    if (!isChanged) throw new Refusal('stale');
    await updateReading(transaction, { textId, reading, corrections });
  });
  return done({ version: version + 1 });
}

/** The later word about the same field, the same lines or the same note is the one that counts. */
export function standing(corrections: readonly Correction[]): readonly Correction[] {
  const last = new Map<string, Correction>();
  for (const correction of corrections) {
    const subject = subjectOf(correction);
    last.delete(subject);
    last.set(subject, correction);
  }
  return [...last.values()];
}

function subjectOf(correction: Correction): string {
  if (correction.kind === 'metadata') return `metadata ${correction.field}`;
  if (correction.kind === 'note') return `note ${correction.bodyLine}`;
  // Where a section begins is one question, what the lines are is another.
  const isBreak = correction.as === 'section-break' || correction.as === 'no-break';
  return `${isBreak ? 'break' : 'lines'} ${correction.lines.join('-')}`;
}
