import type { Root, RootContent } from 'mdast';
import { isTransparent } from './list-blocks.ts';
import { plainLine } from './plain-text.ts';

/** The first prose of a text, in sentence case, cut between words at `length` characters: for descriptions and lists. */
export function excerpt(tree: Root, length: number): string {
  let text = '';
  for (const node of prose(tree.children)) {
    text += (text === '' ? '' : ' ') + plainLine(node, tree);
    if (text.length > length) return cut(text, length);
  }
  return text;
}

function* prose(nodes: readonly RootContent[]): Generator<RootContent> {
  for (const node of nodes) {
    if (node.type === 'paragraph') yield node;
    else if (isTransparent(node)) yield* prose(node.children);
  }
}

function cut(text: string, length: number): string {
  const end = text.lastIndexOf(' ', length - 1);
  return `${text.slice(0, end > length / 2 ? end : length - 1).replace(/[\s,;:–—-]+$/, '')}…`;
}
