import type { Kysely } from 'kysely';
import type { AccountId, Slug, TextId } from '#domain/text.ts';
import type { WithdrawalGround } from '#domain/withdrawal.ts';
import type { Schema } from './schema.ts';
import { raiseGeneration } from './site.ts';

export interface StoredText {
  readonly row: number;
  readonly id: TextId;
  readonly slug: Slug | null;
  /** The current revision; 0 while never published. */
  readonly number: number;
  readonly firstPublishedAt: string | null;
  readonly withdrawal: Withdrawal | null;
}

export interface Withdrawal {
  readonly at: string;
  readonly ground: WithdrawalGround;
  readonly reason: string;
}

export async function findText(db: Kysely<Schema>, id: TextId): Promise<StoredText | null> {
  return textOf(await texts(db).where('text.id', '=', id).executeTakeFirst());
}

export async function findTextBySlug(db: Kysely<Schema>, slug: string): Promise<StoredText | null> {
  return textOf(
    await texts(db).innerJoin('slug', 'slug.text_id', 'text.id').where('slug.slug', '=', slug).executeTakeFirst(),
  );
}

export async function insertText(
  db: Kysely<Schema>,
  text: { readonly id: TextId; readonly createdBy: AccountId | null; readonly createdAt: string },
): Promise<number> {
  const { row } = await db
    .insertInto('text')
    .values({ id: text.id, created_by: text.createdBy, created_at: text.createdAt, number: 0 })
    .returning('row')
    .executeTakeFirstOrThrow();
  return row;
}

/** Only from the revision that was read: two publications at once cannot both be the next one. */
export async function advanceText(
  db: Kysely<Schema>,
  text: {
    readonly id: TextId;
    readonly from: number;
    readonly slug: Slug;
    readonly title: string;
    readonly authors: readonly string[];
    readonly firstPublishedAt: string;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('text')
    .set({
      number: text.from + 1,
      slug: text.slug,
      title: text.title,
      authors: JSON.stringify(text.authors),
      first_published_at: text.firstPublishedAt,
    })
    .where('id', '=', text.id)
    .where('number', '=', text.from)
    .executeTakeFirst();
  await raiseGeneration(db);
  return numUpdatedRows === 1n;
}

export async function updateTextSlug(
  db: Kysely<Schema>,
  { id, slug }: { readonly id: TextId; readonly slug: Slug },
): Promise<void> {
  await db.updateTable('text').set({ slug }).where('id', '=', id).execute();
  await raiseGeneration(db);
}

export async function updateWithdrawal(
  db: Kysely<Schema>,
  { id, withdrawal }: { readonly id: TextId; readonly withdrawal: Withdrawal | null },
): Promise<void> {
  await db
    .updateTable('text')
    .set({
      withdrawn_at: withdrawal?.at ?? null,
      withdrawn_ground: withdrawal?.ground ?? null,
      withdrawn_reason: withdrawal?.reason ?? null,
    })
    .where('id', '=', id)
    .execute();
  await raiseGeneration(db);
}

/** Only a text that was never published can be: what was published stays. */
export async function deleteUnpublishedText(db: Kysely<Schema>, id: TextId): Promise<void> {
  await db.deleteFrom('import_item').where('text_id', '=', id).execute();
  await db.deleteFrom('text').where('id', '=', id).where('number', '=', 0).execute();
}

/** Of the current revisions of these texts. */
export async function findTitles(
  db: Kysely<Schema>,
  ids: readonly TextId[],
): Promise<ReadonlyMap<TextId, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('text').select(['id', 'title']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id as TextId, row.title]));
}

function texts(db: Kysely<Schema>) {
  return db
    .selectFrom('text')
    .select([
      'text.row',
      'text.id',
      'text.slug',
      'number',
      'first_published_at',
      'withdrawn_at',
      'withdrawn_ground',
      'withdrawn_reason',
    ]);
}

type TextRow = Awaited<ReturnType<ReturnType<typeof texts>['execute']>>[number];

function textOf(row: TextRow | undefined): StoredText | null {
  if (!row) return null;
  return {
    row: row.row,
    id: row.id as TextId,
    slug: row.slug as Slug | null,
    number: row.number,
    firstPublishedAt: row.first_published_at,
    withdrawal: row.withdrawn_at
      ? { at: row.withdrawn_at, ground: row.withdrawn_ground as WithdrawalGround, reason: row.withdrawn_reason ?? '' }
      : null,
  };
}
