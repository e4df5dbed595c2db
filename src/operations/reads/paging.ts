export interface Paging {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

const LARGEST_PAGE = 1000;
/** Further than anybody turns: each page passed over costs a little. */
const LAST_PAGE = 100_000;

export function windowOf({ page, pageSize }: Paging): { readonly offset: number; readonly limit: number } {
  const limit = Math.min(Math.max(Math.trunc(pageSize) || 1, 1), LARGEST_PAGE);
  const turned = Math.min(Math.max(Math.trunc(page) || 1, 1), LAST_PAGE) - 1;
  return { limit, offset: turned * limit };
}
