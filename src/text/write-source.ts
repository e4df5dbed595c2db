import type { FootnoteDefinition, Root, RootContent } from 'mdast';
import type { Metadata } from '#domain/metadata.ts';
import { type ExtraFields, writeFrontMatter } from './front-matter.ts';
import { writeBlocks } from './write-blocks.ts';

export interface WritableSource {
  readonly metadata: Metadata;
  readonly tree: Root;
  /** As `parseSource` gave it; left out, unknown keys are too. */
  readonly extra?: ExtraFields;
}

/**
 * The one written form of a source: `parseSource(writeSource(x))` is x again, and writing that gives the same bytes.
 * A paragraph is a line; note bodies stand at the end. What Markdown cannot say (a link in a link) is written as its words.
 *
 * @example
 * writeSource(parseSource('Hard\nwrapped.')) // 'Hard wrapped.\n'
 */
export function writeSource({ metadata, tree, extra }: WritableSource): string {
  const notes: FootnoteDefinition[] = [];
  const blocks = withoutNotes(tree.children, notes);
  return writeFrontMatter(metadata, extra) + writeBlocks([...blocks, ...notes]);
}

function withoutNotes(nodes: readonly RootContent[], notes: FootnoteDefinition[]): RootContent[] {
  const kept: RootContent[] = [];
  for (const node of nodes) {
    if (node.type === 'footnoteDefinition') {
      const own: FootnoteDefinition = { ...node, children: [] };
      notes.push(own);
      own.children = withoutNotes(node.children, notes) as FootnoteDefinition['children'];
    } else if (HOLDERS.has(node.type) && 'children' in node)
      kept.push({ ...node, children: withoutNotes(node.children as RootContent[], notes) } as RootContent);
    else kept.push(node);
  }
  return kept;
}

const HOLDERS: ReadonlySet<string> = new Set(['blockquote', 'list', 'listItem', 'containerDirective']);
