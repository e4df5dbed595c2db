import type { Check } from '../check.ts';

const YEARS =
  /(?<![\d,.])(1[0-9]\d\d|20[0-4]\d)(?:\s?[–—-]\s?|\s+(?:to|till|until|à|jusqu['’]en)\s+)(1[0-9]\d\d|20[0-4]\d)(?![\d%]|[,.]\d)/g;
const BEFORE_CHRIST = /^\s*(?:B\.? ?C|BCE|av\.? J|avant J)/;
const SPAN = /(?:^|\P{L})(?:from|between|de|entre|years?|années|in|en|period|lasted|dura|during|pendant|\()\s*$/iu;

/** Years that run backwards: “1874–1859”. */
export const reversedRange: Check = {
  code: 'reversed-range',
  area: 'numbers',
  *find({ text }) {
    for (const { 0: range, 1: from, 2: to, index: start } of text.matchAll(YEARS)) {
      const end = start + range.length;
      if (Number(to) >= Number(from) || BEFORE_CHRIST.test(text.slice(end, end + 8))) continue;
      const worded = /[a-zà]/.test(range);
      if (worded && !SPAN.test(text.slice(Math.max(0, start - 14), start))) continue;
      yield { start, end, suggestion: null, confidence: worded ? 0.82 : 0.9, evidence: { from: from!, to: to! } };
    }
  },
};
