import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What a finding may depend on: the rules and their tables, how a source is read, what hands it to the rules, and, by their versions, the packages. */
const PARTS = ['src/{proof,text}/**/*.{ts,js,bin}', 'src/workers/{proof,parse}*.{ts,js}', 'package.json'];
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let ours: Promise<string> | null = null;

/** Changes with whatever takes part in proofing, so that nothing said by earlier rules is believed. Made once, at the first proofing, of some ten megabytes; others have their turn between the files. */
export function proofingEdition(): Promise<string> {
  ours ??= editionOf(ROOT);
  return ours;
}

/** The same for the program in another folder. */
export async function editionOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of partsOf(root)) hash.update(file).update(await readFile(`${root}${file}`));
  return hash.digest('base64url');
}

export const partsOf = (root: string): readonly string[] =>
  globSync(PARTS, { cwd: root })
    .filter((file) => !file.includes('.test.'))
    .sort();
