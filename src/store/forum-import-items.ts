import type { Kysely } from 'kysely';
import type { ContributionId } from '#domain/contribution.ts';
import type { TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export interface ImportedItem {
  readonly id: ContributionId;
  /** Null where nothing of it is left. */
  readonly place: { readonly textId: TextId; readonly threadId: ContributionId } | null;
}

/** What became of these, by key. */
export async function findForumImportItems(
  db: Kysely<Schema>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ImportedItem>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('forum_import_item')
    .leftJoin('contribution', 'contribution.id', 'contribution_id')
    .select(['key', 'contribution_id', 'text_id', 'thread_id', 'state'])
    .where('key', 'in', keys)
    .execute();
  return new Map(
    rows.map(({ key, contribution_id, text_id, thread_id, state }) => {
      const isThere = text_id !== null && state !== 'erased';
      const place = isThere ? { textId: text_id as TextId, threadId: thread_id as ContributionId } : null;
      return [key, { id: contribution_id as ContributionId, place }];
    }),
  );
}

export async function insertForumImportItem(
  db: Kysely<Schema>,
  { key, id }: { readonly key: string; readonly id: ContributionId },
): Promise<void> {
  await db.insertInto('forum_import_item').values({ key, contribution_id: id }).execute();
}

/** An id that was given here once is never given to another contribution, though it be erased. */
export async function isContributionIdKnown(db: Kysely<Schema>, id: string): Promise<boolean> {
  const there = await db.selectFrom('contribution').select('id').where('id', '=', id).executeTakeFirst();
  if (there) return true;
  const decided = db.selectFrom('decision').select('id').where('contribution_id', '=', id).limit(1);
  return (await decided.executeTakeFirst()) !== undefined;
}
