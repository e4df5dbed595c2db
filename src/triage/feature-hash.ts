// FNV-1a over UTF-16 units, in steps, so that pairs and runs are hashed where they stand: no string is made for each of them.
import { FEATURE_COUNT } from './model.ts';

/** Where a hash begins: the same letters as another kind of feature stand at another place. */
export const hashStart = (kind: number) => 0x811c9dc5 ^ kind;

/** The hash so far, and then these letters of a text. */
export function hashOn(hash: number, text: string, from = 0, to = text.length): number {
  let state = hash;
  for (let at = from; at < to; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return state;
}

/** A place in the model. A last stirring, so that the low bits depend on every letter. */
export function hashEnd(hash: number): number {
  const stirred = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (stirred ^ (stirred >>> 12)) & (FEATURE_COUNT - 1);
}
