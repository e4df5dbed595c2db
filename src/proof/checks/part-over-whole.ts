import type { Check } from '../check.ts';
import { figuresIn } from '../text/figures.ts';
import type { ProofText } from '../text/proof-text.ts';

const OF_THESE = {
  en: /\b(?:of|out of|among) (?:these|those|the|this total of|its|his|their|our)\s+(?=\d)[^.;\n]{3,120}/gi,
  fr: /(?<!\p{L})(?:de ces|sur ces|parmi ces|sur les|des|de leurs|de ses|sur)\s+(?=\d)[^.;\n]{3,120}/giu,
};
const COUNTED = {
  en: /^\D{0,25}\b(?:were|was|are|is|had|have|came|died|belonged|voted|served|remained|perished|survived|lived)\b/i,
  fr: /^\D{0,25}(?<!\p{L})(?:étaient|était|sont|furent|avaient|ont|appartenaient|moururent|périrent|venaient|restaient|votèrent)(?!\p{L})/iu,
};
const OUT_OF = /(?<![\d.,])(\d+)\s+out\s+of\s+(?:every\s+|the\s+|a\s+total\s+of\s+)?(\d+)(?![\d,.]\d)/gi;

/** “Of these 519 persons, 847 were men”: a part greater than its whole. */
export const partOverWhole: Check = {
  code: 'part-over-whole',
  area: 'numbers',
  *find({ text, language }: ProofText) {
    for (const { 0: clause, index } of text.matchAll(OF_THESE[language])) {
      const [whole, part, ...more] = figuresIn(clause, language);
      if (
        whole === undefined ||
        part === undefined ||
        more.some(({ start }) => start < part.end) ||
        whole.isYear ||
        part.value <= whole.value
      )
        continue;
      if (!/,/.test(clause.slice(whole.end, part.start)) || !COUNTED[language].test(clause.slice(part.end))) continue;
      yield ask(
        index + whole.start,
        index + part.end,
        clause.slice(whole.start, whole.end),
        clause.slice(part.start, part.end),
      );
    }
    for (const { 0: words, 1: part = '', 2: whole = '', index } of text.matchAll(OUT_OF)) {
      if (Number(part) > Number(whole)) yield ask(index, index + words.length, whole, part);
    }
  },
};

const ask = (start: number, end: number, whole: string, part: string) => ({
  start,
  end,
  suggestion: null,
  confidence: 0.9,
  evidence: { whole, part },
});
