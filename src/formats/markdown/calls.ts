import type { Nodes, Root } from 'mdast';

export interface CallPlace {
  readonly line: number;
  readonly column: number;
}

/** The first call of each note, by the note's identifier, in the text's order. */
export function callsIn(tree: Root): Map<string, CallPlace> {
  const calls = new Map<string, CallPlace>();
  const walk = (node: Nodes): void => {
    if (node.type === 'footnoteReference') {
      const start = node.position?.start;
      if (start && !calls.has(node.identifier)) calls.set(node.identifier, { line: start.line, column: start.column });
    } else if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return calls;
}
