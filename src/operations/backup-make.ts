import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeManifest } from '#record/manifest.ts';
import { clearBeside, copyDatabase } from '#store/database-copy.ts';
import { DATABASE_FILE } from '#store/store.ts';
import { beginFolder, finishFolder, KEPT_FILES, SUMS_FILE } from './backup-folder.ts';
import { readIfThere, writeDurably } from './durable-file.ts';
import { verifyData } from './verify-data.ts';
import type { Verified, VerifyOptions } from './verify-fault.ts';

/**
 * A copy of a data folder, also while it is served. It is verified to the byte before it has its name: a copy in which anything
 * was reported stays under `<folder>.unfinished`.
 */
export async function makeBackup(
  { dataFolder, folder }: { readonly dataFolder: string; readonly folder: string },
  options: VerifyOptions,
): Promise<{ readonly verified: Verified; readonly isSound: boolean }> {
  const unfinished = beginFolder(folder);
  await copyDatabase({ from: dataFolder, to: unfinished });
  // After the database: a key it already speaks of is in the file by then.
  for (const path of KEPT_FILES) {
    const bytes = readIfThere(join(dataFolder, path));
    if (bytes) writeDurably({ path: join(unfinished, path), bytes, mode: 0o600 });
  }
  let isSound = true;
  const report: VerifyOptions['report'] = (...fault) => {
    isSound = false;
    options.report(...fault);
  };
  const verified = verifyData({ dataFolder: unfinished }, { ...options, report });
  clearBeside({ folder: unfinished });
  writeDurably({ path: join(unfinished, SUMS_FILE), bytes: Buffer.from(sumsOf(unfinished)), mode: 0o600 });
  if (isSound) finishFolder(folder);
  return { verified, isSound };
}

function sumsOf(folder: string): string {
  const files = [DATABASE_FILE, ...KEPT_FILES].flatMap((path) => {
    const isThere = path === DATABASE_FILE || readIfThere(join(folder, path)) !== null;
    return isThere ? [{ path, bytes: readFileSync(join(folder, path)) }] : [];
  });
  return writeManifest(files);
}
