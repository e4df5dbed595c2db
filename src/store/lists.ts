import type { Kysely } from 'kysely';
import type { ListOrder, Page, Term, TermKind, TextEntry, TextLink } from '#domain/entry.ts';
import type { Slug, TextId } from '#domain/text.ts';
import type { Schema } from './schema.ts';

/** A window of a list: how many to pass over, how many to give. */
export interface Window {
  readonly offset: number;
  readonly limit: number;
}

type OrderColumn = 'newest_order' | 'changed_order' | 'title_order' | 'written_order' | 'listing_term.row';

const ORDERS: Readonly<
  Record<ListOrder, { readonly columns: readonly OrderColumn[]; readonly direction: 'asc' | 'desc' }>
> = {
  newest: { columns: ['newest_order', 'listing_term.row'], direction: 'desc' },
  changed: { columns: ['changed_order', 'listing_term.row'], direction: 'desc' },
  title: { columns: ['title_order', 'listing_term.row'], direction: 'asc' },
  written: { columns: ['written_order', 'title_order', 'listing_term.row'], direction: 'asc' },
};

/** One page of the texts under a term: a range of one index, then the rows it names. */
export async function listEntries(
  db: Kysely<Schema>,
  {
    kind,
    term,
    order,
    offset,
    limit,
  }: Window & { readonly kind: TermKind; readonly term: string; readonly order: ListOrder },
): Promise<Page<TextEntry>> {
  const named = await findTerm(db, { kind, slug: term });
  if (!named) return { items: [], total: 0 };
  const { columns, direction } = ORDERS[order];
  const rows = await db
    .selectFrom('listing_term')
    .innerJoin('listing', 'listing.row', 'listing_term.row')
    .select(ENTRY_COLUMNS)
    .where('kind', '=', kind)
    .where('term', '=', term)
    .$call((query) => columns.reduce((ordered, column) => ordered.orderBy(column, direction), query))
    .limit(limit)
    .offset(offset)
    .execute();
  return { items: rows.map(entryOf), total: named.texts };
}

export async function findTerm(
  db: Kysely<Schema>,
  { kind, slug }: { readonly kind: TermKind; readonly slug: string },
): Promise<Term | null> {
  const row = await db
    .selectFrom('term')
    .select(['name', 'texts'])
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row ? { kind, slug, ...row } : null;
}

/** In the order of their names. */
export async function listTerms(
  db: Kysely<Schema>,
  { kind, offset, limit }: Window & { readonly kind: TermKind },
): Promise<Page<Term>> {
  const rows = await db
    .selectFrom('term')
    .select(['slug', 'name', 'texts'])
    .where('kind', '=', kind)
    .orderBy('name_order')
    .orderBy('slug')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await db
    .selectFrom('term')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return { items: rows.map((row) => ({ kind, ...row })), total };
}

/** The texts before and after one, in its collection by date, else among all as they were published. */
export async function findNeighbours(
  db: Kysely<Schema>,
  { row, collection }: { readonly row: number; readonly collection: string | null },
): Promise<{ readonly previous: TextLink | null; readonly next: TextLink | null }> {
  const [kind, term] = collection === null ? ['all', 'all'] : ['collection', collection];
  const here = await db
    .selectFrom('listing_term')
    .selectAll()
    .where('row', '=', row)
    .where('kind', '=', kind)
    .where('term', '=', term)
    .executeTakeFirst();
  if (!here) return { previous: null, next: null };
  const columns =
    collection === null ? (['newest_order', 'row'] as const) : (['written_order', 'title_order', 'row'] as const);
  const beside = async (comparison: '<' | '>', direction: 'asc' | 'desc') => {
    const found = await columns
      .reduce((query, column) => query.orderBy(column, direction), db.selectFrom('listing_term').select('row'))
      .where('kind', '=', kind)
      .where('term', '=', term)
      .where((eb) =>
        eb(
          eb.refTuple(...(columns as readonly ['newest_order', 'row'])),
          comparison,
          eb.tuple(...(columns.map((column) => here[column]) as [string, number])),
        ),
      )
      .limit(1)
      .executeTakeFirst();
    return found ? findLink(db, found.row) : null;
  };
  return { previous: await beside('<', 'desc'), next: await beside('>', 'asc') };
}

/** The original, and every other translation of it. A translation names its original by any slug that ever led to it. */
export async function listTranslations(
  db: Kysely<Schema>,
  { textId, translationOf }: { readonly textId: TextId; readonly translationOf: string | null },
): Promise<readonly TextLink[]> {
  const original =
    translationOf === null
      ? null
      : await db.selectFrom('slug').select('text_id').where('slug', '=', translationOf).executeTakeFirst();
  const originalId = original?.text_id ?? textId;
  const rows = await db
    .selectFrom('listing')
    .select(LINK_COLUMNS)
    .where((eb) =>
      eb.or([
        eb('text_id', '=', originalId),
        eb('translation_of', 'in', eb.selectFrom('slug').select('slug.slug').where('slug.text_id', '=', originalId)),
      ]),
    )
    .where('text_id', '<>', textId)
    .orderBy('language')
    .orderBy('listing.row')
    .limit(MOST_TRANSLATIONS)
    .execute();
  return rows.map(linkOf);
}

export async function listEntriesByRow(
  db: Kysely<Schema>,
  rows: readonly number[],
): Promise<ReadonlyMap<number, TextEntry>> {
  if (rows.length === 0) return new Map();
  const found = await db
    .selectFrom('listing')
    .select('listing.row')
    .select(ENTRY_COLUMNS)
    .where('listing.row', 'in', rows)
    .execute();
  return new Map(found.map((row) => [row.row, entryOf(row)]));
}

const MOST_TRANSLATIONS = 50;
const LINK_COLUMNS = ['listing.slug', 'title', 'authors', 'language'] as const;
const ENTRY_COLUMNS = [
  'listing.text_id',
  ...LINK_COLUMNS,
  'number',
  'subtitle',
  'translators',
  'date',
  'excerpt',
  'words',
  'published_at',
  'first_published_at',
] as const;

async function findLink(db: Kysely<Schema>, row: number): Promise<TextLink | null> {
  const found = await db.selectFrom('listing').select(LINK_COLUMNS).where('row', '=', row).executeTakeFirst();
  return found ? linkOf(found) : null;
}

function linkOf(row: Pick<Schema['listing'], 'slug' | 'title' | 'authors' | 'language'>): TextLink {
  return { slug: row.slug as Slug, title: row.title, authors: JSON.parse(row.authors), language: row.language };
}

function entryOf(row: Omit<Schema['listing'], 'row' | 'translation_of'>): TextEntry {
  return {
    textId: row.text_id as TextId,
    ...linkOf(row),
    number: row.number,
    subtitle: row.subtitle,
    translators: JSON.parse(row.translators),
    date: row.date,
    excerpt: row.excerpt,
    words: row.words,
    publishedAt: row.published_at,
    firstPublishedAt: row.first_published_at,
  };
}
