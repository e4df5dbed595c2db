import type { Node, Nodes, Parent, Root } from 'mdast';
import type { Paragraph, ParagraphKind } from './paragraphs.ts';

/** A stretch of the view in another language, or quoted as it stands (`:sic`). */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** What a source says, without its markup, and where each character of it stands in the source. */
export interface SourceView {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly passages: readonly Passage[];
  /** Offset in the source of each UTF-16 unit of `text`, and one more for the end. */
  readonly offsets: readonly number[];
}

interface Writing {
  readonly source: string;
  text: string;
  readonly offsets: number[];
  readonly paragraphs: Paragraph[];
  readonly passages: Passage[];
}

interface Surroundings {
  readonly kind: ParagraphKind;
  readonly language: string | null;
}

/** The words of a tree as plain text, one paragraph a block; headings, verse, tables and notes are known for what they are. */
export function viewSource(source: string, tree: Root): SourceView {
  const writing: Writing = { source, text: '', offsets: [], paragraphs: [], passages: [] };
  for (const node of tree.children) writeBlock(writing, node, { kind: 'prose', language: null });
  const { text, paragraphs, passages, offsets } = writing;
  return { text, paragraphs, passages, offsets: [...offsets, source.length] };
}

function writeBlock(writing: Writing, node: Nodes, around: Surroundings): void {
  switch (node.type) {
    case 'paragraph':
      writeParagraph(writing, node, around);
      return;
    case 'heading':
      writeParagraph(writing, node, { ...around, kind: 'heading' });
      return;
    case 'tableCell':
      writeParagraph(writing, node, { ...around, kind: 'table' });
      return;
    case 'listItem':
      writeChildren(writing, node, { ...around, kind: 'item' });
      return;
    case 'footnoteDefinition':
      writeNote(writing, node, around);
      return;
    case 'containerDirective': {
      const kind = node.name === 'verse' ? 'verse' : around.kind;
      const language = node.name === 'lang' ? (node.attributes?.lang ?? null) : around.language;
      writeChildren(writing, node, { kind, language });
      return;
    }
    case 'code':
    case 'html':
    case 'leafDirective':
      return;
    default:
      if ('children' in node) writeChildren(writing, node, around);
  }
}

function writeChildren(writing: Writing, node: Parent, around: Surroundings): void {
  for (const child of node.children) writeBlock(writing, child as Nodes, around);
}

/** A note's label stands before it, as it does in a plain text. */
function writeNote(writing: Writing, node: Extract<Nodes, { type: 'footnoteDefinition' }>, around: Surroundings): void {
  const [first, ...rest] = node.children;
  if (first === undefined) return;
  if (first.type !== 'paragraph') {
    writeChildren(writing, node, { ...around, kind: 'note' });
    return;
  }
  writeParagraph(
    writing,
    first,
    { ...around, kind: 'note' },
    { label: node.label ?? node.identifier, at: startOf(node) },
  );
  for (const child of rest) writeBlock(writing, child, { ...around, kind: 'note' });
}

function writeParagraph(
  writing: Writing,
  node: Parent,
  { kind, language }: Surroundings,
  note?: { readonly label: string; readonly at: number },
): void {
  if (writing.text !== '') put(writing, '\n\n', startOf(node));
  const start = writing.text.length;
  if (note !== undefined) put(writing, `[${note.label}] `, note.at);
  for (const child of node.children) writeInline(writing, child as Nodes);
  if (writing.text.length > start) writing.paragraphs.push({ start, end: writing.text.length, kind, language });
}

function writeInline(writing: Writing, node: Nodes): void {
  switch (node.type) {
    case 'text':
      writeText(writing, node.value, node);
      return;
    case 'footnoteReference':
      put(writing, `[${node.label ?? node.identifier}]`, startOf(node));
      return;
    case 'break':
      put(writing, '\n', startOf(node));
      return;
    case 'textDirective': {
      if (node.name === 'page' || node.name === 'kind') return;
      const start = writing.text.length;
      for (const child of node.children) writeInline(writing, child);
      if (node.name === 'lang' || node.name === 'sic') writing.passages.push({ start, end: writing.text.length });
      return;
    }
    default:
      if ('children' in node) for (const child of node.children) writeInline(writing, child as Nodes);
  }
}

/** A text node's value differs from its source by escapes, character references and the marks before a continued line. */
function writeText(writing: Writing, value: string, node: Node): void {
  const start = startOf(node);
  const written = writing.source.slice(start, node.position?.end.offset ?? start);
  let at = 0;
  for (const unit of value.split('')) {
    const found = written === value ? at : placeOf(unit, written, at);
    put(writing, unit, start + found);
    at = written[found] === '&' && unit !== '&' ? written.indexOf(';', found) + 1 : found + 1;
  }
}

function placeOf(unit: string, written: string, at: number): number {
  if (written[at] === unit) return at;
  if (written[at] === '\\' && written[at + 1] === unit) return at + 1;
  if (written[at] === '&' && /^&[#\w]{1,31};/.test(written.slice(at, at + 34))) return at;
  const found = written.indexOf(unit, at);
  return found < 0 ? at : found;
}

/** Every unit of what is put in stands at the same place of the source, or goes on from there. */
function put(writing: Writing, text: string, offset: number): void {
  writing.text += text;
  for (let unit = 0; unit < text.length; unit++) writing.offsets.push(offset);
}

function startOf(node: Node): number {
  return node.position?.start.offset ?? 0;
}
