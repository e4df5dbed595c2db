import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';

/** What ends a noun that one can own, and no verb or adverb. */
const NOUN =
  /(?:tions?|ments?|isms?|ists?|ities|ity|ness|ships?|ances?|ences?|hoods?|unions?|part(?:y|ies)|leaders?|rights|wages|lives|homes|houses|councils?|deput(?:y|ies)|stat(?:e|es)|militias?)$/;
const LEAST_VOTES = 2;

/** A plural owner without its apostrophe, in a text that elsewhere gives it one: “workers organisations” beside “Workers’ State”. */
export const missingApostrophe: Check = {
  code: 'missing-apostrophe',
  area: 'words',
  *find({ tokens, text, language, words }: ProofText) {
    if (language !== 'en' || !/s['’] \p{L}/u.test(text)) return;
    const owners = countOwners(text);
    for (let index = 0; index + 1 < tokens.length; index++) {
      const { lower, start, end } = tokens[index]!;
      const next = tokens[index + 1]!;
      const count = owners.get(lower) ?? 0;
      if (count < LEAST_VOTES || next.gap !== 'space' || text[end] !== ' ' || !NOUN.test(next.lower)) continue;
      if (words.pair(tokens[index]!.hash, next.hash) >= 0) continue;
      yield {
        start,
        end,
        suggestion: `${text.slice(start, end)}’`,
        confidence: 0.65,
        evidence: { word: text.slice(start, end), next: next.text, count },
      };
    }
  },
};

function countOwners(text: string): Map<string, number> {
  const owners = new Map<string, number>();
  for (const [, owner = ''] of text.matchAll(/(?<!\p{L})(\p{L}+s)['’] \p{L}/gu)) {
    owners.set(owner.toLowerCase(), (owners.get(owner.toLowerCase()) ?? 0) + 1);
  }
  return owners;
}
