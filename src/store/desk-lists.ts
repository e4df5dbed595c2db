import { type Kysely, type RawBuilder, sql } from 'kysely';
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

interface StateRows {
  /** Which rows of one table these are, for counting. */
  readonly rows: RawBuilder<unknown>;
  /** The same rows with what is shown of them. */
  readonly from: RawBuilder<unknown>;
  readonly changed: RawBuilder<unknown>;
}

/** A published text with a draft of its next revision stands under both states. Each begins at the table that holds it in order. */
const STATES: Readonly<Record<TextState, StateRows>> = {
  draft: {
    rows: sql`draft where draft.stage in ('draft', 'reading')`,
    from: sql`draft join text on text.id = draft.text_id where draft.stage in ('draft', 'reading')`,
    changed: sql`draft.updated_at`,
  },
  proposed: {
    rows: sql`draft where draft.stage = 'proposed'`,
    from: sql`draft join text on text.id = draft.text_id where draft.stage = 'proposed'`,
    changed: sql`draft.updated_at`,
  },
  published: {
    rows: sql`listing`,
    from: sql`listing join text on text.row = listing.row left join draft on draft.text_id = text.id where true`,
    changed: sql`listing.published_at`,
  },
  withdrawn: {
    rows: sql`text where withdrawn_at is not null`,
    from: sql`text left join draft on draft.text_id = text.id where text.withdrawn_at is not null`,
    changed: sql`text.withdrawn_at`,
  },
};

const TITLE = sql`coalesce(draft.title, text.title)`;
const AUTHORS = sql`coalesce(draft.authors, text.authors, '[]')`;

/** Last changed first. */
export async function listDeskLines(
  db: Kysely<Schema>,
  { state, query, offset, limit }: Window & { readonly state: TextState; readonly query: string },
): Promise<Page<DeskLine>> {
  const { from, changed } = STATES[state];
  const wanted = query === '' ? sql`` : matching(query);
  const { rows } = await sql<DeskRow>`
    select text.id, text.slug, text.number, text.withdrawn_at, draft.stage, ${TITLE} as title, ${AUTHORS} as authors,
      ${changed} as updated_at, (select name from account where id = draft.updated_by) as updated_by
    from ${from} ${wanted} order by ${changed} desc, text.row desc limit ${limit} offset ${offset}`.execute(db);
  const total = await countRows(db, query === '' ? STATES[state].rows : sql`${from} ${wanted}`);
  return { items: rows.map(lineOf), total };
}

export async function countDeskLines(db: Kysely<Schema>): Promise<Readonly<Record<TextState, number>>> {
  return {
    draft: await countRows(db, STATES.draft.rows),
    proposed: await countRows(db, STATES.proposed.rows),
    published: await countRows(db, STATES.published.rows),
    withdrawn: await countRows(db, STATES.withdrawn.rows),
  };
}

async function countRows(db: Kysely<Schema>, rowsWanted: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${rowsWanted}`.execute(db);
  return rows[0]?.total ?? 0;
}

function matching(query: string): RawBuilder<unknown> {
  const pattern = `%${query.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql`and lower(coalesce(${TITLE}, '') || ' ' || ${AUTHORS}) like ${pattern} escape '\\'`;
}

interface DeskRow {
  readonly id: string;
  readonly slug: string | null;
  readonly number: number;
  readonly withdrawn_at: string | null;
  readonly stage: string | null;
  readonly updated_by: string | null;
  readonly title: string | null;
  readonly authors: string;
  readonly updated_at: string;
}

function lineOf(row: DeskRow): DeskLine {
  return {
    textId: row.id as TextId,
    title: row.title,
    authors: JSON.parse(row.authors),
    number: row.number,
    slug: row.slug as Slug | null,
    stage: row.stage as DraftStage | null,
    isWithdrawn: row.withdrawn_at !== null,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}
