// What typists put for what their machine lacked: _emphasis_, [p. 12] where a page of the original begins.
import type { PhrasingContent } from 'mdast';

/** A run of plain text as nodes; marks that are not in pairs stay as they are. */
export function typedNodes(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const found of text.matchAll(MARKS)) {
    if (found.index > at) nodes.push({ type: 'text', value: text.slice(at, found.index) });
    nodes.push(nodeOf(found));
    at = found.index + found[0].length;
  }
  if (at < text.length) nodes.push({ type: 'text', value: text.slice(at) });
  return nodes;
}

function nodeOf(found: RegExpMatchArray): PhrasingContent {
  const page = found[3];
  if (page !== undefined)
    return { type: 'textDirective', name: 'page', attributes: {}, children: [{ type: 'text', value: page }] };
  return { type: 'emphasis', children: [{ type: 'text', value: (found[1] ?? found[2])! }] };
}

/** Each sign stands against its words, and apart from the words around. */
const MARKS =
  /(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]{0,200}[^\s_])_(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\n]{0,200}[^\s*])\*(?![\p{L}\p{N}*])|(?<!(?:see|cf\.?|voir|and|et|at|à)\s)[[{](?:p|pg|page)\.?\s?(\d{1,4})[\]}]/gu;
