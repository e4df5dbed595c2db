import type { FootnoteDefinition, FootnoteReference, InlineCode, Nodes, PhrasingContent } from 'mdast';
import type { Directives, TextDirective } from 'mdast-util-directive';
import { attentionForm } from './attention-form.ts';
import { type EscapePlace, escapeText } from './escape-text.ts';
import { DEEPEST_LABELS } from './limits.ts';
import { prunePhrasing } from './prune-phrasing.ts';

/** What is written of one block so far: what stands before decides how the next thing may be written. */
interface Pen {
  text: string;
}

export interface PhrasingPlace {
  readonly verse: boolean;
  /** A heading, a cell, a label of a block: one line. */
  readonly oneLine: boolean;
  readonly inCell: boolean;
  readonly inLink: boolean;
  /** Directive labels around this one. */
  readonly labels: number;
  /** Attention of these kinds is open: a second of the same kind would close it. */
  readonly open: readonly string[];
}

const PROSE: PhrasingPlace = { verse: false, oneLine: false, inCell: false, inLink: false, labels: 0, open: [] };

/** A pruned paragraph: one line, or a line a verse line and a hard break. */
export function writeParagraph(nodes: readonly PhrasingContent[], { verse }: { readonly verse: boolean }): string {
  const pen: Pen = { text: '' };
  writeNodes(nodes, pen, { ...PROSE, verse }, '');
  return encodeEdges(pen.text.replace(/^\n+|(?:\\?\n)+$/g, ''));
}

/** A heading's, a cell's or a label's content. */
export function writeLine(nodes: readonly PhrasingContent[], as: 'heading' | 'cell' | 'label' = 'heading'): string {
  const pen: Pen = { text: '' };
  const place = { ...PROSE, oneLine: true, inCell: as === 'cell', labels: as === 'label' ? 1 : 0 };
  writeNodes(prunePhrasing(nodes, ' '), pen, place, as === 'label' ? ']' : '');
  return encodeEdges(pen.text);
}

export function writeAttributes(attributes: Directives['attributes'], ahead = ''): string {
  const written = Object.entries(attributes ?? {}).map(([name, value]) =>
    name === 'lang' && /^[a-zA-Z\d-]+$/.test(value ?? '') ? `lang=${value}` : `${name}="${encodeValue(value ?? '')}"`,
  );
  // Braces after a label would be its attributes.
  return written.length === 0 ? (ahead === '{' ? '{}' : '') : `{${written.join(' ')}}`;
}

export function noteLabel({ label, identifier }: FootnoteReference | FootnoteDefinition): string {
  return (label ?? identifier).replace(/[\s[\]\\&]/g, '-').slice(0, 200);
}

/** White space at the edges of a line shows nothing unless it is named. */
function encodeEdges(text: string): string {
  return text
    .replace(/^[ \t]/, named)
    .replace(/[ \t]$/, named)
    .replace(/[ \t](?=\n)/g, named);
}

const named = (space: string): string => (space === ' ' ? '&#x20;' : '&#9;');

function encodeValue(value: string): string {
  return value.replace(/[&"[\]\\|`\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** `after` is the character that follows these nodes; empty at the end of the block. */
function writeNodes(nodes: readonly PhrasingContent[], pen: Pen, place: PhrasingPlace, after: string): void {
  nodes.forEach((node, index) => {
    const next = nodes[index + 1];
    writeNode(node, pen, place, { next, after: next === undefined ? after : firstCharacter(next) });
  });
}

interface Following {
  readonly next: PhrasingContent | undefined;
  readonly after: string;
}

function writeNode(node: PhrasingContent, pen: Pen, place: PhrasingPlace, following: Following): void {
  switch (node.type) {
    case 'text':
    case 'html':
      writeText(node.value, pen, place, following);
      return;
    case 'emphasis':
    case 'strong':
    case 'delete':
      writeAttention(node, pen, place, following);
      return;
    case 'inlineCode':
      writeInlineCode(node, pen, place, following);
      return;
    case 'break':
      pen.text += '\\\n';
      return;
    case 'link':
      writeLink(node, pen, place, following);
      return;
    case 'image':
      pen.text += `![${escapeText(oneSpace(node.alt ?? ''), { ...escapes(place), inLabel: true, afterOpening: true })}]`;
      pen.text += resource(node);
      return;
    case 'footnoteReference':
      pen.text += `[^${noteLabel(node)}]`;
      return;
    case 'textDirective':
      writeDirective(node, pen, place, following);
      return;
    default:
      if ('children' in node)
        writeNodes((node as { children: PhrasingContent[] }).children, pen, place, following.after);
  }
}

function writeText(value: string, pen: Pen, place: PhrasingPlace, { next }: Following): void {
  const lines = place.verse && !place.oneLine ? value.replace(/\n{2,}/g, '\n') : oneSpace(value);
  const lineStart = pen.text === '' ? !place.oneLine : pen.text.endsWith('\n');
  // A line may not be blank, whatever ended the last one.
  const fit = pen.text.endsWith('\n') ? lines.replace(/^\n/, '') : lines;
  pen.text += escapeText(fit, {
    ...escapes(place),
    lineStart,
    afterBracket: pen.text.endsWith(']'),
    afterOpening: pen.text.endsWith('['),
    beforeLink: next?.type === 'link',
    beforeDirective: next !== undefined && DIRECTIVE_LIKE.has(next.type),
  });
}

const DIRECTIVE_LIKE: ReadonlySet<string> = new Set(['textDirective', 'emphasis', 'strong', 'delete', 'inlineCode']);

const oneSpace = (text: string): string => (text.includes('\n') ? text.replace(/[ \t]*\n[ \t]*/g, ' ') : text);

function escapes({ inCell, inLink, labels }: PhrasingPlace): EscapePlace {
  return {
    inCell,
    inLabel: inLink || labels > 0,
    lineStart: false,
    afterBracket: false,
    afterOpening: false,
    beforeLink: false,
    beforeDirective: false,
  };
}

type Attention = Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' }>;

function writeAttention(node: Attention, pen: Pen, place: PhrasingPlace, following: Following): void {
  if (node.children.length === 0) return;
  const form = attentionForm(node, { before: pen.text.at(-1) ?? '', after: following.after, open: place.open });
  if (form.kind === 'directive') {
    const directive: TextDirective = {
      type: 'textDirective',
      name: form.name,
      attributes: {},
      children: node.children,
    };
    writeDirective(directive, pen, place, following);
    return;
  }
  pen.text += form.mark;
  writeNodes(form.children, pen, { ...place, open: [...place.open, ...form.opens] }, form.mark[0]!);
  pen.text += form.mark;
}

function writeDirective(node: TextDirective, pen: Pen, place: PhrasingPlace, { next, after }: Following): void {
  // Behind a call at the start of a line its colon would make a note of the paragraph.
  const noted = !place.oneLine && /(?:^|\n)\[\^[^\]\n]*\]$/.test(pen.text.slice(-220));
  if (noted || place.labels >= DEEPEST_LABELS || bracketsIn(node) > 900) {
    writeNodes(node.children, pen, place, next === undefined ? after : firstCharacter(next));
    return;
  }
  const start = pen.text;
  const head = `:${node.name}[`;
  pen.text += head;
  writeNodes(node.children, pen, { ...place, labels: place.labels + 1, open: [] }, ']');
  if (pen.text === start + head) {
    pen.text = start;
    return;
  }
  pen.text += `]${writeAttributes(node.attributes, after)}`;
}

/** The parser gives up on a label with a thousand escapes. */
function bracketsIn(node: Nodes): number {
  if ('children' in node) {
    let count = 0;
    for (const child of node.children) count += bracketsIn(child);
    return count;
  }
  return 'value' in node ? (node.value.match(/[[\]\\]/g)?.length ?? 0) : 1;
}

function writeLink(
  node: Extract<PhrasingContent, { type: 'link' }>,
  pen: Pen,
  place: PhrasingPlace,
  following: Following,
): void {
  if (place.inLink) {
    writeNodes(node.children, pen, place, following.after);
    return;
  }
  pen.text += '[';
  writeNodes(node.children, pen, { ...place, inLink: true }, ']');
  pen.text += `]${resource(node)}`;
}

function resource({ url, title }: { readonly url: string; readonly title?: string | null | undefined }): string {
  const address = url
    .replace(/[\0-\x20\x7f]/g, (character) => encodeURIComponent(character))
    .replace(/[\\()<>[\]|]|&(?=#?\w+;)/g, '\\$&');
  const words = title ? ` "${oneSpace(title.replace(/\r\n?/g, '\n')).replace(/[\\"[\]|]|&(?=#?\w+;)/g, '\\$&')}"` : '';
  return `(${address === '' ? '<>' : address}${words})`;
}

function writeInlineCode(node: InlineCode, pen: Pen, place: PhrasingPlace, following: Following): void {
  const value = node.value.replace(/\r\n?|\n/g, ' ');
  if (value === '') return;
  const unsayable =
    pen.text.endsWith('`') ||
    (place.labels > 0 && /[[\]\\]/.test(value)) ||
    (place.inCell && /\\/.test(value) && value.includes('|'));
  if (unsayable) {
    const children: PhrasingContent[] = [{ type: 'text', value }];
    writeDirective({ type: 'textDirective', name: 'code', attributes: {}, children }, pen, place, following);
    return;
  }
  const runs = new Set((value.match(/`+/g) ?? []).map((run) => run.length));
  let size = 1;
  while (runs.has(size)) size += 1;
  const fence = '`'.repeat(size);
  const pad = /^`|`$|^ .*[^ ].* $/s.test(value) ? ' ' : '';
  pen.text += fence + pad + (place.inCell ? value.replaceAll('|', '\\|') : value) + pad + fence;
}

/** As it will be written; a mark stands for a directive's colon, which is what follows a mark in the end. */
function firstCharacter(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value[0] ?? '';
    case 'inlineCode':
      return '`';
    case 'break':
      return '\\';
    case 'link':
    case 'footnoteReference':
      return '[';
    case 'image':
      return '!';
    default:
      return ':';
  }
}
