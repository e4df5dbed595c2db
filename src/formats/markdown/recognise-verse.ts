import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Guess } from '#domain/reading.ts';
import { wordsOf } from '#text/words-of.ts';
import { linesOf } from './describe-tree.ts';

/**
 * Markdown has no verse: people end each line with a hard break. Paragraphs of short lines, all of them broken so, become
 * verse; those that follow one another are stanzas of one. Indentation, which Markdown drops, is fetched from the file.
 */
export function recogniseVerse(tree: Root, text: string): { readonly tree: Root; readonly guesses: readonly Guess[] } {
  const fileLines = text.split(/\r\n|[\n\r]/);
  const guesses: Guess[] = [];
  const children: RootContent[] = [];
  let stanzas: Paragraph[] | null = null;
  for (const node of tree.children) {
    if (node.type !== 'paragraph' || !isStanza(node)) {
      stanzas = null;
      children.push(node);
      continue;
    }
    const stanza = indented(node, fileLines);
    if (stanzas === null) {
      stanzas = [stanza];
      const position = node.position ? { position: { ...node.position } } : {};
      children.push({ type: 'containerDirective', name: 'verse', children: stanzas, ...position });
      const line = linesOf(node)[0];
      const evidence = { line, excerpt: (fileLines[line - 1] ?? '').slice(0, 160) };
      guesses.push({ what: 'verse', value: 'line ends', evidence, confidence: 0.85, alternatives: ['paragraph'] });
    } else {
      stanzas.push(stanza);
      const verse = children.at(-1)!;
      if (verse.position && node.position) verse.position.end = node.position.end;
    }
  }
  return { tree: { ...tree, children }, guesses };
}

const FEWEST_LINES = 3;
const LONGEST_LINE = 60;

function isStanza(node: Paragraph): boolean {
  const breaks = node.children.filter((child) => child.type === 'break').length;
  const lines = wordsOf(node).split('\n');
  return (
    breaks === lines.length - 1 && lines.length >= FEWEST_LINES && lines.every((line) => line.length <= LONGEST_LINE)
  );
}

function indented(node: Paragraph, fileLines: readonly string[]): Paragraph {
  const children: PhrasingContent[] = [];
  let line = linesOf(node)[0];
  const indent = () => '\u2003'.repeat(Math.ceil((/^[ \t]*/.exec(fileLines[line - 1] ?? '')?.[0].length ?? 0) / 2));
  const pushIndent = () => {
    if (indent() !== '') children.push({ type: 'text', value: indent() });
  };
  pushIndent();
  for (const child of node.children) {
    children.push(child);
    if (child.type !== 'break') continue;
    line += 1;
    pushIndent();
  }
  return { ...node, children };
}
