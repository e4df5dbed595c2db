import type { Kysely } from 'kysely';
import type { AccountId, TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

/** reading: guesses wait to be confirmed. draft: being written. proposed: offered for publication. */
export type DraftStage = 'reading' | 'draft' | 'proposed';

export interface StoredDraft {
  readonly textId: TextId;
  /** Rises with every save; a change names the version it was made on. */
  readonly version: number;
  readonly stage: DraftStage;
  readonly source: string;
  readonly baseNumber: number;
  readonly updatedAt: string;
  /** The name of who saved it last; null for the operator. */
  readonly updatedBy: string | null;
}

/** What lists show of a draft, taken from its front matter. */
export interface DraftHeading {
  readonly title: string | null;
  readonly authors: readonly string[];
}

export async function findDraft(db: Kysely<Schema>, textId: TextId): Promise<StoredDraft | null> {
  const row = await db
    .selectFrom('draft')
    .leftJoin('account', 'account.id', 'draft.updated_by')
    .select(['text_id', 'version', 'stage', 'source', 'base_number', 'updated_at', 'account.name as updated_by'])
    .where('text_id', '=', textId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    textId,
    version: row.version,
    stage: row.stage as DraftStage,
    source: row.source,
    baseNumber: row.base_number,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}

export async function insertDraft(
  db: Kysely<Schema>,
  draft: DraftHeading & {
    readonly textId: TextId;
    readonly stage: DraftStage;
    readonly source: string;
    readonly baseNumber: number;
    readonly by: AccountId | null;
    readonly at: string;
  },
): Promise<void> {
  await db
    .insertInto('draft')
    .values({
      text_id: draft.textId,
      version: 1,
      stage: draft.stage,
      base_number: draft.baseNumber,
      title: draft.title,
      authors: JSON.stringify(draft.authors),
      created_at: draft.at,
      updated_by: draft.by,
      updated_at: draft.at,
      source: draft.source,
    })
    .execute();
}

/** Compare-and-set: false, and nothing changed, when the draft is no longer at that version. */
export async function changeDraft(
  db: Kysely<Schema>,
  change: {
    readonly textId: TextId;
    readonly version: number;
    readonly stage?: DraftStage;
    readonly content?: DraftHeading & { readonly source: string };
    readonly by: AccountId | null;
    readonly at: string;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('draft')
    .set({
      version: change.version + 1,
      updated_by: change.by,
      updated_at: change.at,
      ...(change.stage && { stage: change.stage }),
      ...(change.content && {
        source: change.content.source,
        title: change.content.title,
        authors: JSON.stringify(change.content.authors),
      }),
    })
    .where('text_id', '=', change.textId)
    .where('version', '=', change.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteStoredDraft(
  db: Kysely<Schema>,
  { textId, version }: { readonly textId: TextId; readonly version: number },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('draft')
    .where('text_id', '=', textId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
