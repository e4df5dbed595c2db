import type { Token } from '../text/token.ts';
import { hashOf } from './hash.ts';

// What stands in a pair of neighbours for what is not a common word: part of the format of the tables, as `hash.ts` is.
const STOP = hashOf('.');
const COMMA = hashOf(',');
const HYPHEN = hashOf('-');
const NUMBER = hashOf('#');
const NAME = hashOf('^');
const MARK_BITS: ReadonlyMap<number, number> = new Map([
  [STOP, 18.5],
  [COMMA, 19],
  [HYPHEN, 15.5],
  [NUMBER, 16.5],
  [NAME, 18],
]);

/** Tells a name (a capital inside a sentence, and no common word in lower case). */
export type IsName = (token: Token) => boolean;

/** The key of what stands before a word: the word there, or the mark that parts them. */
export function leftKey(tokens: readonly Token[], index: number, isName: IsName): number {
  return markKey(tokens[index]!) ?? wordKey(tokens[index - 1]!, isName);
}

/** How common what stands for a mark, a number or a name is, in bits; null for the key of a word. */
export function bitsOfMark(key: number): number | null {
  return MARK_BITS.get(key) ?? null;
}

/** The key of what stands after a word. */
export function rightKey(tokens: readonly Token[], index: number, isName: IsName): number {
  const next = tokens[index + 1];
  if (next === undefined) return STOP;
  return markKey(next) ?? wordKey(next, isName);
}

export function wordKey(token: Token, isName: IsName): number {
  if (token.kind !== 'word') return NUMBER;
  return token.shape !== 'lower' && isName(token) ? NAME : token.hash;
}

function markKey({ gap }: Token): number | null {
  if (gap === 'stop') return STOP;
  if (gap === 'comma' || gap === 'weak') return COMMA;
  return gap === 'hyphen' ? HYPHEN : null;
}
