import type { Understood } from './understood.ts';

/** Steps of length in words: each one reached is a fact of its own, so that what is learnt of long posts holds for longer ones. */
const LENGTHS = [3, 6, 10, 15, 22, 32, 50, 80];

interface Shaped extends Understood {
  /** Share of capitals. */
  readonly capitals: number;
}

const FACTS: readonly { readonly name: string; readonly holds: (text: Shaped) => boolean }[] = [
  { name: 'any', holds: () => true },
  ...LENGTHS.map((length) => ({ name: `length-${length}`, holds: ({ words }: Shaped) => words.length >= length })),
  ...[1, 2, 3].map((count) => ({ name: `links-${count}`, holds: ({ links }: Shaped) => links.length >= count })),
  { name: 'capitals', holds: ({ capitals }) => capitals > 0.3 },
  { name: 'mostly-capitals', holds: ({ capitals }) => capitals > 0.6 },
  { name: 'exclamation', holds: ({ folded }) => folded.includes('!') },
  { name: 'exclamations', holds: ({ folded }) => folded.includes('!!') },
  { name: 'question', holds: ({ folded }) => folded.includes('?') },
  { name: 'digits', holds: ({ folded }) => /\d/.test(folded) },
  { name: 'long-number', holds: ({ folded }) => /\d{5}/.test(folded) },
  { name: 'money', holds: ({ folded }) => /[$£€]/.test(folded) },
  { name: 'at', holds: ({ folded }) => folded.includes('@') },
  { name: 'picture', holds: ({ raw }) => /\p{Extended_Pictographic}/u.test(raw) },
  { name: 'smile', holds: ({ folded }) => /[:;]-?[)dp(]/.test(folded) },
  { name: 'sentences', holds: ({ folded }) => /[.!?]\s[^.!?]*[.!?]\s/.test(folded) },
];

/** The names of what is true of a text's shape. */
export function shapeOf(text: Understood): readonly string[] {
  const shaped = { ...text, capitals: shareOfCapitals(text.raw) };
  return FACTS.filter(({ holds }) => holds(shaped)).map(({ name }) => name);
}

/** Most letters are counted one by one, without a list of them being made. */
const OTHER_CAPITALS = /[\p{Lu}--\p{ASCII}]/gv;
const OTHER_SMALL = /[\p{Ll}--\p{ASCII}]/gv;

/** Of the letters that have two cases; nought for fewer than six letters. */
export function shareOfCapitals(raw: string): number {
  let [capitals, small, others] = [0, 0, 0];
  for (let at = 0; at < raw.length; at++) {
    const unit = raw.charCodeAt(at);
    if (unit >= 0x61 && unit <= 0x7a) small += 1;
    else if (unit >= 0x41 && unit <= 0x5a) capitals += 1;
    else if (unit >= 0x80) others += 1;
  }
  if (others > 0) {
    capitals += raw.match(OTHER_CAPITALS)?.length ?? 0;
    small += raw.match(OTHER_SMALL)?.length ?? 0;
  }
  return capitals + small < 6 ? 0 : capitals / (capitals + small);
}
