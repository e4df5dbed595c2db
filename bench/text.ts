// Measures text/: reading, writing, rendering, aligning and comparing sources, against the bare Markdown parser.
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { BlockId } from '#domain/text.ts';
import { alignBlocks } from '#text/align-blocks.ts';
import { alignNotes } from '#text/align-notes.ts';
import { compareTrees } from '#text/compare-trees.ts';
import { listBlocks } from '#text/list-blocks.ts';
import { listNotes } from '#text/list-notes.ts';
import { MARKDOWN } from '#text/markdown-syntax.ts';
import { parseSource } from '#text/parse-source.ts';
import { plainText } from '#text/plain-text.ts';
import { renderBody } from '#text/render-body.ts';
import { writeSource } from '#text/write-source.ts';
import { bodyLabels } from '#workers/body-labels.ts';

const SIZES = [
  { name: '6,000 words', paragraphs: 60, rounds: 15 },
  { name: '60,000 words', paragraphs: 600, rounds: 5 },
  { name: '10 MB', paragraphs: 17_000, rounds: 1 },
];

export async function run(): Promise<void> {
  for (const { name, paragraphs, rounds } of SIZES) {
    const source = makeSource(paragraphs);
    const rows = measure(source, rounds);
    const control = rows[0]!.milliseconds;
    console.log(`\n${name} (${(source.length / 1e6).toFixed(2)} MB), median of ${rounds}`);
    for (const { act, milliseconds } of rows)
      console.log(
        `  ${act.padEnd(34)} ${milliseconds.toFixed(1).padStart(9)} ms  ${(milliseconds / control).toFixed(2).padStart(6)} × control`,
      );
  }
}

interface Row {
  readonly act: string;
  readonly milliseconds: number;
}

function measure(source: string, rounds: number): Row[] {
  const parsed = parseSource(source);
  const { tree } = parsed;
  const changed = parseSource(source.replaceAll('delegates to the', 'delegates towards the'));
  let count = 0;
  const createId = () => `b${++count}` as BlockId;
  const { blocks } = alignBlocks({ previous: [], next: listBlocks(tree), createId });
  const { notes } = alignNotes({ previous: [], next: listNotes(tree), createId });
  const acts: readonly (readonly [string, () => unknown])[] = [
    ['control: the bare parser', () => fromMarkdown(source, MARKDOWN)],
    ['read a source', () => parseSource(source)],
    ['write it', () => writeSource(parsed)],
    ['render the body', () => renderBody({ tree, blocks, notes, ...bodyLabels('en', 'en') })],
    ['plain text', () => plainText(tree, { leadIns: 'sentence case' })],
    [
      'align with an edited revision',
      () => alignBlocks({ previous: blocks, next: listBlocks(changed.tree), createId }),
    ],
    ['compare with it', () => compareTrees({ from: parsed, to: changed })],
  ];
  return acts.map(([act, work]) => ({ act, milliseconds: median(rounds, work) }));
}

function median(rounds: number, work: () => unknown): number {
  if (rounds > 1) work();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)]!;
}

/** Paragraphs of a hundred words with a note each tenth, every one of them different. */
function makeSource(paragraphs: number): string {
  const words =
    'the council met on Tuesday and after a long debate resolved to send *three* delegates to the coast'.split(' ');
  const prose = Array.from({ length: paragraphs }, (_, index) => {
    const line = Array.from({ length: 100 }, (_, at) =>
      at % 9 === 8 ? `w${(index * 31 + at * 7) % 9973}` : words[at % words.length],
    );
    return `${line.join(' ')}.${index % 10 === 0 ? `[^${index}]` : ''}`;
  });
  const notes = prose.flatMap((_, index) => (index % 10 === 0 ? [`[^${index}]: See page ${index}.`] : []));
  return `---\ntitle: Bench\n---\n${[':leadin[THE COUNCIL MET] early.', ...prose, ...notes].join('\n\n')}\n`;
}
