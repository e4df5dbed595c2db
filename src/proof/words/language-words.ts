import { readFileSync } from 'node:fs';
import { hashOfPair } from './hash.ts';
import { classOf, type HashedCounts, mayHold, readHashedCounts, sieveOf } from './hashed-counts.ts';

export type ProofLanguage = 'en' | 'fr';

/** What is known of a language: its words, its names, and which words are seen side by side. Keys are hashes (see `hash.ts`). */
export interface LanguageWords {
  readonly language: ProofLanguage;
  /** Class of frequency of a common word, 0 (listed, never counted) to 15, or -1. */
  readonly word: (hash: number) => number;
  readonly name: (hash: number) => number;
  /** Class of frequency of two neighbours, or -1 where they were never seen together. */
  readonly pair: (left: number, right: number) => number;
}

const loaded = new Map<ProofLanguage, LanguageWords>();

/** Reads the tables of a language on first use (about 5 MB, a few milliseconds) and keeps them. */
export function languageWords(language: ProofLanguage): LanguageWords {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const words = table(`${language}.words`);
  const names = table(`${language}.names`);
  const pairs = table(`${language}.pairs`);
  const [wordSieve, nameSieve] = [sieveOf(words), sieveOf(names)];
  const made: LanguageWords = {
    language,
    word: (hash) => (mayHold(wordSieve, hash) ? classOf(words, hash) : -1),
    name: (hash) => (mayHold(nameSieve, hash) ? classOf(names, hash) : -1),
    pair: (left, right) => classOf(pairs, hashOfPair(left, right)),
  };
  loaded.set(language, made);
  return made;
}

function table(name: string): HashedCounts {
  return readHashedCounts(readFileSync(new URL(`../data/${name}.bin`, import.meta.url)));
}
