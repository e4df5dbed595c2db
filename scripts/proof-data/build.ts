// `node scripts/proof-data/build.ts FOLDER` makes src/proof/data/ anew from the packages named in sources.ts, fetched into FOLDER.
// Run by hand when a source or the format changes; the result is committed, so starting the press neither builds nor downloads anything.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Token } from '#proof/text/token.ts';
import { tokensOf } from '#proof/text/tokens.ts';
import { hashOf, hashOfPair } from '#proof/words/hash.ts';
import { writeHashedCounts } from '#proof/words/hashed-counts.ts';
import { threes } from '#proof/words/letters.ts';
import { leftKey, wordKey } from '#proof/words/pair-keys.ts';
import { type Book, readLittre, readWebster } from './books.ts';
import { hunspellForms } from './hunspell-forms.ts';
import { fetchSources, type Sources } from './sources.ts';

const FEWEST = { wordSeen: 5, nameSeen: 3, pairSeen: 2 };
const MOST_PAIRS = 1_500_000;
/** Google's counts are of some hundred times our corpus. */
const GOOGLE_SCALE = 1 / 5_000_000;

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: build.ts FOLDER');
const target = fileURLToPath(new URL('../../src/proof/data/', import.meta.url));
mkdirSync(target, { recursive: true });
const sources = fetchSources(folder);
build('en', english(sources));
build('fr', french(sources));

interface Material {
  readonly listed: Iterable<string>;
  /** Accepted without being known as common: a dictionary's headwords. */
  readonly rare: Iterable<string>;
  readonly paragraphs: readonly string[];
  readonly pairs: readonly (readonly [string, string, number])[];
}

function english(from: Sources): Material {
  const webster: Book = readWebster(from.webster());
  const lists = (['dictionary-en', 'dictionary-en-gb'] as const).map((name) => {
    const { aff, dic } = from.hunspell(name);
    return hunspellForms(aff, dic);
  });
  const books = [...from.speeches(), ...from.mobyDick(), ...from.commentaries()];
  const paragraphs = [...webster.paragraphs, ...books].map((text) => text.replaceAll("'", '’'));
  const pairs = from
    .googleBigrams()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([left = '', right = '', count = '0']) => [left, right, Math.max(2, Number(count) * GOOGLE_SCALE)] as const);
  return {
    listed: [...lists[0]!, ...lists[1]!, ...from.wordList('an-array-of-english-words')],
    rare: webster.headwords.filter((word) => word.length > 5 && word === word.toLowerCase() && !word.includes(' ')),
    paragraphs,
    pairs,
  };
}

function french(from: Sources): Material {
  const { aff, dic } = from.hunspell('dictionary-fr');
  const bare = [...hunspellForms(aff, dic)].map((word) =>
    word.replace(/^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu)['’]/i, ''),
  );
  return {
    listed: [...bare, ...from.wordList('an-array-of-french-words')],
    rare: [],
    paragraphs: readLittre(from.littre()).paragraphs,
    pairs: [],
  };
}

function build(language: 'en' | 'fr', material: Material): void {
  const { words, names } = listWords(material);
  const texts = material.paragraphs.map((text) =>
    tokensOf({ text, paragraphs: [{ start: 0, end: text.length }], elisions: language === 'fr' }),
  );
  console.log(
    language,
    'tokens',
    texts.reduce((sum, tokens) => sum + tokens.length, 0),
  );
  countWords(texts, words, names);
  const isName = (token: Token) => token.shape !== 'lower' && token.gap !== 'stop' && !words.has(token.lower);
  const pairs = countPairs(texts, isName);
  for (const [left, right, count] of material.pairs) {
    const key = hashOfPair(hashOf(left), hashOf(right));
    pairs.set(key, (pairs.get(key) ?? 0) + count);
  }
  write(`${language}.words`, new Map([...words, ...countLetters(words)].map(([word, count]) => [hashOf(word), count])));
  write(`${language}.names`, new Map([...names].map(([word, count]) => [hashOf(word), count])));
  write(`${language}.pairs`, fewer(pairs));
}

function listWords({ listed, rare }: Material): { words: Map<string, number>; names: Map<string, number> } {
  const words = new Map<string, number>();
  const names = new Map<string, number>();
  for (const word of [...listed, ...rare]) {
    const plain = word.replaceAll('’', "'").normalize('NFC');
    if (!/^[\p{L}'-]+$/u.test(plain)) continue;
    if (plain === plain.toLowerCase()) words.set(plain, 0);
    else names.set(plain.toLowerCase(), 0);
  }
  return { words, names };
}

/** How many words have each three letters. */
function countLetters(words: ReadonlyMap<string, number>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words.keys()) for (const three of threes(word)) counts.set(three, (counts.get(three) ?? 0) + 1);
  return counts;
}

/** Counts, and takes in what is not listed but often seen. */
function countWords(
  texts: readonly (readonly Token[])[],
  words: Map<string, number>,
  names: Map<string, number>,
): void {
  const lower = new Map<string, number>();
  const capital = new Map<string, number>();
  for (const tokens of texts) {
    for (const token of tokens) {
      if (token.kind !== 'word') continue;
      if (token.shape === 'lower') lower.set(token.lower, (lower.get(token.lower) ?? 0) + 1);
      else if (token.shape === 'title' && token.gap !== 'stop')
        capital.set(token.lower, (capital.get(token.lower) ?? 0) + 1);
    }
  }
  for (const [word, count] of lower) {
    if (words.has(word) || (count >= FEWEST.wordSeen && word.length > 3)) words.set(word, count);
  }
  for (const [word, count] of capital) {
    if (names.has(word) || (count >= FEWEST.nameSeen && !words.has(word))) names.set(word, count);
  }
}

function countPairs(texts: readonly (readonly Token[])[], isName: (token: Token) => boolean): Map<number, number> {
  const pairs = new Map<number, number>();
  const add = (key: number) => pairs.set(key, (pairs.get(key) ?? 0) + 1);
  for (const tokens of texts) {
    tokens.forEach((token, index) => {
      const left = leftKey(tokens, index, isName);
      add(hashOfPair(left, wordKey(token, isName)));
      // A mark parts two words: each is counted against the mark.
      if (token.gap !== 'space' && token.gap !== 'nothing' && index > 0)
        add(hashOfPair(wordKey(tokens[index - 1]!, isName), left));
    });
  }
  return pairs;
}

/** The most frequent pairs, as many as the file may hold. */
function fewer(pairs: ReadonlyMap<number, number>): Map<number, number> {
  const least = [...pairs.values()].filter((count) => count >= FEWEST.pairSeen).length;
  console.log('  pairs', pairs.size, 'seen twice', least);
  const kept = new Map<number, number>();
  for (const [key, count] of pairs) if (count >= FEWEST.pairSeen) kept.set(key, count);
  // Then those seen once, in no order but their hashes': a sample.
  for (const [key, count] of pairs) {
    if (kept.size >= MOST_PAIRS) break;
    if (count < FEWEST.pairSeen) kept.set(key, count);
  }
  return kept;
}

function write(name: string, counts: ReadonlyMap<number, number>): void {
  const bytes = writeHashedCounts(counts);
  writeFileSync(`${target}${name}.bin`, bytes);
  console.log(`  ${name}: ${counts.size} keys, ${(bytes.length / 1e6).toFixed(2)} MB`);
}
