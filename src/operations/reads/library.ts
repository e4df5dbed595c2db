import type { ListOrder, Page, Term, TermKind, TextEntry } from '#domain/entry.ts';
import { findTerm as findStoredTerm, listEntries, listTerms as listStoredTerms } from '#store/lists.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { type Paging, windowOf } from './paging.ts';

/** What a list is of. */
export type By = { readonly kind: 'all' } | { readonly kind: Exclude<TermKind, 'all'>; readonly slug: string };

/** Published texts only. */
export async function listTexts(
  context: Context,
  { by, order, ...paging }: Paging & { readonly by: By; readonly order: ListOrder },
): Promise<Page<TextEntry>> {
  authorise(context, 'public');
  const term = by.kind === 'all' ? 'all' : by.slug;
  return listEntries(context.store.reader, { kind: by.kind, term, order, ...windowOf(paging) });
}

/** Authors, collections … that have published texts, in the order of their names. */
export async function listTerms(
  context: Context,
  { kind, ...paging }: Paging & { readonly kind: TermKind },
): Promise<Page<Term>> {
  authorise(context, 'public');
  return listStoredTerms(context.store.reader, { kind, ...windowOf(paging) });
}

export async function findTerm(context: Context, { kind, slug }: Pick<Term, 'kind' | 'slug'>): Promise<Term | null> {
  authorise(context, 'public');
  return findStoredTerm(context.store.reader, { kind, slug });
}
