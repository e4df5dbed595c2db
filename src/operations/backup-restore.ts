import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readManifest, sha256Hex } from '#record/manifest.ts';
import { clearBeside } from '#store/database-copy.ts';
import { beginFolder, finishFolder, SUMS_FILE } from './backup-folder.ts';
import { readIfThere } from './durable-file.ts';
import { verifyData } from './verify-data.ts';
import type { Verified, VerifyOptions } from './verify-fault.ts';

/** A data folder out of a backup: its files compared with their sums before, the record verified after, and only then named. */
export function restoreBackup(
  { folder, dataFolder }: { readonly folder: string; readonly dataFolder: string },
  options: VerifyOptions,
): { readonly verified: Verified; readonly isSound: boolean } | null {
  const sums = readManifest(readIfThere(join(folder, SUMS_FILE))?.toString() ?? '-');
  if (!sums) return null;
  let isSound = true;
  const report: VerifyOptions['report'] = (...fault) => {
    isSound = false;
    options.report(...fault);
  };
  const unfinished = beginFolder(dataFolder);
  for (const [path, hash] of sums) {
    const [from, to] = [join(folder, path), join(unfinished, path)];
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
    copyFileSync(from, to);
    if (sha256Hex(readFileSync(to)) !== hash) report('file', from);
  }
  const verified = verifyData({ dataFolder: unfinished }, { ...options, report });
  clearBeside({ folder: unfinished });
  if (isSound) finishFolder(dataFolder);
  return { verified, isSound };
}
