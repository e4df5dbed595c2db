import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { type ProjectFile, ROOT } from './project-files.ts';

export interface Import {
  readonly from: string;
  /** A path in the project, or a package's name as written. */
  readonly to: string;
  readonly isOurs: boolean;
  readonly isType: boolean;
}

// import … from 'x' · export … from 'x' · import 'x' · import('x')
const STATEMENT =
  /^[ \t]*(?:import|export)\s+(type\s)?[^;'"()=]*?\bfrom\s*'([^']+)'|^[ \t]*import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;
const SUBPATHS = (JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { imports: Record<string, string> })
  .imports;

export function listImports({ path, text }: ProjectFile): readonly Import[] {
  return [...text.matchAll(STATEMENT)].map(([, type, from, bare, dynamic]) => {
    const to = resolveImport(path, from ?? bare ?? dynamic ?? '');
    return { from: path, to, isOurs: to.startsWith('src/') || to.startsWith('test/'), isType: Boolean(type) };
  });
}

function resolveImport(from: string, written: string): string {
  if (written.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), written));
  for (const [pattern, target] of Object.entries(SUBPATHS)) {
    const [head = '', tail] = pattern.split('*');
    if (tail === undefined ? written === pattern : written.startsWith(head))
      return posix.normalize(target.replace('*', written.slice(head.length)));
  }
  return written;
}

export const isThere = (path: string) => existsSync(ROOT + path);

/** The first ring of files that import one another, types included; null where there is none. */
export function findCycle(imports: readonly Import[]): readonly string[] | null {
  const next = Map.groupBy(
    imports.filter(({ isOurs }) => isOurs),
    ({ from }) => from,
  );
  const state = new Map<string, 'open' | 'closed'>();
  const path: string[] = [];
  const visit = (file: string): readonly string[] | null => {
    if (state.get(file) === 'closed') return null;
    if (state.get(file) === 'open') return [...path.slice(path.indexOf(file)), file];
    state.set(file, 'open');
    path.push(file);
    for (const { to } of next.get(file) ?? []) {
      const cycle = visit(to);
      if (cycle) return cycle;
    }
    path.pop();
    state.set(file, 'closed');
    return null;
  };
  for (const file of next.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return null;
}
