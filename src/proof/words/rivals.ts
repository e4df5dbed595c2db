import { misreadings, withLigature } from './confusions.ts';
import { hashOf } from './hash.ts';
import type { LanguageWords, ProofLanguage } from './language-words.ts';
import { slips } from './slips.ts';

/** A common word that may have been misread as another. */
export interface Rival {
  readonly word: string;
  readonly hash: number;
  readonly cost: number;
  readonly common: number;
}

export interface Rivals {
  readonly misread: readonly Rival[];
  /** By a slip or a lost ligature: rarer, so only asked where nothing speaks for the word read. */
  readonly slipped: () => readonly Rival[];
}

const LEAST_COMMON = 5;
const MOST_KEPT = 20_000;
const kept: Readonly<Record<ProofLanguage, Map<string, Rivals>>> = { en: new Map(), fr: new Map() };

/** The common words that may have been misread as this one. Kept, since a text repeats its words. */
export function rivalsOf(words: LanguageWords, word: string): Rivals {
  const known = kept[words.language].get(word);
  if (known !== undefined) return known;
  const lower = word.toLowerCase();
  let slipped: readonly Rival[] | null = null;
  const made: Rivals = {
    misread: filtered(words, lower, [...misreadings(word, words.language), ...withLigature(lower)]),
    slipped: () => {
      slipped ??= filtered(words, lower, lower.length > 3 ? slips(lower, words.language) : []);
      return slipped;
    },
  };
  if (kept[words.language].size >= MOST_KEPT) kept[words.language].clear();
  kept[words.language].set(word, made);
  return made;
}

function filtered(
  words: LanguageWords,
  lower: string,
  proposals: Iterable<{ readonly word: string; readonly cost: number }>,
): Rival[] {
  const rivals: Rival[] = [];
  for (const { word, cost } of proposals) {
    const rival = word.toLowerCase();
    const hash = hashOf(rival);
    const common = words.word(hash);
    if (common >= LEAST_COMMON && rival !== lower) rivals.push({ word: rival, hash, cost, common });
  }
  return rivals;
}
