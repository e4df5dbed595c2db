import type { ProofText } from '../text/proof-text.ts';
import type { Token } from '../text/token.ts';
import { leftKey, rightKey } from './pair-keys.ts';

/** How well a word goes with the words on its two sides: classes of frequency, -1 where never seen. */
export interface Fit {
  readonly left: number;
  readonly right: number;
}

/** The keys on the two sides of a word, to be asked about with several words. */
export function sidesOf(
  { tokens, words }: ProofText,
  index: number,
): { readonly left: number; readonly right: number } {
  const isName = (token: Token) => token.gap !== 'stop' && words.word(token.hash) < 0;
  return { left: leftKey(tokens, index, isName), right: rightKey(tokens, index, isName) };
}

export function fitOf(
  { words }: ProofText,
  sides: { readonly left: number; readonly right: number },
  hash: number,
): Fit {
  return { left: words.pair(sides.left, hash), right: words.pair(hash, sides.right) };
}

/** Both sides together; a side never seen counts less than nothing. */
export function sumOf({ left, right }: Fit): number {
  return (left < 0 ? -2 : left) + (right < 0 ? -2 : right);
}
