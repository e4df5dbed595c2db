import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import type { Correction, Furniture, LinesAs } from '#domain/reading.ts';
import { wordsOf } from '#text/words-of.ts';
import { linesOf } from './describe-tree.ts';

/** The tree with the blocks an editor named made what they said; what is not the text is set apart. */
export function correctBlocks(
  tree: Root,
  corrections: readonly Correction[],
): { readonly tree: Root; readonly removed: readonly Furniture[] } {
  const said = corrections.filter((correction) => correction.kind === 'lines');
  const removed: Furniture[] = [];
  const children = tree.children.flatMap((node): RootContent[] => {
    const [first, last] = linesOf(node);
    // Of several answers about one block the last counts.
    const as = said.findLast(({ lines }) => lines[0] <= first && lines[1] >= last)?.as;
    if (as === undefined) return [node];
    if (as === 'furniture' || as === 'metadata') {
      removed.push({ lines: [first, last], text: wordsOf(node).trim(), why: 'corrected' });
      return [];
    }
    return remade(node, as);
  });
  return { tree: { ...tree, children }, removed };
}

function remade(node: RootContent, as: LinesAs): RootContent[] {
  const position = node.position ? { position: node.position } : {};
  const phrasing = phrasingOf(node);
  if (as === 'section-break') return [{ type: 'leafDirective', name: 'break', children: [], ...position }, node];
  if (phrasing.length === 0) return [node];
  const paragraph: BlockContent = { type: 'paragraph', children: phrasing, ...position };
  if (as === 'heading') return [{ type: 'heading', depth: 2, children: phrasing, ...position }];
  if (as === 'quotation') return [{ type: 'blockquote', children: [paragraph], ...position }];
  if (as === 'verse') return [{ type: 'containerDirective', name: 'verse', children: [paragraph], ...position }];
  if (as === 'paragraph' || as === 'text') return [paragraph];
  return [node];
}

function phrasingOf(node: RootContent): PhrasingContent[] {
  if (node.type === 'paragraph' || node.type === 'heading') return node.children;
  if (node.type === 'blockquote' || node.type === 'containerDirective')
    return node.children.flatMap((child, at) =>
      at === 0 ? phrasingOf(child) : [{ type: 'text', value: '\n' }, ...phrasingOf(child)],
    );
  return [];
}
