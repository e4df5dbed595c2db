import type { TermKind } from '#domain/entry.ts';
import type { MessageKey } from '#locale/translate.ts';

/** The ways into the library, one row each: the first part of the address, what it lists, how it is called. */
export const WAYS = [
  { folder: 'authors', kind: 'author', title: 'nav.authors', lead: 'authors.lead', order: 'written' },
  { folder: 'collections', kind: 'collection', title: 'nav.collections', lead: 'collections.lead', order: 'written' },
  { folder: 'keywords', kind: 'keyword', title: 'nav.keywords', lead: 'keywords.lead', order: 'title' },
  { folder: 'dates', kind: 'year', title: 'nav.dates', lead: 'dates.lead', order: 'written' },
] as const satisfies readonly {
  readonly folder: string;
  readonly kind: TermKind;
  readonly title: MessageKey;
  readonly lead: MessageKey;
  readonly order: 'title' | 'written';
}[];

export type Way = (typeof WAYS)[number];
