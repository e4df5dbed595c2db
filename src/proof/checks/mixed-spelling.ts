import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';
import { hashOf } from '../words/hash.ts';

const SUFFIX = /(is|iz)(e|es|ed|er|ers|ing|ation|ations|ational)$/;
const LEAST_VOTES = 4;
/** Words that only look as if they were written both ways. */
const ONE_WAY =
  /(?:advert|adv|appra|appr|chast|circumc|compr|comprom|conc|dem|desp|dev|disfranch|disgu|enfranch|enterpr|exc|exerc|expert|franch|gu|improv|inc|merchand|parad|pra|prec|prem|pr|prom|ra|rev|r|superv|surm|surpr|telev|treat|se|s|caps|no|po|bru|cru|w|v|unw|likew|otherw|ar)$/;

/** “civilization” in a text that writes “civilisation”, “organised”, “realise”. */
export const mixedSpelling: Check = {
  code: 'mixed-spelling',
  area: 'words',
  *find({ tokens, language, words }: ProofText) {
    if (language !== 'en') return;
    const votes = { is: 0, iz: 0 };
    const found = tokens.flatMap((token) => {
      const cut = SUFFIX.exec(token.lower);
      if (cut === null) return [];
      const way = cut[1] as 'is' | 'iz';
      const other = way === 'is' ? 'iz' : 'is';
      const twin = token.lower.slice(0, cut.index) + other + cut[2];
      if (ONE_WAY.test(token.lower.slice(0, cut.index))) return [];
      // Only words that are written both ways vote: not “promise”, not “size”.
      if (words.word(hashOf(twin)) < 0 || words.word(token.hash) < 0) return [];
      votes[way]++;
      return [{ token, way, twin }];
    });
    const usual = votes.is > votes.iz ? 'is' : 'iz';
    const unusual = usual === 'is' ? 'iz' : 'is';
    if (votes[usual] < LEAST_VOTES || votes[unusual] > 3 || votes[unusual] * 4 > votes[usual]) return;
    for (const { token, way, twin } of found) {
      if (way === usual) continue;
      yield {
        start: token.start,
        end: token.end,
        suggestion: twin,
        confidence: 0.55,
        evidence: { word: token.text, usual, count: votes[usual] },
      };
    }
  },
};
