import type { Nodes, Root, RootContent } from 'mdast';
import { METADATA_FIELDS, type Metadata } from '#domain/metadata.ts';
import type { Correction, Guess, LineRange } from '#domain/reading.ts';
import { type ParsedSource, parseSource } from '#text/parse-source.ts';
import { wordsOf } from '#text/words-of.ts';
import { writeSource } from '#text/write-source.ts';
import { correctMetadata } from '../text/corrections.ts';
import { languageOf } from '../text/language.ts';
import { readText, type TextReading, type TextToRead } from '../text/read.ts';
import { correctBlocks } from './correct-blocks.ts';
import { describeTree, linesOf } from './describe-tree.ts';
import { adoptForeignKeys } from './foreign-keys.ts';
import { recogniseVerse } from './recognise-verse.ts';

/**
 * Markdown as a reading. What is written as Markdown says what it is: its tree is taken as it stands. What only borrows a
 * few of its signs (notes as `[1]`, a byline under a `#` title) is asked for the rest as a bare transcription is.
 */
export function readMarkdown({ text, corrections = [] }: TextToRead): TextReading {
  const parsed = parseSource(text);
  if (isWhole(parsed, text)) return readWhole(parsed, text, corrections);
  const plain = readText({ text, corrections });
  // Notes that Markdown does not know of were found: the transcription's reader saw more than the parser.
  const typedByHand =
    plain.notes.length > 0 && !parsed.tree.children.some((node) => node.type === 'footnoteDefinition');
  return typedByHand ? plain : readHeaded({ parsed, plain, text, corrections });
}

/** True for a source that names its own metadata or uses our directives. */
function isWhole({ tree, metadata, extra }: ParsedSource, text: string): boolean {
  const named = METADATA_FIELDS.some(({ name }) => (metadata[name]?.length ?? 0) > 0) || Object.keys(extra).length > 0;
  return (
    (named && /^\uFEFF?---[ \t]*\r?\n/.test(text)) ||
    tree.children.some((node) => node.type === 'containerDirective' || node.type === 'leafDirective')
  );
}

function readWhole(parsed: ParsedSource, text: string, corrections: readonly Correction[]): TextReading {
  const adopted = adoptForeignKeys(parsed.metadata, parsed.extra);
  const heading = titleHeading(parsed.tree, adopted.metadata.title);
  const title = adopted.metadata.title ?? heading?.words ?? null;
  const tree: Root = { ...parsed.tree, children: parsed.tree.children.filter((node) => node !== heading?.node) };
  const metadata = { ...adopted.metadata, title };
  const guesses = fieldGuesses(metadata, text).concat(languageGuess(metadata, text));
  // Only our own sources say what is verse; other programs' keys are the sign of another hand.
  const isForeign = adopted.adopted.size > 0 || Object.keys(adopted.extra).length > 0;
  const verse = isForeign ? recogniseVerse(tree, text) : { tree, guesses: [] };
  return finish({
    tree: verse.tree,
    corrections,
    extra: adopted.extra,
    metadata: { ...metadata, language: metadata.language ?? languageOf(text)?.language ?? null },
    guesses: [...guesses, ...verse.guesses],
    problems: parsed.problems.filter(
      ({ code, values }) => code !== 'front-matter-key-unknown' || !adopted.adopted.has(String(values?.key)),
    ),
    furniture: heading ? [{ lines: linesOf(heading.node), text: heading.words, why: 'metadata' }] : [],
  });
}

interface Headed {
  readonly parsed: ParsedSource;
  readonly plain: TextReading;
  readonly text: string;
  readonly corrections: readonly Correction[];
}

/** The metadata a bare transcription would give; the body from the tree, less what the metadata was read from. */
function readHeaded({ parsed, plain, text, corrections }: Headed): TextReading {
  const gone = setApart(plain);
  const isText = (node: RootContent) => {
    if (node.type === 'footnoteDefinition' || node.type === 'thematicBreak' || callsNote(node)) return true;
    const [first, last] = linesOf(node);
    return !gone.some(([from, to]) => from <= first && to >= last);
  };
  const verse = recogniseVerse({ ...parsed.tree, children: parsed.tree.children.filter(isText) }, text);
  return finish({
    tree: verse.tree,
    corrections,
    extra: {},
    metadata: plain.metadata,
    guesses: [...plain.guesses.filter((guess) => OF_THE_WHOLE.has(guess.what)), ...verse.guesses],
    problems: [...parsed.problems, ...plain.problems.filter(({ code }) => code === 'title-missing')],
    furniture: plain.furniture.filter(({ why }) => why !== 'notes-heading'),
  });
}

/** Lines that became metadata or furniture; what neither of them claims is text, whether or not the other reader saw it. */
function setApart({ blocks, furniture, guesses }: TextReading): readonly LineRange[] {
  const kept = blocks.map((block) => block.lines);
  const said = guesses.filter(({ what, value }) => FIELDS.has(what) && what !== 'language' && value !== null);
  const claimed = [
    ...furniture.map(({ lines }) => lines),
    ...said.map(({ evidence }): LineRange => [evidence.line, evidence.line]),
  ].sort((one, other) => one[0] - other[0]);
  const gone: LineRange[] = [];
  for (const [from, to] of claimed) {
    if (kept.some(([first, last]) => first <= to && last >= from)) continue;
    const before = gone.at(-1);
    // Title and byline may be one paragraph of Markdown.
    if (before && from <= before[1] + 2) gone[gone.length - 1] = [before[0], Math.max(before[1], to)];
    else gone.push([from, to]);
  }
  return gone;
}

interface Read extends Pick<TextReading, 'metadata' | 'guesses' | 'problems' | 'furniture'> {
  readonly tree: Root;
  readonly corrections: readonly Correction[];
  readonly extra: ParsedSource['extra'];
}

function finish(read: Read): TextReading {
  const corrected = correctMetadata(read, read.corrections);
  const { tree, removed } = correctBlocks(read.tree, read.corrections);
  const { metadata } = corrected;
  const problems = read.problems.filter(({ code }) => code !== 'title-missing');
  return {
    language: metadata.language,
    metadata,
    guesses:
      metadata.title === null
        ? [MISSING_TITLE, ...corrected.guesses.filter(({ what }) => what !== 'title')]
        : corrected.guesses,
    ...describeTree(tree),
    furniture: [...read.furniture, ...removed].sort((one, other) => one.lines[0] - other.lines[0]),
    problems:
      metadata.title === null
        ? [{ code: 'title-missing', message: 'No title was found.', line: null }, ...problems]
        : problems,
    source: writeSource({ metadata, tree, extra: read.extra }),
  };
}

/** Nothing that calls a note is a line of the title page. */
function callsNote(node: Nodes): boolean {
  return node.type === 'footnoteReference' || ('children' in node && node.children.some(callsNote));
}

/** A level-one heading at the very beginning that is the title, or repeats it. */
function titleHeading(tree: Root, title: string | null): { readonly node: RootContent; readonly words: string } | null {
  const node = tree.children[0];
  if (node?.type !== 'heading' || node.depth !== 1) return null;
  const words = wordsOf(node).trim();
  return words !== '' && (title === null || title === words) ? { node, words } : null;
}

function fieldGuesses(metadata: Metadata, text: string): readonly Guess[] {
  const lines = text.slice(0, 20_000).split(/\r?\n/);
  return METADATA_FIELDS.flatMap(({ name, key }) => {
    const value = metadata[name];
    if (value === null || value.length === 0) return [];
    const shown = typeof value === 'string' ? value : value.join('; ');
    const keyed = lines.findIndex((line) => line.startsWith(`${key}:`));
    const at = keyed >= 0 ? keyed : lines.findIndex((line) => line.includes(shown));
    const evidence = { line: Math.max(at, 0) + 1, excerpt: lines[Math.max(at, 0)]!.slice(0, 160) };
    return [{ what: name, value: shown, evidence, confidence: 0.98, alternatives: [] }];
  });
}

function languageGuess(metadata: Metadata, text: string): readonly Guess[] {
  const found = metadata.language === null ? languageOf(text) : null;
  if (found === null) return [];
  const alternatives = found.runnerUp === null ? [] : [found.runnerUp];
  return [
    {
      what: 'language',
      value: found.language,
      evidence: { line: 1, excerpt: '' },
      confidence: found.confidence,
      alternatives,
    },
  ];
}

const FIELDS: ReadonlySet<string> = new Set(METADATA_FIELDS.map(({ name }) => name));
const OF_THE_WHOLE: ReadonlySet<string> = new Set([...FIELDS, 'furniture']);

const MISSING_TITLE: Guess = {
  what: 'title',
  value: null,
  evidence: { line: 1, excerpt: '' },
  confidence: 0.7,
  alternatives: [],
};
