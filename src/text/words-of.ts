import type { Nodes } from 'mdast';

/** The words of a node as they are read: no note calls, no page numbers, no note kinds; line ends as they stand. */
export function wordsOf(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
    case 'html':
      return node.value;
    case 'break':
      return '\n';
    case 'image':
      return node.alt ?? '';
    case 'textDirective':
    case 'leafDirective':
      return node.name === 'page' || node.name === 'kind' || node.name === 'id' ? '' : joined(node.children, '');
    case 'root':
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'table':
    case 'containerDirective':
    case 'footnoteDefinition':
      return joined(node.children, '\n');
    case 'tableRow':
      return joined(node.children, '\t');
    default:
      return 'children' in node ? joined(node.children, '') : '';
  }
}

const joined = (nodes: readonly Nodes[], between: string): string => nodes.map(wordsOf).join(between);
