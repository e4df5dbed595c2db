import type { Check } from '../check.ts';
import { isLibrarys } from '../library.ts';
import type { ProofText } from '../text/proof-text.ts';
import type { Token } from '../text/token.ts';
import { hashOf } from '../words/hash.ts';
import { isKnown } from '../words/known.ts';

/** Two words without their space: “myown”, “laconstitution”. */
export const joinedWords: Check = {
  code: 'joined-words',
  area: 'spaces',
  *find(text) {
    for (let index = 0; index < text.tokens.length; index++) {
      const token = text.tokens[index]!;
      if (token.kind !== 'word' || token.lower.length < 4 || text.foreign[index] === 1) continue;
      if (isKnown(token, text.words, text.lexicon) || (text.counts.get(token.lower) ?? 0) > 2) continue;
      if (isLibrarys(text.library, token.lower)) continue;
      const best = bestCut(text, token);
      if (best === null) continue;
      const suggestion = `${token.text.slice(0, best.cut)} ${token.text.slice(best.cut)}`;
      yield {
        start: token.start,
        end: token.end,
        suggestion,
        confidence: best.pair >= 3 ? 0.93 : 0.72,
        evidence: { words: suggestion },
      };
    }
  },
};

function bestCut(
  { words, language }: ProofText,
  { lower, shape }: Token,
): { readonly cut: number; readonly pair: number } | null {
  let best: { cut: number; pair: number; worth: number } | null = null;
  for (let cut = 1; cut < lower.length; cut++) {
    const [left, right] = [lower.slice(0, cut), lower.slice(cut)];
    if (!standsAlone(left, language) || !standsAlone(right, language)) continue;
    const [leftHash, rightHash] = [hashOf(left), hashOf(right)];
    const least = Math.min(words.word(leftHash), words.word(rightHash));
    const pair = words.pair(leftHash, rightHash);
    // Without having been seen together, both must be common.
    if (least < 4 || (pair < 0 && least < (shape === 'lower' ? 8 : 99)) || (pair < 9 && shape !== 'lower')) continue;
    const worth = pair * 2 + least;
    if (best === null || worth > best.worth) best = { cut, pair, worth };
  }
  return best;
}

function standsAlone(word: string, language: string): boolean {
  if (word.length === 1)
    return language === 'en' ? word === 'a' || word === 'i' : word === 'à' || word === 'a' || word === 'y';
  return word.length > 2 || SHORT.has(word);
}

const SHORT = new Set(
  'an as at be by do go he if in is it me my no of on or so to up us we am au ce de du en et il je la le ma me mi ne ni on ou où sa se si ta te tu un va vu'.split(
    ' ',
  ),
);
