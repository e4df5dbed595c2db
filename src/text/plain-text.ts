import type { List, Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { type LeadInCase, leadInCase } from './lead-in.ts';
import { listNotes } from './list-notes.ts';

export interface PlainTextOptions {
  /** 'as transcribed': lead-in capitals and note calls as they stand. 'sentence case': for search and citation; calls left out. */
  readonly leadIns: 'sentence case' | 'as transcribed';
}

interface Style {
  readonly calls: boolean;
  readonly leadIn: LeadInCase;
}

/**
 * A text's words alone. Blocks are a blank line apart, two at a section break; notes follow after two, each as `[1] …`.
 * As transcribed, a text that was read from such a file comes out of it byte for byte.
 */
export function plainText(tree: Root, { leadIns }: PlainTextOptions): string {
  const style: Style =
    leadIns === 'as transcribed'
      ? { calls: true, leadIn: (node) => inline(node.children, AS_IT_STANDS) }
      : { calls: false, leadIn: leadInCase(tree) };
  const body = joinBlocks(tree.children, style);
  const notes = listNotes(tree).map((note) => `[${note.label}] ${joinBlocks(note.node.children, style)}`.trimEnd());
  const all = [body, notes.join('\n\n')].filter((part) => part !== '').join('\n\n\n');
  return all === '' ? '' : `${all}\n`;
}

/** The words of one node, in sentence case, for titles of sections and excerpts. */
export function plainLine(node: Nodes, tree: Root): string {
  if (!('children' in node)) return '';
  return inline(node.children as PhrasingContent[], { calls: false, leadIn: leadInCase(tree) })
    .replace(/\s+/g, ' ')
    .trim();
}

const AS_IT_STANDS: Style = { calls: true, leadIn: (node) => inline(node.children, AS_IT_STANDS) };

function joinBlocks(nodes: readonly RootContent[], style: Style, apart = '\n\n'): string {
  let joined = '';
  let between = '';
  for (const node of nodes) {
    if (node.type === 'leafDirective' && node.name === 'break') {
      between = joined === '' ? '' : '\n\n\n';
      continue;
    }
    const text = block(node, style);
    if (text === '') continue;
    joined += between + text;
    between = apart;
  }
  return joined;
}

function block(node: RootContent, style: Style): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return withoutEdges(inline(node.children, style));
    case 'blockquote':
      return joinBlocks(node.children, style);
    case 'containerDirective':
      return joinBlocks(node.children, style);
    case 'list':
      return list(node, style);
    case 'table':
      return table(node, style);
    case 'thematicBreak':
      return '* * *';
    case 'code':
      return node.value;
    default:
      return '';
  }
}

/** Spaces and line ends, not a verse's no-break indentation. */
const withoutEdges = (text: string): string => text.replace(/^[ \t\n]+|[ \t\n]+$/g, '');

function list(node: List, style: Style): string {
  const items = node.children.map((item, index) => {
    const mark = node.ordered ? `${(node.start ?? 1) + index}. ` : '- ';
    const indent = ' '.repeat(mark.length);
    const content = joinBlocks(item.children, style, node.spread ? '\n\n' : '\n');
    return mark + content.replaceAll('\n', `\n${indent}`).replaceAll(`\n${indent}\n`, '\n\n');
  });
  return items.join(node.spread ? '\n\n' : '\n');
}

function table(node: Table, style: Style): string {
  return node.children.map((row) => row.children.map((cell) => inline(cell.children, style)).join('\t')).join('\n');
}

function inline(nodes: readonly PhrasingContent[], style: Style): string {
  let text = '';
  let parted = false;
  for (const node of nodes) {
    const part = phrase(node, style);
    // A page number or a note's kind leaves one of the two spaces around it behind.
    text += parted && (text === '' || /\s$/.test(text)) ? part.replace(/^ /, '') : part;
    parted = isUnspoken(node);
  }
  return text;
}

const isUnspoken = (node: PhrasingContent): boolean =>
  node.type === 'textDirective' && (node.name === 'page' || node.name === 'kind');

function phrase(node: PhrasingContent, style: Style): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'html':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
      return node.alt ?? '';
    case 'footnoteReference':
      return style.calls ? `[${node.label ?? node.identifier}]` : '';
    case 'textDirective':
      if (isUnspoken(node)) return '';
      return node.name === 'leadin' ? style.leadIn(node) : inline(node.children, style);
    default:
      return 'children' in node ? inline(node.children, style) : '';
  }
}
