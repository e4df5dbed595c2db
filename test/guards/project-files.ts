// What the guards look at: the project's own files, read once.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface ProjectFile {
  /** From the project's folder, with forward slashes: `src/text/limits.ts`. */
  readonly path: string;
  readonly text: string;
}

/** A guard that looked at nothing must fail: `atLeast` is what a sound checkout holds. */
export function projectFiles(patterns: readonly string[], atLeast: number): readonly ProjectFile[] {
  const paths = globSync([...patterns], { cwd: ROOT, exclude: ['node_modules/**'] }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  assert.ok(paths.length >= atLeast, `${patterns.join(' ')}: ${paths.length} files found, ${atLeast} or more expected`);
  return paths.sort().map((path) => ({ path, text: readFileSync(ROOT + path, 'utf8') }));
}

export const isTest = ({ path }: ProjectFile) => /\.test\.ts$|-test-[\w-]+\.ts$/.test(path);
