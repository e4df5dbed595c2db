import type { Nodes, Root } from 'mdast';
import type { Problem } from '#domain/problem.ts';
import { isUsableId } from './list-blocks.ts';
import { wordsOf } from './words-of.ts';

/** `::id[…]` that cannot be an address: ill-formed, the page's own, or given twice. The block gets another. */
export function findIdProblems(tree: Root): Problem[] {
  const problems: Problem[] = [];
  const taken = new Set<string>();
  const visit = (node: Nodes): void => {
    if (node.type === 'leafDirective' && node.name === 'id') {
      const id = wordsOf({ ...node, name: '' });
      if (!isUsableId(id) || taken.has(id))
        problems.push({
          code: 'id-unusable',
          message: `“${id}” cannot be an id`,
          values: { id },
          line: node.position?.start.line ?? null,
        });
      taken.add(id);
    } else if (node.type === 'containerDirective' || node.type === 'root')
      for (const child of node.children) visit(child);
  };
  visit(tree);
  return problems;
}
