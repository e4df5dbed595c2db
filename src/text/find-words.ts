/** Where words stand in a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the words somebody typed or copied stand in a passage; null where they do not stand. Signs and their order count. What
 * a keyboard or a page does to them does not: case, white space, soft hyphens, the shapes of quotation marks and dashes,
 * ligatures, and the numbers of note calls that were copied along.
 *
 * @example findWords('It isn’t — the  road.', "ISN'T - the road") // { start: 3, end: 20 }
 */
export function findWords(passage: string, typed: string): Span | null {
  const within = folded(passage);
  return spanOf(within, folded(typed).text) ?? spanOf(within, folded(typed.replace(NOTE_CALL, '')).text);
}

/**
 * Words without what a keyboard or a page does to them: where one folded text holds another, its words stand in it. For many words
 * sought in many passages, where the place does not matter.
 *
 * @example foldWords('It isn’t — the  road.') // "itisn't-theroad."
 */
export const foldWords = (words: string): string =>
  words.normalize('NFKD').toLowerCase().replace(UNSEEN, '').replace(QUOTE, "'").replace(DASH, '-');

interface Folded {
  readonly text: string;
  /** For each code unit of the text where what it stands for begins and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function folded(words: string): Folded {
  const [starts, ends]: [number[], number[]] = [[], []];
  let [text, at] = ['', 0];
  for (const sign of words) {
    const same = foldWords(sign);
    for (let unit = 0; unit < same.length; unit += 1) {
      starts.push(at);
      ends.push(at + sign.length);
    }
    text += same;
    at += sign.length;
  }
  return { text, starts, ends };
}

function spanOf({ text, starts, ends }: Folded, words: string): Span | null {
  const at = words === '' ? -1 : text.indexOf(words);
  return at === -1 ? null : { start: starts[at]!, end: ends[at + words.length - 1]! };
}

const UNSEEN = /[\s\p{Cc}\p{Cf}]/gu;
const QUOTE = /[\p{Pi}\p{Pf}"'`´‚„′″]/gu;
const DASH = /\p{Pd}|\u2212/gu;
/** Copied from a page, "the road" with its note is "the road1" or "the road[1]". */
const NOTE_CALL = /(?<=[\p{L}\p{P}])(?:\d{1,3}|\[\d{1,3}\])(?!\d)/gu;
