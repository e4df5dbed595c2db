import type { Kysely } from 'kysely';
import type { Correction } from '#domain/reading.ts';
import type { TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

/** The file a text was read from. Both byte fields are compressed (Zstandard) by whoever stores them. */
export interface StoredUpload {
  readonly textId: TextId;
  readonly fileName: string | null;
  readonly format: 'auto' | 'text' | 'markdown';
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** Null once its guesses are answered. */
  readonly reading: Uint8Array | null;
  readonly corrections: readonly Correction[];
}

export async function findUpload(db: Kysely<Schema>, textId: TextId): Promise<StoredUpload | null> {
  const row = await db.selectFrom('upload').selectAll().where('text_id', '=', textId).executeTakeFirst();
  if (!row) return null;
  return {
    textId,
    fileName: row.file_name,
    format: row.format as StoredUpload['format'],
    sha256: row.sha256,
    bytes: row.bytes,
    reading: row.reading,
    corrections: JSON.parse(row.corrections),
  };
}

export async function insertUpload(
  db: Kysely<Schema>,
  upload: StoredUpload & { readonly createdAt: string },
): Promise<void> {
  await db
    .insertInto('upload')
    .values({
      text_id: upload.textId,
      file_name: upload.fileName,
      format: upload.format,
      sha256: upload.sha256,
      created_at: upload.createdAt,
      corrections: JSON.stringify(upload.corrections),
      bytes: upload.bytes,
      reading: upload.reading,
    })
    .execute();
}

export async function updateReading(
  db: Kysely<Schema>,
  {
    textId,
    reading,
    corrections,
  }: { readonly textId: TextId; readonly reading: Uint8Array; readonly corrections: readonly Correction[] },
): Promise<void> {
  await db
    .updateTable('upload')
    .set({ reading, corrections: JSON.stringify(corrections) })
    .where('text_id', '=', textId)
    .execute();
}

/** The file stays; the guesses are answered. */
export async function dropReading(db: Kysely<Schema>, textId: TextId): Promise<void> {
  await db.updateTable('upload').set({ reading: null }).where('text_id', '=', textId).execute();
}

export async function deleteUpload(db: Kysely<Schema>, textId: TextId): Promise<void> {
  await db.deleteFrom('upload').where('text_id', '=', textId).execute();
}
