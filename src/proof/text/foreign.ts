import { isKnown } from '../words/known.ts';
import { type LanguageWords, languageWords } from '../words/language-words.ts';
import type { Paragraph } from './paragraphs.ts';
import type { Token } from './token.ts';

// Small words that betray Latin, German, Italian, Spanish and Portuguese: what occurs in a quoted title or sentence, and is no word of English or French.
const OTHER_SMALL_WORDS = new Set(
  (
    'et ad quod qui quae quam sed ut cum ex ab nec aut vel sunt esse hoc haec enim tamen atque nunc rerum omnia pro contra inter ' +
    'der die das und ist nicht von mit zu des dem den ein eine einer eines für auf im zur zum aus bei nach über wie auch sich ' +
    'il lo gli di che della delle degli nella nel sono con del dei alla per una ' +
    'el los las y que por para con una unos sobre os dos das um uma não ' +
    'de la le les du au aux en est dans sur pour ce cette ces ne pas vous nous je'
  ).split(' '),
);
const REACH = 5;
const ENOUGH = 1.9;
const SMALL_WORD = 1;
const UNKNOWN = 0.35;
/** So common a word of the other language is its own here too, whatever a long list says. */
const MUCH_MORE = 9;

interface Passage {
  readonly tokens: readonly Token[];
  readonly paragraphs: readonly Paragraph[];
  readonly words: LanguageWords;
  readonly lexicon: ReadonlyMap<string, string>;
}

/** Marks the tokens that stand in a run of another language: an unknown word among words that the other language has, or among its small words. */
export function findForeign({ tokens, paragraphs, words, lexicon }: Passage): Uint8Array {
  const foreign = new Uint8Array(tokens.length);
  const other = languageWords(words.language === 'en' ? 'fr' : 'en');
  const weights = new Float32Array(tokens.length);
  tokens.forEach((token, index) => {
    weights[index] = weightOf(token, { words, other, lexicon });
  });
  for (let index = 0; index < tokens.length; index++) {
    const paragraph = paragraphs[tokens[index]!.paragraph]!;
    if (paragraph.language !== null && paragraph.language.slice(0, 2) !== words.language) foreign[index] = 1;
    else if (weights[index]! > 0 && sumAround(tokens, weights, index) >= ENOUGH) foreign[index] = 1;
    // A small word of another language beside a word of it, or beside a name: a title. Beside letters that are no word at all, it is theirs: “ex ression”.
    else if (weights[index] === SMALL_WORD && [index - 1, index + 1].some((beside) => isForeignOrName(weights[beside])))
      foreign[index] = 1;
  }
  spread(tokens, foreign, weights);
  return foreign;
}

const isForeignOrName = (weight = 0) => weight > 0 && weight !== Math.fround(UNKNOWN);

function sumAround(tokens: readonly Token[], weights: Float32Array, index: number): number {
  let sum = 0;
  const { paragraph } = tokens[index]!;
  for (let near = Math.max(0, index - REACH); near <= Math.min(tokens.length - 1, index + REACH); near++) {
    if (tokens[near]!.paragraph === paragraph) sum += weights[near]!;
  }
  return sum;
}

/** What lies between two foreign words, three words apart at most, is foreign too. */
function spread(tokens: readonly Token[], foreign: Uint8Array, weights: Float32Array): void {
  let last = -10;
  for (let index = 0; index < tokens.length; index++) {
    if (foreign[index] !== 1) continue;
    if (index - last <= 3 && tokens[index]!.paragraph === tokens[last]?.paragraph) foreign.fill(1, last, index);
    // A neighbour that the language does not know goes with the run.
    for (const beside of [index - 1, index + 1]) if ((weights[beside] ?? 0) > 0) foreign[beside] = 1;
    last = index;
  }
}

interface Known {
  readonly words: LanguageWords;
  readonly other: LanguageWords;
  readonly lexicon: ReadonlyMap<string, string>;
}

function weightOf(token: Token, { words, other, lexicon }: Known): number {
  if (token.kind !== 'word') return 0;
  const own = words.word(token.hash);
  if (own >= 9) return -0.35;
  const small = OTHER_SMALL_WORDS.has(token.lower);
  if (small && own < 8) return SMALL_WORD;
  if (own < 3 && other.word(token.hash) >= MUCH_MORE) return 0.7;
  if (own >= 0 || isKnown(token, words, lexicon)) return -0.1;
  if (other.word(token.hash) >= 1) return 0.95;
  return token.shape === 'lower' ? UNKNOWN : 0.1;
}
