// What editors say to each other about a text.
import type { Kysely } from 'kysely';
import type { AccountId, TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

export interface StoredRemark {
  readonly id: number;
  readonly name: string;
  readonly body: string;
  readonly at: string;
}

export async function insertRemark(
  db: Kysely<Schema>,
  remark: Omit<StoredRemark, 'id'> & { readonly textId: TextId; readonly accountId: AccountId | null },
): Promise<void> {
  const { textId, accountId, name, body, at } = remark;
  await db
    .insertInto('editor_remark')
    .values({ text_id: textId, account_id: accountId, name, body, created_at: at })
    .execute();
}

/** Oldest first; the last ones when there are more. */
export async function listStoredRemarks(
  db: Kysely<Schema>,
  { textId, limit }: { readonly textId: TextId; readonly limit: number },
): Promise<readonly StoredRemark[]> {
  const rows = await db
    .selectFrom('editor_remark')
    .select(['id', 'name', 'body', 'created_at as at'])
    .where('text_id', '=', textId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse();
}
