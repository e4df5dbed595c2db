import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Schema } from '../schema.ts';
import { StoreError, storeErrorOf } from '../store-error.ts';

/** "Stet" in ASCII: what tells our file from any other SQLite database. */
const APPLICATION_ID = 0x53746574;
const WAIT_FOR_READING_MS = 5000;
const CHECKPOINT_PAGES = 4000;
const KEPT_STATEMENTS = 400;

export type Connection = Database.Database;

/** The one connection that changes anything. Every setting that durability rests on is read back. */
export function openWriter(path: string): Connection {
  return opening(path, () => {
    const connection = new Database(path);
    try {
      claimFile(connection);
      configure(connection);
      // Waiting for another process's lock would hold up every reader: the store waits itself, between tries.
      connection.pragma('busy_timeout = 0');
      connection.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  });
}

/** A connection that cannot write: it sees what is committed, and nothing else. */
export function openReader(path: string): Connection {
  return opening(path, () => {
    const connection = new Database(path, { readonly: true });
    configure(connection);
    connection.pragma('query_only = on');
    return connection;
  });
}

/** Kysely over a connection, with each statement compiled once. */
export function kyselyOver(connection: Connection): Kysely<Schema> {
  const statements = new Map<string, Database.Statement>();
  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    if (statements.size >= KEPT_STATEMENTS) statements.clear();
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const database = { prepare, close: () => connection.close() } as unknown as Database.Database;
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
}

function claimFile(connection: Connection): void {
  const id = connection.pragma('application_id', { simple: true });
  if (id === APPLICATION_ID) return;
  const tables = connection.prepare('select count(*) from sqlite_schema').pluck().get();
  if (id !== 0 || tables !== 0) throw new StoreError('foreign-database', connection.name);
  connection.pragma(`application_id = ${APPLICATION_ID}`);
}

function configure(connection: Connection): void {
  connection.pragma(`busy_timeout = ${WAIT_FOR_READING_MS}`);
  connection.pragma('cache_size = -12000');
  for (const [name, wanted, answered] of DURABLE) {
    connection.pragma(`${name} = ${wanted}`);
    const is = connection.pragma(name, { simple: true });
    if (is !== answered) throw new Error(`${connection.name}: ${name} is ${is}, not ${answered}`);
  }
}

/** Setting, value, and what the database must answer when asked. A reopened WAL database silently runs synchronous=NORMAL. */
const DURABLE = [
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'full', 2],
  ['foreign_keys', 'on', 1],
  ['trusted_schema', 'off', 0],
  // What is deleted is overwritten: erasing a contribution leaves none of its bytes in a free page.
  ['secure_delete', 'on', 1],
] as const;

function opening(path: string, open: () => Connection): Connection {
  try {
    return open();
  } catch (error) {
    throw storeErrorOf(error, path);
  }
}
