import type { Line } from './lines.ts';

/** The words of the whole file, asked when a word was broken at a line's end. */
export interface Vocabulary {
  /** True when `left` and `right` are the halves of one word, false when the hyphen between them belongs there. */
  joins(left: string, right: string): boolean;
}

export function vocabularyOf(lines: readonly Line[]): Vocabulary {
  let words: ReadonlySet<string> | null = null;
  const known = () => {
    words ??= wordsOf(lines);
    return words;
  };
  return { joins: (left, right) => joinsIn(known(), left.toLowerCase(), right) };
}

function joinsIn(words: ReadonlySet<string>, left: string, right: string): boolean {
  if (/^\p{Lu}/u.test(right)) return /^\p{Lu}+$/u.test(right) && !words.has(right.toLowerCase());
  const lower = right.toLowerCase();
  if (words.has(`${left}${lower}`)) return true;
  if (words.has(`${left}-${lower}`)) return false;
  const first = left.slice(left.lastIndexOf('-') + 1);
  if (COMPOUND_STARTS.has(first))
    return lower.length <= 2 || !(words.has(lower) || lower.length >= 3) || TAILS.test(lower);
  if (lower.split('-').some((part) => COMPOUND_ENDS.has(part)) && (words.has(first) || first.length >= 4))
    return !words.has(first);
  // Both halves are words in their own right, and long ones: more likely a compound than a word broken between them.
  return !(words.has(first) && words.has(lower) && first.length >= 4 && lower.length >= 4);
}

/** What only ever ends a word. */
const TAILS = /^(?:ing|tion|tions|ment|ments|ness|ly|ed|er|ers|est|ity|ous|ive|able|ible|ance|ence|sion|ture)$/;

const COMPOUND_STARTS = new Set(
  `self half non anti ex co semi vice multi pre post ill well ultra mid cross twenty thirty forty fifty sixty seventy eighty ninety
  demi contre avant après quasi vingt trente quarante cinquante soixante quatre celui celle ceux celles elle lui eux moi toi soi nous vous
  peut quelques lorsque est dit sous arc chef grand petit mi franco anglo`.split(/\s+/),
);

const COMPOUND_ENDS = new Set(
  'il elle ils elles on je tu nous vous ce ci là même mêmes moi toi le la les lui leur y en t être d à'.split(' '),
);

function wordsOf(lines: readonly Line[]): ReadonlySet<string> {
  const words = new Set<string>();
  let broken = false;
  for (const line of lines) {
    const found = line.text.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*-?/gu) ?? [];
    for (let at = 0; at < found.length; at++) {
      const word = found[at]!;
      if (word.endsWith('-')) continue;
      // The second half of a broken word is no word.
      if (at === 0 && broken) continue;
      const lower = word.toLowerCase();
      words.add(lower);
      if (lower.includes("'") || lower.includes('’')) for (const part of lower.split(/['’]/)) words.add(part);
    }
    broken = line.text.endsWith('-');
  }
  return words;
}
