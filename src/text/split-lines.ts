import type { PhrasingContent } from 'mdast';

/** A stanza's content by its lines: what runs over a line's end (emphasis, a language) is closed and opened again. */
export function splitLines(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    const [first, ...rest] = splitNode(node);
    if (first !== undefined) lines.at(-1)!.push(first);
    for (const part of rest) lines.push([part]);
  }
  return lines;
}

function splitNode(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'text') return node.value.split('\n').map((value) => ({ ...node, value }));
  if (node.type === 'break')
    return [
      { type: 'text', value: '' },
      { type: 'text', value: '' },
    ];
  if (!('children' in node)) return [node];
  return splitLines(node.children as PhrasingContent[]).map((children) => ({ ...node, children }) as PhrasingContent);
}
