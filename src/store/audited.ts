/** What SQLite itself says is wrong, or the row, or nothing where there is no such row. */
export type Audited<T> = { readonly damage: string } | { readonly row: T | null };

/** A column as an auditor asks for it: a damaged row may have lost its type, or the column altogether. */
export const asBytes = (column: string, name = column) => `coalesce(cast(${column} as blob), x'') as ${name}`;
export const asText = (column: string, name = column) => `coalesce(cast(${column} as text), '') as ${name}`;
