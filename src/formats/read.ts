import type { Correction, Reading } from '#domain/reading.ts';
import { decode } from './decode.ts';
import { detectFormat } from './detect-format.ts';
import { readMarkdown } from './markdown/read.ts';
import { readText } from './text/read.ts';

export interface BytesToRead {
  readonly bytes: Uint8Array;
  readonly fileName?: string;
  readonly format: 'auto' | 'text' | 'markdown';
  /** What an editor said against earlier guesses about the same bytes. */
  readonly corrections?: readonly Correction[];
}

/**
 * Any bytes as a reading: a tree's source, guesses with their evidence, problems. Never throws for what the bytes hold; time and memory
 * grow with their number.
 *
 * @example
 * readBytes({ bytes: new TextEncoder().encode('Salt\nby Anna Weil\n\nOnce.'), format: 'auto' }).metadata.title // 'Salt'
 */
export function readBytes({ bytes, fileName, format, corrections = [] }: BytesToRead): Reading {
  const decoded = decode(bytes);
  const detected = detectFormat({ text: decoded.text, format, ...(fileName === undefined ? {} : { fileName }) });
  const read = detected.format === 'markdown' ? readMarkdown : readText;
  const reading = read({ text: decoded.text, corrections });
  return {
    format: detected.format,
    encoding: decoded.encoding,
    ...reading,
    guesses: [...decoded.guesses, ...detected.guesses, ...reading.guesses],
    problems: [...decoded.problems, ...reading.problems],
  };
}
