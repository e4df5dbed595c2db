import { CONTAINER_DIRECTIVES } from './directives.ts';

/** An open fence: lines up to its end belong to it, blank ones too. */
export interface Fence {
  readonly mark: ':' | '`' | '~';
  readonly size: number;
  readonly verse: boolean;
  /** White space before it, which is before its lines too: in a list item it is the item's. */
  readonly indent: number;
}

/** The fence open after these lines. Fences of one mark do not nest: a longer outer one is closed by its own length. */
export function fenceAfter(lines: readonly string[], before: Fence | null): Fence | null {
  let fence = before;
  for (const line of lines) fence = fence === null ? opened(line) : closes(line, fence) ? null : fence;
  return fence;
}

export function opened(line: string): Fence | null {
  const match = /^([ \t]*)(?:(`{3,})[^`]*$|(~{3,})|(:{3,})([a-z]+)(?![\w-]))/.exec(line);
  if (match === null) return null;
  const [, { length: indent } = '', ticks, tildes, colons, name = ''] = match;
  if (colons !== undefined)
    return CONTAINER_DIRECTIVES.has(name) ? { mark: ':', size: colons.length, verse: name === 'verse', indent } : null;
  return { mark: ticks === undefined ? '~' : '`', size: (ticks ?? tildes)!.length, verse: false, indent };
}

export function closes(line: string, { mark, size }: Fence): boolean {
  const match = /^[ \t]*(:+|`+|~+)[ \t]*$/.exec(line);
  return match !== null && match[1]![0] === mark && match[1]!.length >= size;
}
