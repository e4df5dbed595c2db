import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Metadata } from '#domain/metadata.ts';
import type { Problem } from '#domain/problem.ts';
import { type ExtraFields, readFrontMatter } from './front-matter.ts';
import { findIdProblems } from './id-problems.ts';
import { LONGEST_SOURCE, MOST_PROBLEMS } from './limits.ts';
import { MARKDOWN } from './markdown-syntax.ts';
import { findNoteProblems } from './note-problems.ts';
import { divideSource, type SourceChunk } from './source-chunks.ts';
import { tidyTree } from './tidy-tree.ts';

export interface ParsedSource {
  readonly metadata: Metadata;
  /** Blocks in order, then every note's body (`footnoteDefinition`). Positions count from the source's first line. */
  readonly tree: Root;
  readonly problems: readonly Problem[];
  /** Front matter keys we do not know; hand them to `writeSource` and they are kept. */
  readonly extra: ExtraFields;
}

/**
 * Stet Markdown (docs/reference/source.md) as metadata, tree and problems. Takes any string, never throws, and its time
 * and memory grow with the source's length whatever stands in it.
 *
 * @example
 * parseSource('---\ntitle: Salt\n---\nOnce.[^1]\n\n[^1]: Twice.').metadata.title // 'Salt'
 */
export function parseSource(source: string): ParsedSource {
  const problems: Problem[] = [];
  const text = cleaned(source, problems);
  const { metadata, extra, body, lines, unread, problems: found } = readFrontMatter(text);
  problems.push(...found);
  const offset = text.length - body.length;
  const blocks: RootContent[] = [];
  const notes: RootContent[] = [];
  for (const chunk of divideSource(body, problems, lines + 1)) parseChunk(chunk, { lines, offset, blocks, notes });
  if (unread !== null) blocks.unshift({ type: 'code', lang: 'yaml', meta: null, value: unread.replace(/\n$/, '') });
  const tree: Root = { type: 'root', children: [...blocks, ...notes] };
  const all = problems.concat(findNoteProblems(tree), findIdProblems(tree));
  return { metadata, tree, problems: all.slice(0, MOST_PROBLEMS), extra };
}

interface Place {
  readonly lines: number;
  readonly offset: number;
  readonly blocks: RootContent[];
  readonly notes: RootContent[];
}

function parseChunk(chunk: SourceChunk, { lines, offset, blocks, notes }: Place): void {
  const tree = fromMarkdown(chunk.text, MARKDOWN);
  const tidy = tidyTree(tree, {
    source: chunk.text,
    linesBefore: chunk.line + lines,
    offsetBefore: chunk.offset + offset,
  });
  for (const block of tidy.blocks) blocks.push(block);
  for (const note of tidy.notes) notes.push(note);
}

/** One kind of line end, no byte order mark, no NUL, no half of a surrogate pair, a bounded length. */
function cleaned(source: string, problems: Problem[]): string {
  let text = source.slice(0, LONGEST_SOURCE);
  if (text.length < source.length)
    problems.push({ code: 'source-too-long', message: 'The source is too long: its end was left out', line: null });
  if (text.startsWith('\ufeff')) text = text.slice(1);
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  if (text.includes('\0')) {
    problems.push({
      code: 'nul-character',
      message: 'NUL characters were replaced',
      line: text.slice(0, text.indexOf('\0')).split('\n').length,
    });
    text = text.replaceAll('\0', '\ufffd');
  }
  return text.toWellFormed();
}
