import { type Kysely, sql } from 'kysely';
import type { Page } from '#domain/entry.ts';
import type { Slug, TextId, TextState } from '#domain/text.ts';
import type { DraftStage } from './drafts.ts';
import type { Window } from './lists.ts';
import type { Schema } from './schema.ts';

/** A text as the desk lists it: by what waits to be done with it, or by what the public sees of it. */
export interface DeskLine {
  readonly textId: TextId;
  readonly title: string | null;
  readonly authors: readonly string[];
  /** The current revision; 0 while never published. */
  readonly number: number;
  readonly slug: Slug | null;
  /** Of the draft that waits; null when there is none. */
  readonly stage: DraftStage | null;
  readonly isWithdrawn: boolean;
  readonly updatedAt: string;
  /** Null for the operator, and for published texts. */
  readonly updatedBy: string | null;
}

type ListQuestion = Window & { readonly state: TextState; readonly query: string };

/** Last changed first. */
export async function listDeskLines(
  db: Kysely<Schema>,
  { state, query, offset, limit }: ListQuestion,
): Promise<Page<DeskLine>> {
  const filtered = linesIn(db, state).where(matching(query));
  const rows = await filtered
    .select(['text.id', 'text.slug', 'text.number', 'text.withdrawn_at', 'stage', 'account.name as updated_by'])
    .select([TITLE.as('title'), AUTHORS.as('authors'), CHANGED.as('updated_at')])
    .orderBy(CHANGED, 'desc')
    .orderBy('text.row', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await filtered.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items: rows.map(lineOf), total };
}

export async function countDeskLines(db: Kysely<Schema>): Promise<Readonly<Record<TextState, number>>> {
  const count = async (state: TextState) => {
    const { total } = await linesIn(db, state)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return total;
  };
  return {
    draft: await count('draft'),
    proposed: await count('proposed'),
    published: await count('published'),
    withdrawn: await count('withdrawn'),
  };
}

const TITLE = sql<string | null>`coalesce(draft.title, text.title)`;
const AUTHORS = sql<string | null>`coalesce(draft.authors, text.authors)`;
const CHANGED = sql<string>`coalesce(draft.updated_at, text.withdrawn_at, listing.published_at)`;

/** A published text with a draft of its next revision is listed under both. */
function linesIn(db: Kysely<Schema>, state: TextState) {
  const joined = db
    .selectFrom('text')
    .leftJoin('draft', 'draft.text_id', 'text.id')
    .leftJoin('listing', 'listing.row', 'text.row')
    .leftJoin('account', 'account.id', 'draft.updated_by');
  if (state === 'published') return joined.where('listing.row', 'is not', null);
  if (state === 'withdrawn') return joined.where('text.withdrawn_at', 'is not', null);
  return joined.where('stage', 'in', state === 'draft' ? ['draft', 'reading'] : ['proposed']);
}

function matching(query: string) {
  const pattern = `%${query.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return query === ''
    ? sql<boolean>`true`
    : sql<boolean>`lower(coalesce(${TITLE}, '') || ' ' || coalesce(${AUTHORS}, '')) like ${pattern} escape '\\'`;
}

function lineOf(row: {
  readonly id: string;
  readonly slug: string | null;
  readonly number: number;
  readonly withdrawn_at: string | null;
  readonly stage: string | null;
  readonly updated_by: string | null;
  readonly title: string | null;
  readonly authors: string | null;
  readonly updated_at: string;
}): DeskLine {
  return {
    textId: row.id as TextId,
    title: row.title,
    authors: JSON.parse(row.authors ?? '[]'),
    number: row.number,
    slug: row.slug as Slug | null,
    stage: row.stage as DraftStage | null,
    isWithdrawn: row.withdrawn_at !== null,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}
