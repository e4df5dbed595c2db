// A tree said in the lines and words of the file it was parsed from.
import type { Nodes, Root, RootContent } from 'mdast';
import type { BlockKind, LineRange, ReadBlock, Reading, ReadNote, ReadSection } from '#domain/reading.ts';
import { countWords } from '#text/count-words.ts';
import { listBlocks } from '#text/list-blocks.ts';
import { wordsOf } from '#text/words-of.ts';

/** Lines of a node, from 1; a node made by a correction carries those of what it was made from. */
export function linesOf(node: Nodes): LineRange {
  return [node.position?.start.line ?? 1, node.position?.end.line ?? 1];
}

/** The counts, sections, blocks and notes of a tree. */
export function describeTree(tree: Root): Pick<Reading, 'counts' | 'sections' | 'blocks' | 'notes'> {
  const { blocks, sections } = describeBlocks(tree);
  const notes = describeNotes(tree);
  return {
    blocks,
    sections,
    notes,
    counts: {
      sections: sections.length,
      paragraphs: blocks.filter(isParagraph).length,
      quotations: new Set(blocks.flatMap((block) => block.quotation ?? [])).size,
      notes: notes.filter((note) => note.body !== null).length,
      words: blocks.reduce((sum, block) => sum + countWords(block.text), 0),
      noteWords: notes.reduce((sum, note) => sum + countWords(note.body?.text ?? ''), 0),
    },
  };
}

function describeBlocks(tree: Root): {
  readonly blocks: readonly ReadBlock[];
  readonly sections: readonly ReadSection[];
} {
  const blocks: ReadBlock[] = [];
  const sections: { heading: string | null; line: number; paragraphs: number }[] = [];
  let quotations = 0;
  let within = 0;
  for (const { kind, node, section } of listBlocks(tree)) {
    if (kind === 'break' || kind === 'page') continue;
    const read = READ_AS[kind] ?? 'paragraph';
    const parts = read === 'quotation' ? paragraphsOf(node) : [node];
    if (read === 'quotation') quotations += 1;
    if (section !== within) sections.push({ heading: null, line: linesOf(node)[0], paragraphs: 0 });
    within = section;
    const current = sections.at(-1)!;
    for (const part of parts) {
      const words = wordsOf(part).trim();
      const text = read === 'paragraph' || read === 'quotation' ? words.replace(/\s*\n\s*/g, ' ') : words;
      const block: ReadBlock = { kind: read, section: sections.length, lines: linesOf(part), text };
      blocks.push(read === 'quotation' ? { ...block, quotation: quotations } : block);
      if (isParagraph(block)) current.paragraphs += 1;
    }
    if (read === 'heading') current.heading = [current.heading, blocks.at(-1)!.text].filter(Boolean).join(' ');
  }
  return { blocks, sections };
}

const READ_AS: Readonly<Record<string, BlockKind>> = {
  paragraph: 'paragraph',
  quotation: 'quotation',
  epigraph: 'quotation',
  verse: 'verse',
  heading: 'heading',
  list: 'list',
  table: 'table',
  figure: 'figure',
};

const isParagraph = ({ kind }: ReadBlock): boolean => kind === 'paragraph' || kind === 'quotation';

function paragraphsOf(node: RootContent): readonly Nodes[] {
  if (node.type !== 'blockquote' && node.type !== 'containerDirective') return [node];
  return node.children.flatMap((child) => paragraphsOf(child));
}

function describeNotes(tree: Root): readonly ReadNote[] {
  const calls = firstCalls(tree);
  const bodies = tree.children.filter((node) => node.type === 'footnoteDefinition');
  const known = new Set(bodies.map((body) => body.identifier));
  const paired = bodies.map((body) => ({
    label: body.label ?? body.identifier,
    call: calls.get(body.identifier) ?? null,
    body: { line: linesOf(body)[0], text: wordsOf(body).trim() },
  }));
  const orphans = [...calls].filter(([identifier]) => !known.has(identifier));
  return [...paired, ...orphans.map(([label, call]) => ({ label, call, body: null }))];
}

function firstCalls(tree: Root): ReadonlyMap<string, { readonly line: number; readonly column: number }> {
  const calls = new Map<string, { readonly line: number; readonly column: number }>();
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference' && node.position && !calls.has(node.identifier))
      calls.set(node.identifier, { line: node.position.start.line, column: node.position.start.column });
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return calls;
}
