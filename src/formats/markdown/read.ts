import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Metadata } from '#domain/metadata.ts';
import type { Guess, ReadBlock, ReadNote, ReadSection } from '#domain/reading.ts';
import { countWords } from '#text/count-words.ts';
import { type ParsedSource, parseSource } from '#text/parse-source.ts';
import { wordsOf } from '#text/words-of.ts';
import { writeSource } from '#text/write-source.ts';
import { readText, type TextReading, type TextToRead } from '../text/read.ts';
import { callsIn } from './calls.ts';

/**
 * Markdown as a reading. Its structure is what the parser says; its head and its furniture are what the reader of bare transcriptions
 * finds, since a pasted page stays a pasted page when its headings have hashes. Where its notes are not Markdown's own, that reader takes
 * the whole.
 */
export function readMarkdown(input: TextToRead): TextReading {
  const bare = readText(input);
  const parsed = parseSource(input.text);
  const foreign = bare.notes.length > 0 && !/^ {0,3}\[\^[^\]\s]+\]:/m.test(input.text);
  const rearranged = (input.corrections ?? []).some(({ kind }) => kind !== 'metadata');
  return foreign || rearranged ? bare : fromTree(parsed, bare);
}

function fromTree(parsed: ParsedSource, bare: TextReading): TextReading {
  const metadata = mergedMetadata(parsed.metadata, bare.metadata);
  const tree = bodyOf(parsed.tree, bare);
  const { blocks, sections } = describeBlocks(tree);
  const notes = describeNotes(tree);
  const known = new Set(Object.entries(parsed.metadata).flatMap(([field, value]) => (isKnown(value) ? [field] : [])));
  const kept = bare.guesses
    .filter(({ what }) => STRUCTURE.has(what) === false)
    .map((guess) => confirmed(guess, known, parsed.metadata));
  return {
    ...bare,
    language: metadata.language,
    metadata,
    guesses: kept,
    counts: {
      sections: sections.length,
      paragraphs: blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'quotation').length,
      quotations: new Set(blocks.flatMap(({ quotation }) => quotation ?? [])).size,
      notes: notes.filter(({ body }) => body !== null).length,
      words: blocks.reduce((sum, { text }) => sum + countWords(text), 0),
      noteWords: notes.reduce((sum, { body }) => sum + (body ? countWords(body.text) : 0), 0),
    },
    sections,
    blocks,
    notes,
    furniture: bare.furniture.filter(({ lines }) => lines[0] >= (parsed.tree.children[0]?.position?.start.line ?? 0)),
    problems: [
      ...parsed.problems,
      ...bare.problems.filter(({ code }) => !code.startsWith('note-') && code !== 'no-text'),
    ],
    source: writeSource({ metadata, tree, extra: parsed.extra }),
  };
}

/** What the bare reader says of structure does not count here. */
const STRUCTURE: ReadonlySet<string> = new Set([
  'section',
  'heading',
  'quotation',
  'verse',
  'list',
  'table',
  'note',
  'lead-in',
]);

const isKnown = (value: string | readonly string[] | null): boolean => value !== null && value.length > 0;

function mergedMetadata(own: Metadata, guessed: Metadata): Metadata {
  const fields = Object.entries(guessed).map(([field, value]) => {
    const said = own[field as keyof Metadata];
    return [field, isKnown(said) ? said : value];
  });
  return Object.fromEntries(fields) as Metadata;
}

/** What front matter says is said, not guessed. */
function confirmed(guess: Guess, known: ReadonlySet<string>, own: Metadata): Guess {
  if (!known.has(guess.what)) return guess;
  const value = own[guess.what as keyof Metadata];
  return {
    ...guess,
    value: typeof value === 'string' ? value : (value ?? []).join('; '),
    confidence: 0.97,
    alternatives: [],
  };
}

/** The tree without the title and byline above its text and without the page's furniture; a heading of the first rank left over steps down. */
function bodyOf(tree: Root, bare: TextReading): Root {
  const start = bare.blocks[0]?.lines[0] ?? Number.POSITIVE_INFINITY;
  const furniture = new Set(
    bare.furniture.flatMap(({ lines, why }) => (why === 'notes-heading' ? [] : range(lines[0], lines[1]))),
  );
  const head = (node: RootContent) =>
    (node.position?.end.line ?? 0) < start &&
    (node.type === 'heading' || node.type === 'paragraph' || node.type === 'thematicBreak');
  const isOut = (node: RootContent) =>
    range(
      node.position?.start.line ?? 0,
      Math.min(node.position?.end.line ?? 0, (node.position?.start.line ?? 0) + 4),
    ).every((line) => furniture.has(line));
  const children = tree.children.filter((node) => node.type === 'footnoteDefinition' || !(head(node) || isOut(node)));
  return { ...tree, children: withVerse(children, bare).map(stepDown) };
}

const stepDown = (node: RootContent): RootContent =>
  node.type === 'heading' && node.depth === 1 ? { ...node, depth: 2 } : node;

/** A paragraph of hard line ends, which the bare reader took for verse too, is verse; stanza after stanza is one poem. */
function withVerse(nodes: readonly RootContent[], bare: TextReading): RootContent[] {
  const poems = bare.blocks.filter(({ kind }) => kind === 'verse');
  const found: RootContent[] = [];
  let poem: ContainerDirective | null = null;
  for (const node of nodes) {
    if (!isHardVerse(node, poems)) {
      found.push(node);
      poem = null;
    } else if (poem) poem.children.push(node);
    else {
      poem = { type: 'containerDirective', name: 'verse', attributes: {}, children: [node], position: node.position };
      found.push(poem);
    }
  }
  return found;
}

const isHardVerse = (node: RootContent, poems: readonly ReadBlock[]): node is Paragraph =>
  node.type === 'paragraph' &&
  node.children.some(({ type }) => type === 'break') &&
  poems.some(({ lines }) => lines[0] <= (node.position?.end.line ?? 0) && lines[1] >= (node.position?.start.line ?? 0));

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);

interface Described {
  readonly blocks: ReadBlock[];
  readonly sections: ReadSection[];
}

function describeBlocks(tree: Root): Described {
  const blocks: ReadBlock[] = [];
  const sections: { heading: string | null; line: number; paragraphs: number }[] = [];
  let begins = true;
  let quotations = 0;
  for (const node of tree.children) {
    if (node.type === 'footnoteDefinition') continue;
    if (node.type === 'thematicBreak' || (node.type === 'leafDirective' && node.name === 'break')) {
      begins = true;
      continue;
    }
    const found = blocksOf(node);
    if (found.length === 0) continue;
    const heading = node.type === 'heading' ? found[0]!.text : null;
    if (begins || heading !== null) sections.push({ heading, line: found[0]!.lines[0], paragraphs: 0 });
    begins = false;
    if (node.type === 'blockquote') quotations++;
    for (const block of found) {
      if (block.kind === 'paragraph' || block.kind === 'quotation') sections.at(-1)!.paragraphs++;
      const numbered = block.kind === 'quotation' ? { quotation: quotations } : {};
      blocks.push({ ...block, ...numbered, section: sections.length });
    }
  }
  return { blocks, sections };
}

const KINDS: Readonly<Record<string, ReadBlock['kind']>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  list: 'list',
  table: 'table',
  code: 'paragraph',
};

function blocksOf(node: RootContent): ReadBlock[] {
  if (node.type === 'blockquote')
    return node.children
      .flatMap(blocksOf)
      .map((block) => (block.kind === 'paragraph' ? { ...block, kind: 'quotation' } : block));
  if (node.type === 'containerDirective')
    return node.name === 'verse' ? [blockOf(node, 'verse')] : node.children.flatMap(blocksOf);
  const kind = KINDS[node.type];
  return kind ? [blockOf(node, kind)] : [];
}

function blockOf(node: RootContent, kind: ReadBlock['kind']): ReadBlock {
  const lines: ReadBlock['lines'] = [node.position?.start.line ?? 1, node.position?.end.line ?? 1];
  return { kind, section: 0, lines, text: wordsOf(node as Nodes).trim() };
}

function describeNotes(tree: Root): ReadNote[] {
  const calls = callsIn(tree);
  const notes: ReadNote[] = [];
  for (const node of tree.children) {
    if (node.type !== 'footnoteDefinition') continue;
    const call = calls.get(node.identifier) ?? null;
    calls.delete(node.identifier);
    const body = { line: node.position?.start.line ?? 1, text: wordsOf(node).trim() };
    notes.push({ label: node.label ?? node.identifier, call, body });
  }
  for (const [label, call] of calls) notes.push({ label, call, body: null });
  return notes;
}
