import { CompiledQuery, type Insertable, type Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** By table and columns, as the one engine in use writes them. */
const compiled = new Map<string, string>();

/**
 * Inserts one row of plain values, into the columns that are given: for tables that grow with every contribution, where compiling
 * the statement anew costs as much as carrying it out. Gives the number of a row that the database numbers, else undefined.
 */
export async function insertRow<Table extends keyof Schema & string>(
  db: Kysely<Schema>,
  table: Table,
  values: Insertable<Schema[Table]>,
): Promise<number | undefined> {
  const name = `${table} ${Object.keys(values)}`;
  let sql = compiled.get(name);
  if (sql === undefined) {
    sql = db.insertInto(table).values(values).compile().sql;
    compiled.set(name, sql);
  }
  const { insertId } = await db.executeQuery(CompiledQuery.raw(sql, Object.values(values)));
  return insertId === undefined ? undefined : Number(insertId);
}
