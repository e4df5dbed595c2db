import type { Check } from '../check.ts';
import { figuresIn } from '../text/figures.ts';
import type { ProofText } from '../text/proof-text.ts';

// A verb of direction, then "from A … to B" in the same sentence.
const MOVES = {
  en: {
    up: /\b(?:rose|rises?|risen|rising|increased?|increases|increasing|grew|grown|grows|growing|mounted|climbed|climbing|advanced|jumped|swelled|soared|expanded|leapt|went up|gone up|raised|doubled|trebled)\b/gi,
    down: /\b(?:fell|falls?|fallen|falling|declined?|declines|declining|decreased?|decreases|decreasing|dropped|drops?|dropping|sank|sunk|sinking|diminished|diminishing|dwindled|shrank|shrunk|reduced|lowered|went down|gone down|cut down)\b/gi,
    from: /\bfrom\b/i,
    to: /\bto\b/gi,
  },
  fr: {
    up: /(?<!\p{L})(?:s['’](?:est élevée?|était élevée?|éleva|élevait|élevèrent|accrut|est accrue?)|monta|montait|montèrent|montée?s?|augmenta|augmentait|augmentèrent|augmentée?s?|a augmenté|grandit|grossit|crût|crut|bondit|porté(?:e?s?))(?!\p{L})/giu,
    down: /(?<!\p{L})(?:tomba|tombait|tombèrent|tombée?s?|baissa|baissait|baissèrent|baissé|descendit|descendait|descendirent|descendue?s?|diminua|diminuait|diminuèrent|diminué|décrut|réduite?s?|s['’](?:abaissa|affaissa)|recula|ramenée?s?)(?!\p{L})/giu,
    from: /(?<!\p{L}|plus |moins |près |environ |lieu )d(?:e|['’])(?!\p{L})/iu,
    to: /(?<!\p{L})à(?!\p{L})/giu,
  },
} as const;
const REACH = 130;

/** “rose from 1,700 … to 1,500”: the verb goes one way and the figures the other. */
export const contraryFigures: Check = {
  code: 'contrary-figures',
  area: 'numbers',
  *find({ text, language }: ProofText) {
    if (!/\d/.test(text)) return;
    const moves = MOVES[language];
    for (const direction of ['up', 'down'] as const) {
      for (const { 0: verb, index } of text.matchAll(moves[direction])) {
        const after = index + verb.length;
        const sentence = sentenceAfter(text, after);
        const pair = fromTo(sentence, language);
        if (pair === null) continue;
        const [from, to] = pair;
        if (direction === 'up' ? to.value >= from.value : to.value <= from.value) continue;
        yield {
          start: after + from.start,
          end: after + to.end,
          suggestion: null,
          confidence: 0.9,
          evidence: { verb, from: sentence.slice(from.start, from.end), to: sentence.slice(to.start, to.end) },
        };
      }
    }
  },
};

/** What follows, to the end of the sentence; a point between figures ends none, nor one in an abbreviation. */
function sentenceAfter(text: string, at: number): string {
  const window = text.slice(at, at + REACH);
  const end = window.search(/[.;!?](?=\s+[\p{Lu}“«]|\n|$)|\n\n/u);
  return end < 0 ? window : window.slice(0, end);
}

function fromTo(sentence: string, language: 'en' | 'fr') {
  const { from: fromWord, to: toWord } = MOVES[language];
  const begin = fromWord.exec(sentence);
  if (begin === null || begin.index > 60) return null;
  const amounts = figuresIn(sentence, language).filter(({ start }) => start > begin.index);
  const from = amounts[0];
  if (from === undefined || from.start - (begin.index + begin[0].length) > 25) return null;
  for (const { index, 0: word } of sentence.matchAll(toWord)) {
    const to = amounts.find(({ start }) => start > index);
    if (index <= from.end || to === undefined || to.start - index - word.length > 20) continue;
    // “from January 1870 to 1869 …”: years move in their own way.
    if (from.isYear && to.isYear) return null;
    return from.isYear !== to.isYear && Math.abs(from.value) < 3000 !== Math.abs(to.value) < 3000
      ? null
      : ([from, to] as const);
  }
  return null;
}
