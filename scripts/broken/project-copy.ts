// A copy of the project to be broken: its files, with the packages linked. The working tree is never touched.
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { Breakage, Change } from '#test/invariants/invariant.ts';

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
    broken: async ({ also, ...first }, act) => {
      const mend: (() => Promise<void>)[] = [];
      try {
        for (const change of also ? [first, also] : [first]) mend.unshift(await breakFile(folder, change));
        return await act();
      } finally {
        for (const one of mend) await one();
      }
    },
  };
}

/** Gives what mends it. */
async function breakFile(folder: string, { file, text, instead }: Change): Promise<() => Promise<void>> {
  const path = join(folder, file);
  const sound = await readFile(path, 'utf8');
  if (sound.split(text).length !== 2) throw new Error(`${file}: the text to be broken does not stand there once`);
  const broken = sound.split(text).join(instead);
  await writeFile(path, broken);
  return () => writeFile(path, sound);
}

const LEFT_OUT: ReadonlySet<string> = new Set(['node_modules', '.git', 'data', 'dist', 'test-results']);

export const temporaryFolder = () => mkdtemp(join(tmpdir(), 'stet-broken-'));
export const removeFolder = (path: string) => rm(path, { recursive: true, force: true, maxRetries: 3 });
