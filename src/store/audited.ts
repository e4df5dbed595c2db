/** What SQLite itself says is wrong, or the row, or nothing where there is no such row. */
export type Audited<T> = { readonly damage: string } | { readonly row: T | null };
