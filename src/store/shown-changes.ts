// The one place where something is put before the public or taken away. The database itself refuses what was not validated.
import { type Kysely, sql } from 'kysely';
import type { ContributionId, Place, Words } from '#domain/contribution.ts';
import type { Schema } from './schema.ts';

export interface ShownWords extends Place, Words {
  readonly row: number;
  readonly id: ContributionId;
  readonly threadId: ContributionId;
  readonly revision: number;
  readonly receivedAt: string;
  readonly validatedAt: string;
  readonly byPress: boolean;
}

/** After its state has become `validated`. A later revision takes the place of the one before. */
export async function showContribution(db: Kysely<Schema>, shown: ShownWords): Promise<void> {
  const { id, textId, threadId } = shown;
  const { numUpdatedRows } = await db
    .updateTable('shown_contribution')
    .set({ ...wordsOf(shown), validated_at: shown.validatedAt })
    .where('id', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  await db
    .insertInto('shown_contribution')
    .values({
      row: shown.row,
      id,
      text_id: textId,
      thread_id: threadId,
      parent_id: shown.parentId,
      block_id: shown.blockId,
      quote: shown.quote,
      number: shown.number,
      ...wordsOf(shown),
      received_at: shown.receivedAt,
      validated_at: shown.validatedAt,
      by_press: shown.byPress ? 1 : 0,
    })
    .execute();
  await sql`insert into shown_thread (thread_id, text_id, row, shown)
    select ${threadId}, ${textId}, row, 1 from contribution where id = ${threadId}
    on conflict (thread_id) do update set shown = shown_thread.shown + 1`.execute(db);
}

/** False where nothing of it was shown. */
export async function hideContribution(db: Kysely<Schema>, id: ContributionId): Promise<boolean> {
  const hidden = await db
    .deleteFrom('shown_contribution')
    .where('id', '=', id)
    .returning('thread_id')
    .executeTakeFirst();
  if (!hidden) return false;
  const thread = hidden.thread_id;
  await db
    .updateTable('shown_thread')
    .set((set) => ({ shown: set('shown', '-', 1) }))
    .where('thread_id', '=', thread)
    .execute();
  await db.deleteFrom('shown_thread').where('thread_id', '=', thread).where('shown', '<=', 0).execute();
  return true;
}

const wordsOf = ({ revision, name, subject, body }: ShownWords) => ({ revision, name, subject, body });
