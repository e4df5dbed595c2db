import type { PhrasingContent } from 'mdast';
import { appendPhrasing, flatLink, inOrder } from './flat-link.ts';

/** What a hard break becomes: in a heading or a cell a space, in verse a line end. */
export type BreakAs = ' ' | '\n' | null;

/** Without what shows nothing (empty text, empty emphasis) and with text beside text joined: what a parser would give. */

export function prunePhrasing(nodes: readonly PhrasingContent[], breakAs: BreakAs = null): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  for (const node of nodes) for (const one of pruneNode(node, breakAs)) appendPhrasing(kept, one);
  return kept;
}

function pruneNode(node: PhrasingContent, breakAs: BreakAs): readonly PhrasingContent[] {
  if (node.type === 'text' || node.type === 'html') {
    const value = /[\r\0]/.test(node.value)
      ? node.value.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd')
      : node.value;
    return [{ type: 'text', value }];
  }
  if (node.type === 'break') return breakAs === null ? [node] : [{ type: 'text', value: breakAs }];
  if (node.type === 'inlineCode') return node.value === '' ? [] : [node];
  if (!('children' in node)) return [node];
  const children = prunePhrasing(node.children as PhrasingContent[], breakAs);
  if (node.type === 'link') return flatLink({ ...node, children: children as typeof node.children });
  return children.length === 0 ? [] : [inOrder({ ...node, children } as PhrasingContent)];
}
