import type { PhrasingContent } from 'mdast';
import { appendPhrasing, flatLink, inOrder } from './flat-link.ts';

/** What a hard break becomes: in a heading or a cell a space, in verse a line end. */
export type BreakAs = ' ' | '\n' | null;

/** Without what shows nothing (empty text, empty emphasis) and with text beside text joined: what a parser would give. */

export function prunePhrasing(nodes: readonly PhrasingContent[], breakAs: BreakAs = null): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  for (const node of nodes) for (const one of pruneNode(node, breakAs)) appendPhrasing(kept, one);
  return unwrapBehindCalls(kept, 'inside');
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

/**
 * `[^1]:sc[…]` at the start of a line would be read as a note's body: there the words stand without their directive.
 * `from` says whether the first of the nodes begins a line.
 */
export function unwrapBehindCalls(nodes: readonly PhrasingContent[], from: 'line start' | 'inside'): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  const take = (node: PhrasingContent): void => {
    if (node.type === 'textDirective' && endsWithFirstCall(kept, from)) node.children.forEach(take);
    else appendPhrasing(kept, node);
  };
  nodes.forEach(take);
  return kept;
}

function endsWithFirstCall(line: readonly PhrasingContent[], from: 'line start' | 'inside'): boolean {
  const before = line.at(-2);
  if (line.at(-1)?.type !== 'footnoteReference') return false;
  if (before === undefined) return from === 'line start';
  return before.type === 'break' || (before.type === 'text' && before.value.endsWith('\n'));
}
