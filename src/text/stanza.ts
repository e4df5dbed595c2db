import type { PhrasingContent, RootContent } from 'mdast';
import { appendPhrasing } from './flat-link.ts';
import { wordsOf } from './words-of.ts';

/** Verse holds stanzas and nothing else: of a list or a table in it the words are kept, as lines. */
export function asStanza(node: RootContent): RootContent {
  if (node.type === 'paragraph' || node.type === 'footnoteDefinition') return node;
  const value = wordsOf(node).replace(/^\n+|\n+$/g, '');
  const children: PhrasingContent[] = value === '' ? [] : [{ type: 'text', value }];
  return { type: 'paragraph', children, ...(node.position && { position: node.position }) };
}

/** Breaks in verse are line ends, and a line has words. */
export function withoutBlankLines(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const last = nodes.length - 1;
  const kept: PhrasingContent[] = [];
  nodes.forEach((node, index) => {
    if (node.type !== 'text') kept.push(node);
    else {
      const joined = node.value.replace(/\n{2,}/g, '\n');
      const begun = index === 0 ? joined.replace(/^\n/, '') : joined;
      appendPhrasing(kept, { ...node, value: index === last ? begun.replace(/\n$/, '') : begun });
    }
  });
  return kept;
}
