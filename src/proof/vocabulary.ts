import type { Root } from 'mdast';
import { foldLexicon } from './lexicon/lexicon.ts';
import { guessLanguage } from './text/language.ts';
import { proofTextOf } from './text/proof-text.ts';
import { viewSource } from './text/source-view.ts';
import type { Token } from './text/token.ts';
import type { ProofLanguage } from './words/language-words.ts';

const LEAST_LENGTH = 4;
const LONGEST = 40;
const MOST_WORDS = 2000;

/**
 * The words of Stet Markdown that no dictionary has, as written: its names, its terms. What a library's texts share is evidence for proofing them.
 * A word in lower case counts from its second occurrence on: once, it is likelier a misreading.
 *
 * @example
 * vocabularyOf({ source: 'They met Ordjonikidze.', tree: parseSource('They met Ordjonikidze.').tree }) // ['Ordjonikidze']
 */
export function vocabularyOf({
  source,
  tree,
  language,
}: {
  readonly source: string;
  readonly tree: Root;
  readonly language?: ProofLanguage | undefined;
}): readonly string[] {
  const { text, paragraphs, passages } = viewSource(source, tree);
  const view = proofTextOf({
    text,
    language: language ?? guessLanguage(text),
    paragraphs,
    passages,
    lexicon: foldLexicon([]),
    library: new Map(),
  });
  const found = new Map<string, string>();
  for (const [index, token] of view.tokens.entries()) {
    if (view.foreign[index] === 1 || !isTerm(token) || view.words.word(token.hash) >= 0) continue;
    const isName = token.shape === 'title' && token.gap !== 'stop';
    if (isName || (view.counts.get(token.lower) ?? 0) > 1) found.set(token.lower, nameOf(token));
    if (found.size >= MOST_WORDS) break;
  }
  return [...found.values()];
}

function isTerm({ kind, shape, lower }: Token): boolean {
  if (kind !== 'word' || lower.length < LEAST_LENGTH || lower.length > LONGEST) return false;
  return (shape === 'title' || shape === 'lower') && /^[\p{L}-]+$/u.test(nameOf({ text: lower }));
}

/** Without the mark of an owner. */
const nameOf = ({ text }: Pick<Token, 'text'>) => text.replace(/['’]s$/, '');
