// A folder that is made whole under another name and takes its own only when it is known to be sound.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Besides the database: the keys that sign, and the settings. The rest of a data folder is made again from these. */
export const KEPT_FILES = ['keys/log.key', 'settings.env'] as const;
export const SUMS_FILE = 'SHA256SUMS';

export function isFree(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

export const unfinishedName = (folder: string) => `${folder.replace(/\/+$/, '')}.unfinished`;

export function beginFolder(folder: string): string {
  const unfinished = unfinishedName(folder);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  return unfinished;
}

export function finishFolder(folder: string): void {
  renameSync(unfinishedName(folder), folder);
  for (const changed of [folder, dirname(folder)]) syncFolder(changed);
}

function syncFolder(folder: string): void {
  const opened = openSync(join(folder, '.'), 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
