import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const TEXT_FILE = /\.(txt|text|md|markdown)$/i;

/** A file stands for itself; a folder for every text file under it, in the order of their names. Links to folders are not followed. */
export async function listImportPaths(operands: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(operands.map(pathsOf));
  return [...new Set(lists.flat())];
}

async function pathsOf(operand: string): Promise<readonly string[]> {
  const facts = await stat(operand);
  if (!facts.isDirectory()) return [operand];
  const entries = await readdir(operand, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && TEXT_FILE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}
