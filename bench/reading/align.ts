import { diffArrays } from 'diff';

/** A word as compared: letters and digits only, in lower case, straight. A mark left on it ("word[1]", "mot¹") does not make it another word. */
export function wordOf(token: string): string {
  return token
    .normalize('NFC')
    .replace(/\[[^\]\s]{1,9}\]|\((?:\d{1,3}|[a-z]|\*+)\)|\{\d+\}|<\/?\w+[^>]*>|\^\d+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

export const wordsOf = (text: string): string[] =>
  text
    .split(/\s+/)
    .map(wordOf)
    .filter((word) => word !== '');

export interface Aligned {
  /** For each word read, the number of the word of the truth it is, or -1. */
  readonly truthOf: Int32Array;
  /** For each word of the truth, the number of the word read, or -1. */
  readonly readOf: Int32Array;
}

/**
 * Aligns the words read with the true ones: in order first, then what was moved (a note told apart from the paragraph
 * it interrupts), then words broken or joined ("his- tory"), which are neither lost nor added.
 */
export function align(truth: readonly string[], read: readonly string[]): Aligned {
  const truthOf = new Int32Array(read.length).fill(-1);
  const readOf = new Int32Array(truth.length).fill(-1);
  const every = (list: readonly string[]): number[] => list.map((_, index) => index);
  let left = { truth: every(truth), read: every(read) };
  for (let pass = 0; pass < 3; pass++) left = matchOnce(truth, read, left, truthOf, readOf);
  matchBroken(truth, read, truthOf, readOf);
  return { truthOf, readOf };
}

function matchOnce(
  truth: readonly string[],
  read: readonly string[],
  left: { truth: number[]; read: number[] },
  truthOf: Int32Array,
  readOf: Int32Array,
): { truth: number[]; read: number[] } {
  const parts = diffArrays(
    left.truth.map((i) => truth[i]!),
    left.read.map((i) => read[i]!),
  );
  const rest: { truth: number[]; read: number[] } = { truth: [], read: [] };
  let t = 0;
  let r = 0;
  for (const part of parts) {
    const count = part.value.length;
    if (part.removed) for (let i = 0; i < count; i++) rest.truth.push(left.truth[t++]!);
    else if (part.added) for (let i = 0; i < count; i++) rest.read.push(left.read[r++]!);
    else
      for (let i = 0; i < count; i++) {
        const [of, is] = [left.truth[t++]!, left.read[r++]!];
        truthOf[is] = of;
        readOf[of] = is;
      }
  }
  return rest;
}

/** "his" + "tory" against "history", "word1" against "word": the run of unmatched words on both sides spells the same. */
function matchBroken(truth: readonly string[], read: readonly string[], truthOf: Int32Array, readOf: Int32Array): void {
  for (let t = 0; t < truth.length; t++) {
    if (readOf[t] !== -1) continue;
    const start = t > 0 ? readOf[t - 1]! + 1 : 0;
    let end = t;
    while (end + 1 < truth.length && readOf[end + 1] === -1 && end - t < 3) end++;
    for (let r = start; r < Math.min(start + 4, read.length) && truthOf[r] === -1; r++) {
      const seen = read.slice(start, r + 1).join('');
      const stop = [...Array(end - t + 1).keys()].find((n) => {
        const wanted = truth.slice(t, t + n + 1).join('');
        return wanted === seen || seen.replace(/\d+$/, '') === wanted;
      });
      if (stop === undefined) continue;
      for (let i = start; i <= r; i++) truthOf[i] = t;
      for (let i = t; i <= t + stop; i++) readOf[i] = start;
      break;
    }
  }
}
