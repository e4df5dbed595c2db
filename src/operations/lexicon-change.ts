import { done, mistaken, type Result } from '#domain/result.ts';
import { deleteWord, insertWords } from '#store/lexicon-words.ts';
import { accountOf, authorise } from './authorise.ts';
import type { Context } from './context.ts';
import { moment } from './moment.ts';

const MOST_WORDS = 1000;
const LONGEST_WORD = 100;

/** Words and names proofing is not to question on this site, one a line. */
export async function addLexiconWords(context: Context, { text }: { readonly text: string }): Promise<Result<null>> {
  authorise(context, 'lexicon.change');
  const words = [...new Set(text.normalize('NFC').split(/\r?\n/).map(tidied))].filter((word) => word !== '');
  if (words.length === 0) return mistaken('words', 'mistake.words-missing');
  if (words.length > MOST_WORDS) return mistaken('words', 'mistake.words-many', { count: MOST_WORDS });
  const odd = words.find((word) => word.length > LONGEST_WORD || !/\p{L}/u.test(word));
  if (odd !== undefined) return mistaken('words', 'mistake.words-odd', { word: odd.slice(0, LONGEST_WORD) });
  const [by, at] = [accountOf(context.actor), moment(context)];
  await context.store.write((transaction) => insertWords(transaction, { words, by, at }));
  return done(null);
}

export async function removeLexiconWord(context: Context, { word }: { readonly word: string }): Promise<void> {
  authorise(context, 'lexicon.change');
  await context.store.write((transaction) => deleteWord(transaction, word));
}

const tidied = (line: string) =>
  line
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
