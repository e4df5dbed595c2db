// Two connections to one database: readers see only what is committed, and one writer at a time changes it.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { RecordFault } from '#domain/record-fault.ts';
import { Refusal } from '#domain/refusal.ts';
import { type Connection, kyselyOver, openReader, openWriter } from './engines/sqlite-connection.ts';
import { createGroupCommits } from './group-commit.ts';
import { migrate } from './migrate.ts';
import { openPressedPages, type PressedPages } from './pressed-pages.ts';
import type { Schema } from './schema.ts';
import { isBusy, isDiskFailure, isDiskFull, StoreError, storeErrorOf } from './store-error.ts';

export interface Store {
  /** Sees committed rows only, and cannot write. */
  readonly reader: Kysely<Schema>;
  /**
   * All of it, synced to the disk when this returns, or nothing. Changes that are asked for at the same time follow each other and
   * share one commit. Nothing slow belongs inside: other writers wait.
   */
  write<T>(change: (transaction: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** A change that is made although the store is frozen: what puts the record right. */
  mend: Store['write'];
  /** A number that changes whenever something public was committed, by this process or another. */
  generation(): number;
  /** Refuses every change from now on; null allows them again. */
  freeze(fault: RecordFault | null): void;
  /** Why nothing can be changed; null while it can. */
  frozen(): RecordFault | null;
  /** Rendered pages, derived and kept beside the database. */
  readonly pressed: PressedPages;
  /**
   * After something was erased: empties the write-ahead log, where its bytes still stand, once no change is under way. False when
   * another process's reading held it up: to be asked again.
   */
  emptyLog(): Promise<boolean>;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly dataFolder: string;
  readonly clock?: { now(): Date };
  readonly pressedLimitBytes?: number;
  /** A change met a failing disk: nothing more may be acknowledged, whoever opened the store should end the program. */
  readonly onDiskFailure?: (error: unknown) => void;
}

export const DATABASE_FILE = 'stet.sqlite';
const PRESSED_FILE = 'pressed.sqlite';
const WAIT_FOR_LOCK_MS = 15_000;
const PRESSED_LIMIT_BYTES = 512 * 1024 * 1024;

export async function openStore({
  dataFolder,
  clock,
  pressedLimitBytes = PRESSED_LIMIT_BYTES,
  onDiskFailure = () => {},
}: StoreOptions): Promise<Store> {
  prepareFolder(dataFolder);
  const path = join(dataFolder, DATABASE_FILE);
  const writing = await whenFree(() => openWriter(path));
  try {
    await whenFree(() => migrate(writing, { now: clock?.now() ?? new Date() }));
    return assemble(
      path,
      writing,
      openPressedPages({ path: join(dataFolder, PRESSED_FILE), limitBytes: pressedLimitBytes }),
      onDiskFailure,
    );
  } catch (error) {
    writing.close();
    throw storeErrorOf(error, path);
  }
}

function assemble(
  path: string,
  writing: Connection,
  pressed: PressedPages,
  onDiskFailure: NonNullable<StoreOptions['onDiskFailure']>,
): Store {
  const reading = openReader(path);
  const writer = kyselyOver(writing);
  const commits = createGroupCommits(writing, () => whenFree(() => void writing.exec('begin immediate')));
  let fault: RecordFault | null = null;
  let diskFailure: unknown = null;
  const mend: Store['mend'] = (change) =>
    commits
      .run(async () => {
        // A disk may fail once and then say that all is well: nothing more is promised by this process.
        if (diskFailure) throw diskFailure;
        return change(writer);
      })
      .catch((error) => {
        if (isDiskFailure(error) && !diskFailure) {
          diskFailure = error;
          onDiskFailure(error);
        }
        throw refusalOf(error);
      });
  return {
    reader: kyselyOver(reading),
    write: (change) =>
      mend(async (transaction) => {
        if (fault) throw new Refusal('frozen');
        return change(transaction);
      }),
    mend,
    freeze: (found) => {
      fault = found;
    },
    frozen: () => fault,
    generation: generationReader(reading),
    pressed,
    emptyLog: async () => {
      while (writing.inTransaction) await nextTurn();
      const [{ busy }] = writing.pragma('wal_checkpoint(truncate)') as [{ busy: number }];
      return busy === 0;
    },
    close: async () => {
      await commits.idle();
      pressed.close();
      if (reading.open) reading.close();
      if (writing.open) writing.close();
    },
  };
}

function prepareFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw storeErrorOf(error, folder);
  }
}

// Not `recursive`: in a file system where nothing can be made (/proc), Node would try for ever.
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // another process was quicker
  }
}

/** What a person is told when the database cannot take a change just now. */
function refusalOf(error: unknown): unknown {
  if (isDiskFull(error)) return new Refusal('store-full');
  if (isBusy(error) || (error instanceof StoreError && error.code === 'busy')) return new Refusal('read-only');
  return error;
}

/** Another process may hold the lock for a moment: tries again, without holding up this one's readers. */
async function whenFree<T>(act: () => T): Promise<T> {
  const until = Date.now() + WAIT_FOR_LOCK_MS;
  for (let waitMs = 1; ; waitMs = Math.min(waitMs * 2, 50)) {
    try {
      return act();
    } catch (error) {
      const busy = isBusy(error) || (error instanceof StoreError && error.code === 'busy');
      if (!busy || Date.now() > until) throw error;
      await pause(waitMs);
    }
  }
}

/**
 * data_version is a look at shared memory; only when it moved is the row read. Asked once a turn of the event loop: a
 * request that arrives after a change was acknowledged is answered in a later turn.
 */
function generationReader(reading: Connection): () => number {
  const version = reading.prepare('pragma data_version').pluck();
  const generation = reading.prepare('select generation from site').pluck();
  let seen: unknown;
  let current = 0;
  let isFresh = false;
  return () => {
    if (isFresh) return current;
    isFresh = true;
    setImmediate(() => {
      isFresh = false;
    });
    const now = version.get();
    if (now !== seen) {
      seen = now;
      current = generation.get() as number;
    }
    return current;
  };
}
