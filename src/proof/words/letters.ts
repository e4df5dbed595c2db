import { hashOf } from './hash.ts';
import type { LanguageWords } from './language-words.ts';

/** The keys of letters that follow each other, beside the words in the same table. */
const MARK = '\u0001';

/** Every three letters of a word, its ends included. */
export function threes(word: string): string[] {
  const bounded = `^${word}$`;
  return Array.from({ length: bounded.length - 2 }, (_, at) => MARK + bounded.slice(at, at + 3));
}

/** The class of frequency of the rarest three letters of a word among the language's words; -1 where no word has them. */
export function oddestLetters({ word }: LanguageWords, lower: string): number {
  return Math.min(...threes(lower).map((three) => word(hashOf(three))));
}
