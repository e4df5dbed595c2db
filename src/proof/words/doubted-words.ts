// Which words may stand in place of another, and what may have been meant: what the odds are reckoned for, and were fitted on.
import type { ProofText } from '../text/proof-text.ts';
import type { Token } from '../text/token.ts';
import type { Misreading } from './misreading-odds.ts';
import { type Sides, sidesOf } from './neighbours.ts';
import { isOldSpelling } from './old-spelling.ts';
import { type Rival, rivalsOf } from './rivals.ts';

/** Where both sides were seen as often as this, nothing is asked. */
const WELL_KNOWN = 5;
/** Beside neighbours seen as often as this, a rarer kind of mistake is not thought of. */
const AT_HOME = 3;
const ROMAN = /^(?:x{0,3}(?:ix|iv|v?i{1,3})|x{1,3}v?)$/;

export interface DoubtedWord {
  readonly index: number;
  readonly sides: Sides;
  readonly misreadings: readonly Misreading[];
}

/** Every word of the text that exists, but for which another is thinkable. */
export function* doubtedWords(text: ProofText): Iterable<DoubtedWord> {
  for (let index = 0; index < text.tokens.length; index++) {
    if (!isAsked(text, text.tokens[index]!, index)) continue;
    const sides = sidesOf(text, index);
    const misreadings = misreadingsOf(text, text.tokens[index]!, sides);
    if (misreadings.length > 0) yield { index, sides, misreadings };
  }
}

function isAsked({ words, foreign, text }: ProofText, token: Token, index: number): boolean {
  if (token.kind !== 'word' || foreign[index] === 1 || words.word(token.hash) < 0) return false;
  if (ROMAN.test(token.lower)) return false;
  if (token.shape === 'lower') return token.lower.length > 1 && text[token.end] !== '-' && token.gap !== 'hyphen';
  return token.shape === 'title' && token.gap === 'stop' && token.lower.length > 2;
}

function misreadingsOf({ words, counts }: ProofText, token: Token, sides: Sides): readonly Misreading[] {
  const seen = [words.pair(sides.left, token.hash), words.pair(token.hash, sides.right)] as const;
  if (Math.min(...seen) >= WELL_KNOWN) return [];
  const read = {
    hash: token.hash,
    length: token.lower.length,
    beginsSentence: token.shape === 'title',
    elsewhere: (counts.get(token.lower) ?? 1) - 1,
  };
  const found: Misreading[] = [];
  for (const rival of rivals(words, token, Math.max(...seen) < AT_HOME)) {
    if (!isThinkable(words, sides, rival.hash, seen)) continue;
    if (isOldSpelling(token.lower, rival.word) || isSameBare(token.lower, rival.word)) continue;
    found.push({ read, rival, rivalElsewhere: counts.get(rival.word) ?? 0 });
  }
  return found;
}

/** Seen with one neighbour at least, and on the whole no less than what stands there. */
function isThinkable(
  words: ProofText['words'],
  { left, right }: Sides,
  hash: number,
  [readLeft, readRight]: readonly [number, number],
): boolean {
  const [rivalLeft, rivalRight] = [words.pair(left, hash), words.pair(hash, right)];
  if (rivalLeft < 0 && rivalRight < 0) return false;
  return rivalLeft + rivalRight >= readLeft + readRight - 2;
}

function rivals(words: ProofText['words'], token: Token, unseen: boolean): readonly Rival[] {
  const { misread, slipped } = rivalsOf(words, token.shape === 'title' ? token.text : token.lower);
  return unseen ? [...misread, ...slipped()] : misread;
}

/** “piège” and “piége” are one word, written so at two times. */
function isSameBare(word: string, other: string): boolean {
  return word.length > 3 && bare(word) === bare(other);
}

const bare = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');
