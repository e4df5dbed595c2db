import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface GeneratedText {
  readonly name: string;
  readonly text: string;
  readonly words: number;
}

const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));
const WORDS = 1000;
const AUTHORS = 400;
const COLLECTIONS = 40;

/** Texts of a thousand words: paragraphs of the samples in ever new order, each with facts of its own and two notes. */
export function* generateTexts(count: number, format: 'markdown' | 'text'): Generator<GeneratedText> {
  const paragraphs = sampleParagraphs();
  const chance = createChance(20260101);
  for (let number = 1; number <= count; number += 1) {
    const chosen: string[] = [];
    let words = 0;
    while (words < WORDS) {
      const paragraph = paragraphs[Math.floor(chance() * paragraphs.length)]!;
      chosen.push(paragraph);
      words += paragraph.split(' ').length;
    }
    const facts = factsOf(number, chosen, chance);
    const text = format === 'markdown' ? asMarkdown(facts, chosen) : asText(facts, chosen);
    yield { name: `${String(number).padStart(6, '0')}.${format === 'markdown' ? 'md' : 'txt'}`, text, words };
  }
}

/** One long text: chapters made as those texts are, their sentences in ever new order and their notes numbered on. */
export function generatedText({
  words,
  format,
}: {
  readonly words: number;
  readonly format: 'markdown' | 'text';
}): string {
  const sentences = sampleParagraphs().flatMap((paragraph) => paragraph.split(/(?<=[.!?]) (?=\p{Lu})/u));
  const chance = createChance(words);
  const parts: string[] = [];
  const notes: string[] = [];
  for (let count = 0; count < words; ) {
    const length = 3 + Math.floor(chance() * 6);
    const chosen = Array.from({ length }, () => sentences[Math.floor(chance() * sentences.length)]!).join(' ');
    count += chosen.split(' ').length;
    const called = parts.length % 12 === 5;
    if (called) notes.push(`See page ${1 + Math.floor(chance() * 400)} of the minutes.`);
    const call = format === 'markdown' ? `[^${notes.length}]` : `[${notes.length}]`;
    parts.push(called ? chosen + call : chosen);
    if (parts.length % 60 === 0) parts.push(`${format === 'markdown' ? '## ' : ''}Chapter ${parts.length / 60}`);
  }
  const bodies = notes.map((note, index) =>
    format === 'markdown' ? `[^${index + 1}]: ${note}` : `[${index + 1}] ${note}`,
  );
  return `${[...parts, ...bodies].join('\n\n')}\n`;
}

interface Facts {
  readonly title: string;
  readonly author: string;
  readonly year: number;
  readonly collection: string;
}

function factsOf(number: number, [first = '']: readonly string[], chance: () => number): Facts {
  const words = first
    .replace(/[^\p{L}' ]/gu, '')
    .split(' ')
    .slice(0, 5)
    .join(' ');
  return {
    title: `${words}, ${number}`,
    author: `Author ${Math.floor(chance() ** 2 * AUTHORS)} of Merrow`,
    year: 1850 + Math.floor(chance() * 120),
    collection: `Collection ${Math.floor(chance() * COLLECTIONS)}`,
  };
}

function asMarkdown({ title, author, year, collection }: Facts, paragraphs: readonly string[]): string {
  const head = [
    '---',
    `title: ${JSON.stringify(title)}`,
    `authors: [${author}]`,
    'language: en',
    `written: "${year}"`,
    `collections: [${collection}]`,
    'keywords: [signals, bread]',
    '---',
  ];
  const body = paragraphs.map((paragraph, index) => (index < 2 ? `${paragraph}[^${index + 1}]` : paragraph));
  const notes = ['[^1]: See the minutes of the spring meeting.', '[^2]: So the copy; the print has “lamps”.'];
  return `${[head.join('\n'), ...body, ...notes].join('\n\n')}\n`;
}

function asText({ title, author, year }: Facts, paragraphs: readonly string[]): string {
  const body = paragraphs.map((paragraph, index) => (index < 2 ? `${paragraph}[${index + 1}]` : paragraph));
  const notes = ['[1] See the minutes of the spring meeting.', '[2] So the copy; the print has “lamps”.'];
  return `${[`${title}\n\nby ${author}\n\nWritten: ${year}`, ...body, ...notes].join('\n\n')}\n`;
}

/** Prose only, as it would be typed: marks of the written form taken off. */
function sampleParagraphs(): readonly string[] {
  const files = globSync('*.md', { cwd: SAMPLES });
  const prose = files
    .map((file) => readFileSync(SAMPLES + file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
    .flatMap((text) => text.split(/\n{2,}/))
    .filter((block) => /^[\p{L}“]/u.test(block) && !/^:|\||\n|\{/m.test(block) && block.split(' ').length > 30)
    .map((block) => block.replace(/\[\^[^\]]*\]/g, ''));
  if (prose.length < 20) throw new Error(`only ${prose.length} paragraphs found in samples/`);
  return prose;
}

/** mulberry32: the same texts each time. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
