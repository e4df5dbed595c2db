import { closeSync, fsyncSync, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openReader } from './engines/sqlite-connection.ts';
import { DATABASE_FILE } from './store.ts';
import { storeErrorOf } from './store-error.ts';

/** More pages than a database has: one step sees one state, however much is written meanwhile. */
const ALL_PAGES = 0x7fffffff;

/** The database as it is at one moment, while others go on reading and writing; on the disk when this returns. */
export async function copyDatabase({ from, to }: { readonly from: string; readonly to: string }): Promise<void> {
  const path = join(to, DATABASE_FILE);
  const connection = openReader(join(from, DATABASE_FILE));
  try {
    await connection.backup(path, { progress: () => ALL_PAGES });
  } catch (error) {
    throw storeErrorOf(error, path);
  } finally {
    connection.close();
  }
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Empty files that a connection for reading leaves beside a database. One that holds anything stays. */
export function clearBeside({ folder }: { readonly folder: string }): void {
  const log = join(folder, `${DATABASE_FILE}-wal`);
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > 0) return;
  rmSync(log, { force: true });
  rmSync(join(folder, `${DATABASE_FILE}-shm`), { force: true });
}
