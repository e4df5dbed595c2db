import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';
import type { Token } from '../text/token.ts';
import { hashOf } from '../words/hash.ts';

const PARTED = /(?<=\p{L})([-\u00AD¬‐]\s*\n\s*|[-‐] +|[\u00AD¬]\s*|[-‐])(?=\p{Ll})/uy;

/** Endings that no compound has for its second part. */
const SUFFIX = /^(?:less|ness|ment|ments|tion|tions|ful|ly|ship|hood|dom|ment)$/;

/** A word cut at the end of a printed line and never joined again: “legisla- ture”, “imperfec-\ntly”, “nati-onal”. */
export const brokenWord: Check = {
  code: 'broken-word',
  area: 'words',
  *find(text) {
    for (let index = 1; index < text.tokens.length; index++) {
      const question = ask(text, text.tokens[index - 1]!, text.tokens[index]!, index);
      if (question) yield question;
    }
  },
};

function ask(text: ProofText, first: Token, second: Token, index: number): Question | null {
  if (first.kind !== 'word' || second.kind !== 'word' || second.shape !== 'lower') return null;
  PARTED.lastIndex = first.end;
  const mark = PARTED.exec(text.text)?.[1];
  if (mark === undefined || first.end + mark.length !== second.start) return null;
  const joined = first.lower + second.lower;
  const common = commonness(text, joined);
  if (common < 0) return null;
  const suggestion = first.text + second.text;
  const question = { start: first.start, end: second.end, suggestion, evidence: { word: suggestion } };
  if (mark !== '-' && mark !== '‐') {
    // “two- and three-year” hangs on purpose.
    return /^(?:and|or|to|et|ou|à)$/.test(second.lower) ? null : { ...question, confidence: common > 0 ? 0.93 : 0.8 };
  }
  if (SUFFIX.test(second.lower) && common >= 0 && text.words.word(first.hash) >= 0 && first.gap !== 'hyphen') {
    return { ...question, confidence: 0.6 };
  }
  return isCompound(text, first, second, index, common) ? null : { ...question, confidence: common > 3 ? 0.9 : 0.75 };
}

/** A hyphen inside a line is a compound's when both parts are words. */
function isCompound(
  { words, tokens, counts, foreign }: ProofText,
  first: Token,
  second: Token,
  index: number,
  common: number,
): boolean {
  if (foreign[index] === 1 || first.gap === 'hyphen' || tokens[index + 1]?.gap === 'hyphen') return true;
  const left = words.word(first.hash);
  const right = words.word(second.hash);
  if (words.word(hashOf(`${first.lower}-${second.lower}`)) >= 0 || (counts.get(first.lower) ?? 0) > 3) return true;
  if (left < 0 && right < 0) return false;
  if (left < 0 || right < 0) return common < 2;
  // Both are words, but hardly ever used: “con-duct”.
  return !(common >= 6 && Math.min(left, right) <= 2 && Math.max(left, right) <= 6);
}

function commonness({ words, counts }: ProofText, word: string): number {
  const known = words.word(hashOf(word));
  return (counts.get(word) ?? 0) > 0 ? Math.max(known, 3) : known;
}
