// A revision as the record knows it: the exact strings its manifest was made over.
import type { Kysely } from 'kysely';
import type { TextId } from '#domain/text.ts';
import type { WithdrawalGround } from '#domain/withdrawal.ts';
import type { Schema } from './schema.ts';

export interface RecordedFiles {
  readonly source: string;
  readonly bodyHtml: string;
  readonly plainText: string;
  /** JSON, as it is stored. */
  readonly metadata: string;
  /** Null for a revision older than the record. */
  readonly manifest: string | null;
}

export async function findRecordedFiles(
  db: Kysely<Schema>,
  { textId, number }: { readonly textId: TextId; readonly number: number },
): Promise<RecordedFiles | null> {
  const row = await db
    .selectFrom('revision')
    .select(['source', 'body_html as bodyHtml', 'plain_text as plainText', 'metadata', 'manifest'])
    .where('text_id', '=', textId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ?? null;
}

export interface RevisionName {
  readonly textId: TextId;
  readonly number: number;
  readonly publishedAt: string;
}

/** Revisions from before the record that have no leaf yet, oldest first. */
export async function listUnrecorded(db: Kysely<Schema>, limit: number): Promise<readonly RevisionName[]> {
  const rows = await db
    .selectFrom('revision')
    .select(['text_id as textId', 'number', 'published_at as publishedAt'])
    .where('manifest', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('leaf')
            .select('leaf.index')
            .whereRef('leaf.text_id', '=', 'revision.text_id')
            .whereRef('leaf.revision', '=', 'revision.number'),
        ),
      ),
    )
    .orderBy('published_at')
    .orderBy('text_id')
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, textId: row.textId as TextId }));
}

/** Every revision there is, oldest first: what a log begun anew says again. */
export async function listRevisionNames(db: Kysely<Schema>): Promise<readonly RevisionName[]> {
  const rows = await db
    .selectFrom('revision')
    .select(['text_id as textId', 'number', 'published_at as publishedAt'])
    .orderBy('published_at')
    .orderBy('text_id')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ ...row, textId: row.textId as TextId }));
}

export interface WithdrawnName {
  readonly textId: TextId;
  readonly number: number;
  readonly at: string;
  readonly ground: WithdrawalGround;
}

/** Withdrawn texts of which the log that is written does not say so. */
export async function listUnrecordedWithdrawals(db: Kysely<Schema>, log: number): Promise<readonly WithdrawnName[]> {
  const rows = await db
    .selectFrom('text')
    .select(['id as textId', 'number', 'withdrawn_at as at', 'withdrawn_ground as ground'])
    .where('withdrawn_at', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('leaf')
            .select('leaf.index')
            .whereRef('leaf.text_id', '=', 'text.id')
            .where('leaf.log', '=', log)
            .where('leaf.kind', '=', 'revision.withdraw'),
        ),
      ),
    )
    .orderBy('withdrawn_at')
    .execute();
  return rows.map(({ textId, number, at, ground }) => ({
    textId: textId as TextId,
    number,
    at: at ?? '',
    ground: ground as WithdrawalGround,
  }));
}
