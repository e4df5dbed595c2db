import type { Kysely } from 'kysely';
import type { TextId } from '#domain/text.ts';
import { contributionOf, type StoredContribution } from './contributions.ts';
import type { Schema } from './schema.ts';

/** In the order received, after a row, with how their text is called now; what was erased is not among them. */
export async function listContributionsToExport(
  db: Kysely<Schema>,
  { textId, after, limit }: { readonly textId: TextId | null; readonly after: number; readonly limit: number },
): Promise<
  readonly { readonly contribution: StoredContribution; readonly slug: string; readonly title: string | null }[]
> {
  let rows = db
    .selectFrom('contribution')
    .innerJoin('text', 'text.id', 'contribution.text_id')
    .selectAll('contribution')
    .select(['text.slug', 'text.title'])
    .where('contribution.row', '>', after)
    .where('contribution.state', '!=', 'erased')
    .where('text.slug', 'is not', null)
    .orderBy('contribution.row')
    .limit(limit);
  if (textId !== null) rows = rows.where('text_id', '=', textId);
  return (await rows.execute()).map(({ slug, title, ...row }) => ({
    contribution: contributionOf(row),
    slug: slug!,
    title,
  }));
}

export async function countContributions(db: Kysely<Schema>, textId: TextId | null): Promise<number> {
  let rows = db
    .selectFrom('contribution')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('state', '!=', 'erased');
  if (textId !== null) rows = rows.where('text_id', '=', textId);
  return (await rows.executeTakeFirstOrThrow()).count;
}

/** Texts that are called exactly so; two where the title does not tell one. */
export async function findTextsByTitle(db: Kysely<Schema>, title: string): Promise<readonly TextId[]> {
  const rows = await db
    .selectFrom('text')
    .select('id')
    .where('title', '=', title)
    .where('number', '>', 0)
    .limit(2)
    .execute();
  return rows.map(({ id }) => id as TextId);
}
