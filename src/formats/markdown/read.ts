import type { TextReading, TextToRead } from '../text/read.ts';
import { readText } from '../text/read.ts';

export function readMarkdown(input: TextToRead): TextReading {
  return readText(input);
}
