import type { Check } from '../check.ts';

const LOOKALIKES: Readonly<Record<string, string>> = {
  ...pairs('асеорхуіјѕԁһкмтвпрАВЕКМНОРСТХУІЈЅ', 'aceopxyijsdhkmtbnpABEKMHOPCTXYIJS'),
  ...pairs('αορνικτΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'aopviktABEZHIKMNOPTYX'),
};
const LATIN = /\p{Script=Latin}/u;
const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** A word in two scripts: a letter that only looks right, and that no search will find. */
export const mixedScript: Check = {
  code: 'mixed-script',
  area: 'words',
  *find({ tokens }) {
    for (const { start, end, text } of tokens) {
      if (!OTHER.test(text) || !LATIN.test(text)) continue;
      const meant = [...text].map((letter) => (OTHER.test(letter) ? (LOOKALIKES[letter] ?? null) : letter));
      const suggestion = meant.includes(null) ? null : meant.join('');
      yield { start, end, suggestion, confidence: suggestion === null ? 0.7 : 0.96, evidence: { word: text } };
    }
  },
};

function pairs(others: string, latins: string): Record<string, string> {
  const latin = [...latins];
  return Object.fromEntries([...others].map((other, index) => [other, latin[index]!]));
}
