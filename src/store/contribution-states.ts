// Where a contribution stands, as whoever decides on it needs to know.
import type { Kysely } from 'kysely';
import type { ContributionId, ContributionState, Lane, Place, Words } from '#domain/contribution.ts';
import type { BlockId, Slug, TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

/** Words, hash and `revisedAt` are those of the newest revision. */
export interface Standing extends Place, Words {
  readonly row: number;
  readonly id: ContributionId;
  readonly threadId: ContributionId;
  readonly state: ContributionState;
  readonly lane: Lane | null;
  readonly revision: number;
  readonly shownRevision: number | null;
  readonly hash: string;
  readonly receivedAt: string;
  readonly revisedAt: string;
  /** Of its first receipt, and the log that is in. */
  readonly leaf: number;
  readonly log: number;
  /** What its commitments are made with; null once it was erased. */
  readonly key: Uint8Array | null;
  /** Confirmed, and wanted: where to write; null for nowhere. */
  readonly mailTo: string | null;
  readonly slug: Slug | null;
  readonly title: string | null;
}

/** Null where there is none, or nothing is left of its words. */
export async function findStanding(db: Kysely<Schema>, id: ContributionId): Promise<Standing | null> {
  const row = await standings(db).where('c.id', '=', id).executeTakeFirst();
  return row ? standingOf(row) : null;
}

const standings = (db: Kysely<Schema>) =>
  db
    .selectFrom('contribution as c')
    .innerJoin('contribution_revision as r', (join) =>
      join.onRef('r.contribution_id', '=', 'c.id').onRef('r.revision', '=', 'c.revision'),
    )
    .innerJoin('text', 'text.id', 'c.text_id')
    .leftJoin('contribution_key as k', 'k.contribution_id', 'c.id')
    .selectAll('c')
    .select(['r.received_at as revised_at', 'r.name', 'r.subject', 'r.body', 'r.hash', 'k.key'])
    .select(['text.slug', 'text.title']);

type Row = Awaited<ReturnType<ReturnType<typeof standings>['execute']>>[number];

function standingOf(row: Row): Standing {
  return {
    row: row.row,
    id: row.id as ContributionId,
    textId: row.text_id as TextId,
    number: row.number,
    blockId: row.block_id as BlockId | null,
    quote: row.quote,
    parentId: row.parent_id as ContributionId | null,
    threadId: row.thread_id as ContributionId,
    state: row.state as ContributionState,
    lane: row.lane as Lane | null,
    revision: row.revision,
    shownRevision: row.shown_revision,
    name: row.name,
    subject: row.subject,
    body: row.body,
    hash: row.hash,
    receivedAt: row.received_at,
    revisedAt: row.revised_at,
    leaf: row.leaf,
    log: row.log,
    key: row.key,
    mailTo: row.notify === 1 && row.email_confirmed_at !== null ? row.email : null,
    slug: row.slug as Slug | null,
    title: row.title,
  };
}

/** For whoever opens it, unless somebody else did a moment ago; gives whose it is then. */
export async function leaseStanding(
  db: Kysely<Schema>,
  {
    id,
    by,
    at,
    until,
  }: { readonly id: ContributionId; readonly by: string; readonly at: string; readonly until: string },
): Promise<string | null> {
  await db
    .updateTable('contribution')
    .set({ leased_by: by, leased_until: until })
    .where('id', '=', id)
    .where('lane', 'is not', null)
    .where((or) => or.or([or('leased_by', 'is', null), or('leased_by', '=', by), or('leased_until', '<=', at)]))
    .execute();
  const row = await db.selectFrom('contribution').select('leased_by').where('id', '=', id).executeTakeFirst();
  return row?.leased_by ?? null;
}
