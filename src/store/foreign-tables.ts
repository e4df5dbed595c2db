// Tables of a database file that is not ours: read, never written, and nothing it may bring along is run.
import Database from 'better-sqlite3';

export interface ForeignTables {
  readonly names: readonly string[];
  /** Every row, a column's name to its value as text; numbers as SQLite writes them. */
  rows(table: string): Iterable<Readonly<Record<string, string | null>>>;
  close(): void;
}

/** Throws what SQLite says where the file is no database or a damaged one; so may reading its rows. */
export function openForeignTables(path: string): ForeignTables {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  for (const setting of ['query_only = on', 'trusted_schema = off', 'cell_size_check = on']) database.pragma(setting);
  // Real tables only: a view is a program of whoever made the file.
  const names = database
    .prepare("select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'")
    .pluck()
    .all() as string[];
  return {
    names,
    rows: function* (table) {
      const statement = database.prepare(`select * from "${table.replaceAll('"', '""')}"`).safeIntegers();
      for (const row of statement.iterate() as Iterable<Record<string, unknown>>)
        yield Object.fromEntries(Object.entries(row).map(([column, value]) => [column, textOf(value)]));
    },
    close: () => database.close(),
  };
}

function textOf(value: unknown): string | null {
  if (value === null) return null;
  return Buffer.isBuffer(value) ? value.toString('utf8') : String(value);
}
