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
import { isLoose } from './list-form.ts';
import { isNoteKind } from './note-kind.ts';

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
    const tidy = tidyBlock(node, walk) as T | null;
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
  node.children = tidyPhrasing(node.children, walk);
  return node.children.length === 0 ? null : node;
}

function tidyList(node: List, walk: Walk): List {
  for (const item of node.children) {
    move(item, walk);
    item.children = tidyBlocks(item.children, { ...walk, verse: false });
    delete item.checked;
  }
  const spread = isLoose(node);
  node.spread = spread;
  for (const item of node.children) item.spread = spread;
  return node;
}

/** Every row as wide as the widest: GFM leaves out what has no heading, and it would be lost. */
function tidyTable(node: Table, walk: Walk): Table {
  const width = Math.max(...node.children.map((row) => row.children.length));
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
  for (const node of nodes) for (const one of tidyInline(node, walk)) append(tidy, one);
  return tidy;
}

function append(nodes: PhrasingContent[], node: PhrasingContent): void {
  const last = nodes.at(-1);
  if (node.type !== 'text') nodes.push(node);
  else if (node.value === '') return;
  else if (last?.type === 'text') {
    last.value += node.value;
    if (last.position && node.position) last.position.end = node.position.end;
  } else nodes.push(node);
}

function tidyInline(node: PhrasingContent, walk: Walk): readonly PhrasingContent[] {
  if (node.type === 'textDirective' && !isFitText(node)) return [{ type: 'text', value: literal(node, walk) }];
  move(node, walk);
  switch (node.type) {
    case 'text':
      node.value = lineEnds(node.value, walk);
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
  if (node.type === 'textDirective' && node.name in ATTENTION_DIRECTIVES) {
    const type = ATTENTION_DIRECTIVES[node.name as keyof typeof ATTENTION_DIRECTIVES];
    const plain = { type, children: node.children, ...(node.position && { position: node.position }) };
    return [inOrder(plain)];
  }
  return [inOrder(node)];
}

/** Strong emphasis alone in emphasis and the other way round look alike and are written `***so***`: one order in the tree. */
function inOrder(node: PhrasingContent): PhrasingContent {
  if (node.type !== 'strong' || node.children.length !== 1) return node;
  const [inner] = node.children;
  if (inner?.type !== 'emphasis') return node;
  return { ...inner, children: [{ ...node, children: inner.children }] };
}

/** A link holds no link and no note call: a call in it goes behind it. */
function tidyLink(node: Extract<PhrasingContent, { type: 'link' }>, walk: Walk): readonly PhrasingContent[] {
  const calls: PhrasingContent[] = [];
  node.children = takeCalls(tidyPhrasing(node.children, walk), calls) as typeof node.children;
  return [node, ...calls];
}

function takeCalls(nodes: readonly PhrasingContent[], calls: PhrasingContent[]): PhrasingContent[] {
  const kept: PhrasingContent[] = [];
  for (const node of nodes) {
    if (node.type === 'footnoteReference') calls.push(node);
    else if (node.type === 'link') for (const one of takeCalls(node.children, calls)) append(kept, one);
    else {
      if ('children' in node) node.children = takeCalls(node.children as PhrasingContent[], calls) as never;
      append(kept, node);
    }
  }
  return kept;
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
