import type { FootnoteDefinition, ListItem, Root, RootContent } from 'mdast';
import type { Metadata } from '#domain/metadata.ts';
import { withoutEdgeBreaks } from './flat-link.ts';
import { type ExtraFields, writeFrontMatter } from './front-matter.ts';
import { prunePhrasing, unwrapBehindCalls } from './prune-phrasing.ts';
import { asStanza, withoutBlankLines } from './stanza.ts';
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
  const blocks = fitBlocks(tree.children, { notes, verse: false });
  return writeFrontMatter(metadata, extra) + writeBlocks([...blocks, ...notes]);
}

interface Place {
  readonly notes: FootnoteDefinition[];
  readonly verse: boolean;
}

/** Blocks as a parser would give them: note bodies apart, nothing empty, no break where it breaks nothing. */
function fitBlocks<T extends RootContent>(nodes: readonly T[], place: Place): T[] {
  return nodes.flatMap((node) => fitBlock(node, place) as T[]);
}

function fitBlock(given: RootContent, place: Place): RootContent[] {
  const node = place.verse ? asStanza(given) : given;
  switch (node.type) {
    case 'paragraph': {
      const pruned = unwrapBehindCalls(
        withoutEdgeBreaks(prunePhrasing(node.children, place.verse ? '\n' : null)),
        'line start',
      );
      const children = place.verse ? withoutBlankLines(pruned) : pruned;
      return children.length === 0 ? [] : [{ ...node, children }];
    }
    case 'footnoteDefinition': {
      const own: FootnoteDefinition = { ...node, children: [] };
      place.notes.push(own);
      own.children = fitBlocks(node.children, { ...place, verse: false });
      return [];
    }
    case 'blockquote':
    case 'containerDirective': {
      const verse = node.type === 'containerDirective' && node.name === 'verse';
      const children = fitBlocks<RootContent>(node.children, { ...place, verse });
      return children.length === 0 ? [] : [{ ...node, children } as RootContent];
    }
    case 'list':
      return [{ ...node, children: node.children.map((item) => fitItem(item, place)) }];
    default:
      return [node];
  }
}

function fitItem(item: ListItem, place: Place): ListItem {
  return { ...item, children: fitBlocks(item.children, { ...place, verse: false }) };
}
