// A copy of the project to be broken: its files, with the packages linked. The working tree is never touched.
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { Breakage } from '#test/invariants/invariant.ts';

export interface ProjectCopy {
  readonly folder: string;
  /** Breaks it, acts, and mends it. */
  broken<T>(breakage: Breakage, act: () => Promise<T>): Promise<T>;
}

/** Under a temporary folder, which the caller removes. */
export async function copyProject(root: string, into: string): Promise<ProjectCopy> {
  const folder = await mkdtemp(join(into, 'copy-'));
  await cp(root, folder, { recursive: true, filter: (path) => !LEFT_OUT.has(relative(root, path).split(sep)[0]!) });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return {
    folder,
    broken: async ({ file, text, instead }, act) => {
      const path = join(folder, file);
      const sound = await readFile(path, 'utf8');
      if (sound.split(text).length !== 2) throw new Error(`${file}: the text to be broken does not stand there once`);
      try {
        await writeFile(
          path,
          sound.replace(text, () => instead),
        );
        return await act();
      } finally {
        await writeFile(path, sound);
      }
    },
  };
}

const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git', 'data', 'dist', 'test-results']);

export const temporaryFolder = () => mkdtemp(join(tmpdir(), 'stet-broken-'));
export const removeFolder = (path: string) => rm(path, { recursive: true, force: true, maxRetries: 3 });
