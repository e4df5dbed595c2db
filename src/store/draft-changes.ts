import type { Kysely } from 'kysely';
import type { AccountId, TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

/** A correction accepted into a draft. */
export interface DraftChange {
  readonly id: string;
  /** Of the draft, once this was made. */
  readonly version: number;
  /** A rule of proofing, or `misprint`. */
  readonly rule: string;
  readonly words: string;
  readonly instead: string;
  readonly places: readonly number[];
  readonly credit: string | null;
}

interface OfDraft {
  readonly textId: TextId;
  readonly baseNumber: number;
}

/** Oldest first. */
export async function listChanges(
  db: Kysely<Schema>,
  { textId, baseNumber }: OfDraft,
): Promise<readonly DraftChange[]> {
  const rows = await db
    .selectFrom('draft_change')
    .select(['id', 'version', 'rule', 'words', 'instead', 'places', 'credit'])
    .where('text_id', '=', textId)
    .where('base_number', '=', baseNumber)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({ ...row, places: JSON.parse(row.places) as number[] }));
}

export async function insertChange(
  db: Kysely<Schema>,
  {
    textId,
    baseNumber,
    by,
    at,
    places,
    ...change
  }: DraftChange & OfDraft & { readonly by: AccountId | null; readonly at: string },
): Promise<void> {
  await db
    .insertInto('draft_change')
    .values({
      text_id: textId,
      base_number: baseNumber,
      created_by: by,
      created_at: at,
      places: JSON.stringify(places),
      ...change,
    })
    .execute();
}

/** Takes a change back; the one it was made on becomes the newest, so that it can be taken back too. */
export async function deleteChange(
  db: Kysely<Schema>,
  { textId, baseNumber, id, version, next }: OfDraft & { id: string; version: number; next: number },
): Promise<void> {
  await db.deleteFrom('draft_change').where('text_id', '=', textId).where('id', '=', id).execute();
  await db
    .updateTable('draft_change')
    .set({ version: next })
    .where('text_id', '=', textId)
    .where('base_number', '=', baseNumber)
    .where('version', '=', version - 1)
    .execute();
}

/** One that changed nothing in the source: those around it keep their versions. */
export async function forgetChange(db: Kysely<Schema>, id: string): Promise<void> {
  await db.deleteFrom('draft_change').where('id', '=', id).execute();
}

export async function deleteChanges(db: Kysely<Schema>, { textId, baseNumber }: OfDraft): Promise<void> {
  await db.deleteFrom('draft_change').where('text_id', '=', textId).where('base_number', '=', baseNumber).execute();
}
