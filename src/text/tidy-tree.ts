import type {
  FootnoteDefinition,
  List,
  Nodes,
  Paragraph,
  Parent,
  PhrasingContent,
  Root,
  RootContent,
  Table,
  TableCell,
} from 'mdast';
import type { Directives } from 'mdast-util-directive';
import { ATTENTION_DIRECTIVES } from './directives.ts';
import { appendPhrasing, flatLink, inOrder, withoutEdgeBreaks } from './flat-link.ts';
import { isLoose } from './list-form.ts';
import { isNoteKind } from './note-kind.ts';
import { asStanza, withoutBlankLines } from './stanza.ts';
import { wordsOf } from './words-of.ts';

export interface TidyPlace {
  /** What the tree was parsed from: literal text is cut from it. */
  readonly source: string;
  readonly linesBefore: number;
  readonly offsetBefore: number;
}

interface Walk extends TidyPlace {
  readonly notes: FootnoteDefinition[];
  readonly verse: boolean;
  /** A heading, a table cell: no line may end in it. */
  readonly oneLine: boolean;
}

/**
 * Gives a parsed tree its one form: line ends in prose are spaces, note bodies stand at the end, unfit directives are
 * the text they were typed as, a list is loose or tight as a whole, positions count from the source's first line.
 */
export function tidyTree(
  tree: Root,
  place: TidyPlace,
): { readonly blocks: RootContent[]; readonly notes: FootnoteDefinition[] } {
  const notes: FootnoteDefinition[] = [];
  const blocks = tidyBlocks(tree.children, { ...place, notes, verse: false, oneLine: false });
  return { blocks, notes };
}

function tidyBlocks<T extends RootContent>(nodes: readonly T[], walk: Walk): T[] {
  const kept: T[] = [];
  for (const node of nodes) {
    const tidy = tidyBlock(walk.verse ? asStanza(node) : node, walk) as T | null;
    if (tidy?.type === 'footnoteDefinition') walk.notes.push(tidy as FootnoteDefinition);
    else if (tidy !== null) kept.push(tidy);
  }
  return kept;
}

function tidyBlock(node: RootContent, walk: Walk): RootContent | null {
  // Before the place moves: literal text is cut from the chunk.
  const unfit = node.type === 'leafDirective' && !isFitLeaf(node) ? literal(node, walk) : null;
  move(node, walk);
  switch (node.type) {
    case 'paragraph':
      return tidyParagraph(node, walk);
    case 'heading':
      node.children = tidyPhrasing(node.children, { ...walk, oneLine: true });
      return node;
    case 'blockquote':
      node.children = tidyBlocks(node.children, { ...walk, verse: false });
      return node.children.length === 0 ? null : node;
    case 'list':
      return tidyList(node, walk);
    case 'table':
      return tidyTable(node, walk);
    case 'footnoteDefinition':
      node.label = (node.label ?? node.identifier).replace(/[\s[\]\\&]/g, '-').slice(0, 200);
      node.identifier = node.label.toLowerCase();
      node.children = tidyBlocks(node.children, { ...walk, verse: false });
      return node;
    case 'containerDirective':
      node.children = tidyBlocks(node.children, { ...walk, verse: node.name === 'verse' });
      return node.children.length === 0 ? null : node;
    case 'leafDirective':
      if (unfit !== null) return { type: 'paragraph', children: [{ type: 'text', value: unfit }] };
      if (node.name === 'break') node.attributes = {};
      node.children = tidyPhrasing(node.children, { ...walk, oneLine: true });
      return node;
    default:
      return node;
  }
}

function tidyParagraph(node: Paragraph, walk: Walk): Paragraph | null {
  node.children = withoutEdgeBreaks(tidyPhrasing(node.children, walk));
  if (walk.verse) node.children = withoutBlankLines(node.children);
  return node.children.length === 0 ? null : node;
}

function tidyList(node: List, walk: Walk): List {
  node.spread = hasBlankLines(node);
  for (const item of node.children) {
    move(item, walk);
    item.children = tidyBlocks(item.children, { ...walk, verse: false });
    item.spread = false;
    delete item.checked;
  }
  const spread = isLoose(node);
  node.spread = spread;
  for (const item of node.children) item.spread = spread;
  return node;
}

/** Told from places: the parser counts a blank line behind the last item too. */
function hasBlankLines(node: List): boolean {
  const parts = node.children.flatMap((item): Nodes[] => (item.children.length === 0 ? [item] : item.children));
  return parts.some((part, index) => index > 0 && part.position!.start.line - lastLine(parts[index - 1]!) > 1);
}

function lastLine(node: Nodes): number {
  const last = node.type === 'list' || node.type === 'listItem' ? node.children.at(-1) : undefined;
  if (node.type === 'listItem' && last === undefined) return node.position!.start.line;
  return last === undefined ? node.position!.end.line : lastLine(last);
}

/** Every row as wide as the widest: GFM leaves out what has no heading, and it would be lost. */
function tidyTable(node: Table, walk: Walk): Table {
  const width = node.children.reduce((most, row) => Math.max(most, row.children.length), 0);
  for (const row of node.children) {
    move(row, walk);
    for (const cell of row.children) {
      move(cell, walk);
      cell.children = tidyPhrasing(cell.children, { ...walk, oneLine: true });
    }
    while (row.children.length < width) row.children.push({ type: 'tableCell', children: [] } satisfies TableCell);
  }
  node.align = Array.from({ length: width }, (_, index) => node.align?.[index] ?? null);
  return node;
}

function tidyPhrasing(nodes: readonly PhrasingContent[], walk: Walk): PhrasingContent[] {
  const tidy: PhrasingContent[] = [];
  for (const node of nodes) for (const one of tidyInline(node, walk)) appendPhrasing(tidy, one);
  return tidy;
}

function tidyInline(node: PhrasingContent, walk: Walk): readonly PhrasingContent[] {
  if (node.type === 'textDirective' && !isFitText(node)) return [{ type: 'text', value: literal(node, walk) }];
  move(node, walk);
  switch (node.type) {
    case 'text':
      node.value = lineEnds(node.value, walk);
      return [node];
    case 'inlineCode':
      node.value = node.value.replaceAll('\n', ' ');
      return [node];
    case 'image':
      node.alt = (node.alt ?? '').replace(/[ \t]*\n[ \t]*/g, ' ');
      return [node];
    case 'html':
      return [{ type: 'text', value: lineEnds(node.value, walk) }];
    case 'break':
      if (walk.oneLine) return [{ type: 'text', value: ' ' }];
      return walk.verse ? [{ type: 'text', value: '\n' }] : [node];
    case 'textDirective':
    case 'emphasis':
    case 'strong':
    case 'delete':
      return tidyParent(node, walk);
    case 'link':
      return tidyLink(node, walk);
    default:
      return [node];
  }
}

function lineEnds(value: string, { verse, oneLine }: Walk): string {
  return verse && !oneLine ? value : value.replace(/[ \t]*\n[ \t]*/g, ' ');
}

function tidyParent(node: Extract<PhrasingContent, Parent>, walk: Walk): readonly PhrasingContent[] {
  node.children = tidyPhrasing(node.children, walk) as never;
  if (node.children.length === 0) return [];
  if (node.type === 'textDirective' && node.name === 'code')
    return [{ type: 'inlineCode', value: node.children.map(wordsOf).join('').replaceAll('\n', ' ') }];
  if (node.type === 'textDirective' && node.name in ATTENTION_DIRECTIVES) {
    const type = ATTENTION_DIRECTIVES[node.name as keyof typeof ATTENTION_DIRECTIVES];
    const plain = { type, children: node.children, ...(node.position && { position: node.position }) };
    return [inOrder(plain)];
  }
  return [inOrder(node)];
}

function tidyLink(node: Extract<PhrasingContent, { type: 'link' }>, walk: Walk): readonly PhrasingContent[] {
  node.children = tidyPhrasing(node.children, walk) as typeof node.children;
  return flatLink(node);
}

function isFitLeaf(node: Directives): boolean {
  return (node.name === 'break') === (node.children.length === 0);
}

function isFitText(node: Directives): boolean {
  if (node.children.length === 0) return false;
  return node.name !== 'kind' || (node.children.length === 1 && isNoteKind(textOf(node.children[0]!)));
}

const textOf = (node: Nodes): string => (node.type === 'text' ? node.value : '');

/** The node as typed. Line ends take the container's marks (`> `) with them. */
function literal(node: Nodes, { source }: Walk): string {
  const { start, end } = node.position!;
  return source.slice(start.offset, end.offset).replace(/[ \t]*\n[ \t>]*/g, ' ');
}

function move(node: Nodes, { linesBefore, offsetBefore }: Walk): void {
  if (node.position === undefined) return;
  for (const point of [node.position.start, node.position.end]) {
    point.line += linesBefore;
    point.offset = (point.offset ?? 0) + offsetBefore;
  }
}
