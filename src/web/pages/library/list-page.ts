// What every list of texts needs: which page of it, and its one address.
import { Refusal } from '#domain/refusal.ts';

export const PAGE_SIZE = 20;

/** `?page=3`; nothing else may stand in the query of a list, so that each page has one address. */
export function pageNumber(query: URLSearchParams): number {
  const written = query.get('page');
  if (written === null) return 1;
  if (!/^[1-9]\d{0,5}$/.test(written)) throw new Refusal('not-found');
  return Number(written);
}

/** How many pages there are; a page after the last is not found, though the first always is. */
export function countPages(total: number, page: number, size = PAGE_SIZE): number {
  const pages = Math.max(1, Math.ceil(total / size));
  if (page > pages) throw new Refusal('not-found');
  return pages;
}
