import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import { isLibrarys, type LibraryWord } from '../library.ts';
import type { ProofText } from '../text/proof-text.ts';
import type { Token } from '../text/token.ts';
import { misreadings } from '../words/confusions.ts';
import { hashOf } from '../words/hash.ts';
import { slips } from '../words/slips.ts';

const OFTEN = 3;
const LEAST_LENGTH = 5;
const MOST_LENGTH = 40;

/** A name written otherwise than the text, or the lexicon, writes it: “Pollit” and “Pollitt”. */
export const nameVariant: Check = {
  code: 'name-variant',
  area: 'names',
  *find(text) {
    const often = [...text.capitals].flatMap(([name, count]) => (count >= OFTEN * 2 ? [name] : []));
    for (let index = 0; index < text.tokens.length; index++) {
      const token = text.tokens[index]!;
      if (
        token.shape !== 'title' ||
        token.kind !== 'word' ||
        token.lower.length < LEAST_LENGTH ||
        token.lower.length > MOST_LENGTH ||
        text.foreign[index] === 1
      )
        continue;
      if (
        (text.capitals.get(token.lower) ?? 0) > 2 ||
        text.lexicon.has(token.lower) ||
        isLibrarys(text.library, token.lower) ||
        text.words.word(token.hash) >= 1
      )
        continue;
      const known = text.words.name(token.hash) >= 0 || text.words.word(token.hash) >= 0;
      if (known && !often.some((name) => isNear(name, token.lower))) continue;
      const question = ask(text, token, known);
      if (question) yield question;
    }
  },
};

function ask(text: ProofText, { text: word, lower, start, end }: Token, known: boolean): Question | null {
  const near = [...misreadings(lower, text.language), ...slips(lower, text.language)].filter(
    ({ word: other }) => !isInflected(lower, other),
  );
  let best: { readonly name: string; readonly count: number; readonly cost: number } | null = null;
  for (const { word: other, cost } of near) {
    if (other === lower) continue;
    const count = text.capitals.get(other) ?? 0;
    if (count < OFTEN || (known && (cost > 0.5 || count < OFTEN * 2)) || (best !== null && best.cost <= cost)) continue;
    best = { name: other, count, cost };
  }
  if (best !== null) {
    const suggestion = capitalised(best.name);
    return {
      start,
      end,
      suggestion,
      confidence: best.cost <= 0.5 ? 0.88 : known ? 0.5 : 0.7,
      because: 'text',
      evidence: { name: word, often: suggestion, count: best.count },
    };
  }
  if (known) return null;
  const elsewhere = inLibrary(text, near);
  if (elsewhere !== null) {
    const { written, texts } = elsewhere;
    const evidence = { name: word, often: written, count: texts };
    return { start, end, suggestion: written, confidence: 0.8, because: 'library', evidence };
  }
  const listed = near.find(
    ({ word: other, cost }) =>
      cost <= (lower.length >= 8 && other[0] === lower[0] ? 1 : 0.5) &&
      text.lexicon.has(other) &&
      other.length >= LEAST_LENGTH &&
      text.words.name(hashOf(other)) < 12,
  );
  if (listed === undefined) return null;
  const suggestion = text.lexicon.get(listed.word)!;
  return { start, end, suggestion, confidence: 0.75, because: 'lexicon', evidence: { name: word, often: suggestion } };
}

/** The name one misreading away that most texts of the library have. */
function inLibrary(
  { library }: ProofText,
  near: readonly { readonly word: string; readonly cost: number }[],
): LibraryWord | null {
  const found = near.flatMap(({ word }) => library.get(word) ?? []);
  const most = found.sort((a, b) => b.texts - a.texts)[0];
  return most !== undefined && most.texts >= OFTEN && /^\p{Lu}/u.test(most.written) ? most : null;
}

/** “Russia” and “Russian”, “Webb” and “Webbs”, “Socialist” and “Socialism” are not slips of each other. */
function isInflected(word: string, other: string): boolean {
  const shared = Math.min(word.length, other.length) - 1;
  return (
    word.slice(0, shared) === other.slice(0, shared) &&
    !(
      word.length !== other.length &&
      (word.endsWith(other.slice(-1).repeat(2)) || other.endsWith(word.slice(-1).repeat(2)))
    )
  );
}

const capitalised = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Cheap, and true for every two names one slip apart. */
function isNear(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  return one.slice(0, 2) === other.slice(0, 2) || one.slice(-2) === other.slice(-2);
}
