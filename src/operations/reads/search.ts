import { findByWords } from '#store/search.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { windowOf } from './paging.ts';

export interface SearchQuestion {
  readonly query: string;
  readonly page: number;
  readonly pageSize?: number;
}

const LONGEST_QUERY = 300;

/** Published texts that hold every word and "phrase", best first, with what was found told apart. */
export async function searchTexts(context: Context, { query, page, pageSize = 20 }: SearchQuestion) {
  authorise(context, 'public');
  return findByWords(context.store.reader, { query: query.slice(0, LONGEST_QUERY), ...windowOf({ page, pageSize }) });
}

export type FoundText = Awaited<ReturnType<typeof searchTexts>>['items'][number];
