import { type Kysely, sql } from 'kysely';
import { dateOrder, yearOf } from '#domain/date-order.ts';
import type { TermKind, TextEntry } from '#domain/entry.ts';
import type { Metadata } from '#domain/metadata.ts';
import { slugFrom } from '#domain/slug.ts';
import { filed, nameOrder, titleOrder } from '#domain/sort-order.ts';
import type { Schema } from './schema.ts';

/** A text as it is now published, on its way into the lists. */
export interface Listed extends TextEntry {
  readonly row: number;
  readonly metadata: Metadata;
}

/** Puts a published text into every list it belongs to, in place of what they held of it. */
export async function putListing(db: Kysely<Schema>, listed: Listed): Promise<void> {
  await dropListing(db, listed.row);
  await db.insertInto('listing').values(listingRow(listed)).execute();
  const terms = termsOf(listed);
  const orders = {
    newest_order: listed.firstPublishedAt,
    changed_order: listed.publishedAt,
    title_order: titleOrder(listed.title),
    written_order: dateOrder(listed.date),
  };
  await db
    .insertInto('listing_term')
    .values(terms.map(({ kind, slug }) => ({ kind, term: slug, row: listed.row, ...orders })))
    .execute();
  await db
    .insertInto('term')
    .values(terms.map(({ kind, slug, name, nameOrder }) => ({ kind, slug, name, name_order: nameOrder, texts: 1 })))
    .onConflict((conflict) =>
      conflict.columns(['kind', 'slug']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        name_order: eb.ref('excluded.name_order'),
        texts: sql<number>`term.texts + 1`,
      })),
    )
    .execute();
}

export async function dropListing(db: Kysely<Schema>, row: number): Promise<void> {
  const terms = await db.selectFrom('listing_term').select(['kind', 'term']).where('row', '=', row).execute();
  if (terms.length === 0) return;
  for (const { kind, term } of terms) {
    await db
      .updateTable('term')
      .set({ texts: sql`texts - 1` })
      .where('kind', '=', kind)
      .where('slug', '=', term)
      .execute();
    await db.deleteFrom('term').where('kind', '=', kind).where('slug', '=', term).where('texts', '=', 0).execute();
  }
  await db.deleteFrom('listing_term').where('row', '=', row).execute();
  await db.deleteFrom('listing').where('row', '=', row).execute();
}

interface NewTerm {
  readonly kind: TermKind;
  readonly slug: string;
  readonly name: string;
  readonly nameOrder: string;
}

/** Names that make the same slug are one term: "Aimé Césaire" and "Aime Cesaire" share a page. */
function termsOf({ metadata, date, language }: Listed): readonly NewTerm[] {
  const year = yearOf(date);
  const named = (kind: TermKind, names: readonly string[], order: (name: string) => string): readonly NewTerm[] =>
    names.map((name) => ({ kind, slug: slugFrom(name), name, nameOrder: order(name) }));
  const terms = [
    { kind: 'all', slug: 'all', name: '', nameOrder: '' } as const,
    ...named('author', metadata.authors, nameOrder),
    ...named('collection', metadata.collections, titleOrder),
    ...named('keyword', metadata.keywords, filed),
    ...named('language', language ? [language] : [], filed),
    ...named('year', year === null ? [] : [String(year)], () => dateOrder(String(year).padStart(4, '0'))),
  ];
  return [
    ...new Map(terms.filter(({ slug }) => slug !== '').map((term) => [`${term.kind} ${term.slug}`, term])).values(),
  ];
}

function listingRow(listed: Listed): Schema['listing'] {
  return {
    row: listed.row,
    text_id: listed.textId,
    slug: listed.slug,
    number: listed.number,
    title: listed.title,
    subtitle: listed.subtitle,
    authors: JSON.stringify(listed.authors),
    translators: JSON.stringify(listed.translators),
    date: listed.date,
    language: listed.language,
    translation_of: listed.metadata.translationOf,
    excerpt: listed.excerpt,
    words: listed.words,
    published_at: listed.publishedAt,
    first_published_at: listed.firstPublishedAt,
  };
}

/** Nothing to do for a withdrawn text, which stands in no list. */
export async function renameListing(
  db: Kysely<Schema>,
  { row, slug }: { readonly row: number; readonly slug: string },
): Promise<void> {
  await db.updateTable('listing').set({ slug }).where('row', '=', row).execute();
}
