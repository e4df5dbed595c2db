/** The database could not be opened or used: said once, to whoever runs the press, with what to do (`store.<code>` in locale/). */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly path: string;

  constructor(code: StoreErrorCode, path: string, cause?: unknown) {
    super(`${path}: ${code}`, { cause });
    this.name = 'StoreError';
    this.code = code;
    this.path = path;
  }
}

/** no-rights: the folder or file may not be written. newer-database: made by a newer program. foreign-database: not ours. */
export type StoreErrorCode = 'no-rights' | 'newer-database' | 'foreign-database' | 'full' | 'damaged' | 'busy';

/** The error as ours where we know what it means; as it is otherwise. */
export function storeErrorOf(error: unknown, path: string): unknown {
  const code = CODES[codeOf(error)];
  return code ? new StoreError(code, path, error) : error;
}

export function isDiskFull(error: unknown): boolean {
  return CODES[codeOf(error)] === 'full';
}

export function isBusy(error: unknown): boolean {
  return CODES[codeOf(error)] === 'busy';
}

/** The disk would not read, write or sync: what it holds is unknown, and a sync tried again may lie (fsync reports a failure once). */
export function isDiskFailure(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_IOERR') && !isDiskFull(error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const CODES: Readonly<Record<string, StoreErrorCode>> = {
  EACCES: 'no-rights',
  EPERM: 'no-rights',
  EROFS: 'no-rights',
  ENOTDIR: 'no-rights',
  // No folder can be made there, though the one above it exists.
  ENOENT: 'no-rights',
  EEXIST: 'no-rights',
  ENOSPC: 'full',
  EDQUOT: 'full',
  SQLITE_CANTOPEN: 'no-rights',
  SQLITE_READONLY: 'no-rights',
  SQLITE_READONLY_DIRECTORY: 'no-rights',
  SQLITE_PERM: 'no-rights',
  SQLITE_FULL: 'full',
  // Room for the shared index of the write-ahead log could not be had.
  SQLITE_IOERR_SHMSIZE: 'full',
  SQLITE_NOTADB: 'foreign-database',
  SQLITE_CORRUPT: 'damaged',
  SQLITE_BUSY: 'busy',
  SQLITE_BUSY_RECOVERY: 'busy',
  SQLITE_BUSY_SNAPSHOT: 'busy',
};
