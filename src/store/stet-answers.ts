import type { Kysely } from 'kysely';
import type { AccountId, TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export interface StetAnswer {
  readonly id: string;
  readonly rule: string;
  readonly words: string;
  /** Empty: wherever these words stand in the text. */
  readonly context: string;
  readonly excerpt: string;
  readonly at: string;
}

/** Newest first. */
export async function listStetAnswers(db: Kysely<Schema>, textId: TextId): Promise<readonly StetAnswer[]> {
  return db
    .selectFrom('stet_answer')
    .select(['id', 'rule', 'words', 'context', 'excerpt', 'created_at as at'])
    .where('text_id', '=', textId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

export async function insertStetAnswer(
  db: Kysely<Schema>,
  { textId, by, at, ...answer }: StetAnswer & { readonly textId: TextId; readonly by: AccountId | null },
): Promise<void> {
  await db
    .insertInto('stet_answer')
    .values({ text_id: textId, created_by: by, created_at: at, ...answer })
    .onConflict((conflict) => conflict.columns(['text_id', 'rule', 'words', 'context']).doNothing())
    .execute();
}

export async function deleteStetAnswer(
  db: Kysely<Schema>,
  { textId, id }: { readonly textId: TextId; readonly id: string },
): Promise<void> {
  await db.deleteFrom('stet_answer').where('text_id', '=', textId).where('id', '=', id).execute();
}
