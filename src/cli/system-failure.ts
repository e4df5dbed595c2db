import { Refusal } from '#domain/refusal.ts';
import type { MessageKey } from '#locale/translate.ts';
import { SiteError } from '#operations/site-copy.ts';
import { StoreError, type StoreErrorCode } from '#store/store-error.ts';
import { CommandFailure } from './command-failure.ts';
import type { ExitName } from './exit-code.ts';

/** What the operating system refuses, as something a person can act on. */
const STORE_FAILURES: Readonly<Record<StoreErrorCode, { readonly exit: ExitName; readonly key: MessageKey }>> = {
  'no-rights': { exit: 'no-permission', key: 'store.no-rights' },
  'newer-database': { exit: 'data', key: 'store.newer-database' },
  'foreign-database': { exit: 'data', key: 'store.foreign-database' },
  damaged: { exit: 'data', key: 'store.damaged' },
  full: { exit: 'input-output', key: 'store.full' },
  busy: { exit: 'unavailable', key: 'store.busy' },
};

const SYSTEM_FAILURES: Readonly<Record<string, { readonly exit: ExitName; readonly key: MessageKey }>> = {
  EACCES: { exit: 'no-permission', key: 'cli.failure.no-permission' },
  EPERM: { exit: 'no-permission', key: 'cli.failure.no-permission' },
  EROFS: { exit: 'cannot-create', key: 'cli.failure.read-only' },
  ENOENT: { exit: 'no-input', key: 'cli.failure.not-found' },
  ENOTDIR: { exit: 'cannot-create', key: 'cli.failure.not-a-folder' },
  EEXIST: { exit: 'cannot-create', key: 'cli.failure.not-a-folder' },
  EISDIR: { exit: 'no-input', key: 'cli.failure.is-a-folder' },
  ENOSPC: { exit: 'input-output', key: 'cli.failure.disk-full' },
  EDQUOT: { exit: 'input-output', key: 'cli.failure.disk-full' },
  EIO: { exit: 'input-output', key: 'cli.failure.input-output' },
  EMFILE: { exit: 'input-output', key: 'cli.failure.too-many-files' },
  EADDRINUSE: { exit: 'unavailable', key: 'cli.failure.port-in-use' },
  EADDRNOTAVAIL: { exit: 'unavailable', key: 'cli.failure.address-unknown' },
  ENOTFOUND: { exit: 'unavailable', key: 'cli.failure.address-unknown' },
};

/** Null for what is not known: a bug until it is. */
export function systemFailure(error: unknown): CommandFailure | null {
  if (error instanceof SiteError)
    return new CommandFailure('unavailable', 'cli.verify.unreachable', { address: error.message });
  if (error instanceof StoreError) {
    const { exit, key } = STORE_FAILURES[error.code];
    return new CommandFailure(exit, key, { path: error.path });
  }
  if (error instanceof Refusal && error.code === 'store-full')
    return new CommandFailure('input-output', 'cli.failure.disk-full');
  if (error instanceof Refusal && error.code === 'frozen')
    return new CommandFailure('unavailable', 'cli.failure.frozen');
  if (error instanceof Refusal && error.code === 'read-only') return new CommandFailure('unavailable', 'store.busy');
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const { code } = error;
  const { path, address, port, syscall } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  const values = { path: path ?? '', address: address ?? '', port: String(port ?? '') };
  if (code === 'EACCES' && syscall === 'listen')
    return new CommandFailure('no-permission', 'cli.failure.port-not-permitted', values);
  const row = SYSTEM_FAILURES[code];
  return row ? new CommandFailure(row.exit, row.key, values) : null;
}
