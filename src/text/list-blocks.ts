import type { BlockContent, Paragraph, Root, RootContent } from 'mdast';
import type { BlockKind } from '#domain/reading.ts';
import { RESERVED_IDS } from './limits.ts';
import { wordsOf } from './words-of.ts';

export type TextBlockKind = BlockKind | 'epigraph' | 'code' | 'break' | 'page';

/** What has an address: each thing between two blank lines of the page, a quotation, verse, list or table being one. */
export interface Block {
  readonly kind: TextBlockKind;
  readonly node: RootContent;
  /** Its words, note calls left out. */
  readonly text: string;
  /** From 1. A break ends a section; a heading begins one. */
  readonly section: number;
  /** From `::id[…]` on the line before. */
  readonly explicitId: string | null;
}

/** A source's blocks in order, those within `:::lang` too; notes' bodies are listed by `listNotes`. */
export function listBlocks(tree: Root): readonly Block[] {
  const blocks: Block[] = [];
  const state = { section: 1, filled: false, explicitId: null as string | null, ids: new Set<string>() };
  const visit = (node: RootContent): void => {
    if (node.type === 'footnoteDefinition') return;
    if (node.type === 'leafDirective' && node.name === 'id') {
      state.explicitId = usableId(wordsOf({ ...node, name: '' }), state.ids);
      return;
    }
    if (isTransparent(node)) {
      for (const child of node.children) visit(child);
      return;
    }
    const kind = kindOf(node);
    if (kind === null) return;
    if (kind === 'heading' && state.filled) nextSection(state);
    blocks.push({ kind, node, text: wordsOf(node).trim(), section: state.section, explicitId: state.explicitId });
    state.explicitId = null;
    if (kind === 'break' && state.filled) nextSection(state);
    else if (kind !== 'heading' && kind !== 'break') state.filled = true;
  };
  for (const node of tree.children) visit(node);
  return blocks;
}

/** `:::lang` only says what language its blocks are in. */
export function isTransparent(node: RootContent): node is Extract<RootContent, { type: 'containerDirective' }> {
  return node.type === 'containerDirective' && node.name === 'lang';
}

/** An image alone in its paragraph. */
export function isFigure(node: Paragraph): boolean {
  return node.children.length === 1 && node.children[0]?.type === 'image';
}

function nextSection(state: { section: number; filled: boolean }): void {
  state.section += 1;
  state.filled = false;
}

/** Ids begin with a letter, are short and not the page's own. */
export function isUsableId(id: string): boolean {
  return /^[a-z][a-z0-9-]{0,63}$/.test(id) && !RESERVED_IDS.has(id);
}

function usableId(id: string, taken: Set<string>): string | null {
  if (!isUsableId(id) || taken.has(id)) return null;
  taken.add(id);
  return id;
}

const KINDS: Partial<Record<RootContent['type'], TextBlockKind>> = {
  heading: 'heading',
  blockquote: 'quotation',
  list: 'list',
  table: 'table',
  code: 'code',
  thematicBreak: 'break',
};

const CONTAINER_KINDS: Readonly<Record<string, TextBlockKind>> = {
  verse: 'verse',
  epigraph: 'epigraph',
  table: 'table',
};
const LEAF_KINDS: Readonly<Record<string, TextBlockKind>> = { break: 'break', page: 'page' };

function kindOf(node: RootContent | BlockContent): TextBlockKind | null {
  if (node.type === 'paragraph') return isFigure(node) ? 'figure' : 'paragraph';
  if (node.type === 'containerDirective') return CONTAINER_KINDS[node.name] ?? 'quotation';
  if (node.type === 'leafDirective') return LEAF_KINDS[node.name] ?? null;
  return KINDS[node.type] ?? null;
}
