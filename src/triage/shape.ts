import type { Understood } from './understood.ts';

/** Steps of length in words: each one reached is a fact of its own, so that what is learnt of long posts holds for longer ones. */
const LENGTHS = [3, 6, 10, 15, 22, 32, 50, 80];

const FACTS: readonly { readonly name: string; readonly holds: (text: Understood) => boolean }[] = [
  { name: 'any', holds: () => true },
  ...LENGTHS.map((length) => ({ name: `length-${length}`, holds: ({ words }: Understood) => words.length >= length })),
  ...[1, 2, 3].map((count) => ({ name: `links-${count}`, holds: ({ links }: Understood) => links.length >= count })),
  { name: 'capitals', holds: ({ raw }) => shareOfCapitals(raw) > 0.3 },
  { name: 'mostly-capitals', holds: ({ raw }) => shareOfCapitals(raw) > 0.6 },
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
  return FACTS.filter(({ holds }) => holds(text)).map(({ name }) => name);
}

/** Of the letters that have two cases; nought for fewer than six letters. */
export function shareOfCapitals(raw: string): number {
  const capitals = raw.match(/\p{Lu}/gu)?.length ?? 0;
  const letters = capitals + (raw.match(/\p{Ll}/gu)?.length ?? 0);
  return letters < 6 ? 0 : capitals / letters;
}
