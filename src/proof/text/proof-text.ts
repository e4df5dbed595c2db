import type { Library } from '../library.ts';
import { type LanguageWords, languageWords, type ProofLanguage } from '../words/language-words.ts';
import { findForeign } from './foreign.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Passage } from './source-view.ts';
import type { Token } from './token.ts';
import { tokensOf } from './tokens.ts';

/** A text as the checks see it: the view proofed, its paragraphs and words, and what the text itself has to say about its words. */
export interface ProofText {
  readonly text: string;
  readonly language: ProofLanguage;
  readonly words: LanguageWords;
  readonly paragraphs: readonly Paragraph[];
  readonly tokens: readonly Token[];
  /** One flag a token: it stands in a passage of another language. */
  readonly foreign: Uint8Array;
  /** How often each word stands in the text, in lower case. */
  readonly counts: ReadonlyMap<string, number>;
  /** The same, for words that begin with a capital inside a sentence. */
  readonly capitals: ReadonlyMap<string, number>;
  /** Names the site knows besides its language's: as given, by their lower case. */
  readonly lexicon: ReadonlyMap<string, string>;
  /** What other texts of the library write. */
  readonly library: Library;
}

export function proofTextOf({
  text,
  language,
  paragraphs,
  passages,
  lexicon,
  library,
}: Pick<ProofText, 'text' | 'language' | 'paragraphs' | 'lexicon' | 'library'> & {
  readonly passages: readonly Passage[];
}): ProofText {
  const words = languageWords(language);
  const tokens = tokensOf({ text, paragraphs, elisions: language === 'fr' });
  const counts = new Map<string, number>();
  const capitals = new Map<string, number>();
  for (const token of tokens) {
    counts.set(token.lower, (counts.get(token.lower) ?? 0) + 1);
    if (token.shape === 'title' && token.gap !== 'stop')
      capitals.set(token.lower, (capitals.get(token.lower) ?? 0) + 1);
  }
  const foreign = findForeign({ tokens, paragraphs, words, lexicon });
  markPassages(foreign, tokens, passages);
  return { text, language, words, paragraphs, tokens, foreign, counts, capitals, lexicon, library };
}

/** Passages come in order, as tokens do. */
function markPassages(foreign: Uint8Array, tokens: readonly Token[], passages: readonly Passage[]): void {
  let index = 0;
  for (const { start, end } of passages) {
    while (index < tokens.length && tokens[index]!.start < start) index++;
    while (index < tokens.length && tokens[index]!.end <= end) foreign[index++] = 1;
  }
}
