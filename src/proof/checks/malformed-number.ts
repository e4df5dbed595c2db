import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';

const DIGIT_OF: Readonly<Record<string, string>> = {
  l: '1',
  I: '1',
  i: '1',
  o: '0',
  O: '0',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
  z: '2',
  g: '9',
  q: '9',
  b: '6',
};
const BEFORE_YEAR =
  /(?:\P{L}|^)(?:in|of|en|de|since|from|until|till|by|depuis|dès|vers|année|year|avant|après|before|after|\p{L}+(?:ber|ary|vier|let|[jJ]uly|June|May|mars|avril|mai|juin|août|bre),?)\s+$/iu;

/** A number that its text's own way of writing numbers does not allow. */
export const malformedNumber: Check = {
  code: 'malformed-number',
  area: 'numbers',
  *find(text) {
    yield* badGroups(text);
    yield* badYears(text);
    yield* lettersForDigits(text);
    yield* clockLetters(text);
    yield* leadingZeros(text);
  },
};

/** English groups by three: “2,00”, “10,0000”. */
function* badGroups({ text, language }: ProofText): Iterable<Question> {
  if (language !== 'en') return;
  for (const { 0: number, index: start } of text.matchAll(
    /(?<![\d.,])\d{1,3}(?:,\d{3})*,(?:\d{2}|\d{4,})(?![\d,]|\.\d)/g,
  )) {
    const groups = number.split(',');
    const before = text.slice(Math.max(0, start - 12), start);
    // Pages and years in a row (“12,13”, “1840,1841”), and decimals as Europe writes them, are other things.
    if (
      /(?:pp?|vols?|nos?|chaps?|art|§|lines?|verses?|ch|[ivxlc]+)[.:,]?\s*$/i.test(before) ||
      (groups.length === 2 && groups[1]!.length === 4)
    )
      continue;
    if (
      groups.length === 2 &&
      groups[1]!.length === 2 &&
      !/0$/.test(groups[1]!) &&
      Number(groups[1]) - Number(groups[0]) === 1
    )
      continue;
    yield {
      start,
      end: start + number.length,
      suggestion: null,
      confidence: 0.85,
      because: 'groups',
      evidence: { number },
    };
  }
}

function* badYears({ text }: ProofText): Iterable<Question> {
  for (const { 0: number, index: start } of text.matchAll(/(?<![\d.,])1[4-9]\d{3}(?![\d,.]\d|\d| \d{3})/g)) {
    if (!BEFORE_YEAR.test(text.slice(Math.max(0, start - 16), start))) continue;
    const [doubled, ...others] = [...number.matchAll(/(\d)\1/g)];
    const suggestion =
      doubled === undefined || others.length > 0
        ? null
        : number.slice(0, doubled.index) + number.slice(doubled.index + 1);
    yield {
      start,
      end: start + number.length,
      suggestion,
      confidence: suggestion === null ? 0.55 : 0.85,
      because: 'year',
      evidence: { number },
    };
  }
  for (const { 0: number, index: start } of text.matchAll(/(?<![\d.,] ?)1[4-9] \d\d(?![\d,.]\d|\d| \d)/g)) {
    if (BEFORE_YEAR.test(text.slice(Math.max(0, start - 16), start))) {
      yield {
        start,
        end: start + number.length,
        suggestion: number.replace(' ', ''),
        confidence: 0.9,
        because: 'year',
        evidence: { number },
      };
    }
  }
}

/** “l0”, “3o”, “i8th”: letters that look like digits among digits. */
function* lettersForDigits({ tokens, text, language }: ProofText): Iterable<Question> {
  for (const { text: word, kind, start, end } of tokens) {
    if (kind !== 'mixed') continue;
    const [, number = '', tail = ''] = /^([\dlIiOoSsBZzgqb]+?)(st|nd|rd|th|er|e|ème)?$/.exec(word) ?? [];
    const letters = number.replace(/\d/g, '');
    if (number === '' || letters === '' || letters.length > number.length / 2) continue;
    // “1o, 2o” is primo, secundo; “4s. 6d.” and “5b” are shillings and parts.
    if (/^\d+[sbgqzio]$/i.test(number) && !isRoundNumber(number, text, start, language)) continue;
    const suggestion = [...number].map((letter) => DIGIT_OF[letter] ?? letter).join('') + tail;
    yield {
      start,
      end,
      suggestion,
      confidence: 0.8,
      because: 'letters',
      evidence: { number: word, meant: suggestion },
    };
  }
}

/** “3o” for 30, where no abbreviation could stand. */
function isRoundNumber(number: string, text: string, start: number, language: string): boolean {
  if (!/^\d{1,3}[oO]$/.test(number)) return false;
  const before = text.slice(Math.max(0, start - 8), start);
  if (/(?:in-|n|no)$/i.test(before) || /(?:^|\n|[:;(—–]\s?|\. )$/.test(before)) return false;
  return language === 'en' || (/^\d{1,2}o$/.test(number) && !/^[1-3]o$/.test(number));
}

/** “01” between words: letters read as digits. */
function* leadingZeros({ text }: ProofText): Iterable<Question> {
  for (const { 0: number, index: start } of text.matchAll(/(?<=\p{Ll}[,;]? )0\d{1,2}(?=[,;]? \p{L}{2})/gu)) {
    yield {
      start,
      end: start + number.length,
      suggestion: null,
      confidence: 0.7,
      because: 'zero',
      evidence: { number },
    };
  }
}

/** “to o’clock”: a number that became a word. */
function* clockLetters({ text }: ProofText): Iterable<Question> {
  const HOURS: Readonly<Record<string, string>> = {
    to: '10',
    g: '9',
    i: '1',
    I: '1',
    l: '1',
    ii: '11',
    II: '11',
    io: '10',
    lo: '10',
  };
  for (const { 1: hour = '', index: start } of text.matchAll(
    /(?<![\p{L}\d])(to|g|[iIl]|ii|io|lo)(?=(?: of the| at night| in the morning)?\s+o['’]clock)/gu,
  )) {
    yield {
      start,
      end: start + hour.length,
      suggestion: HOURS[hour] ?? null,
      confidence: 0.85,
      because: 'clock',
      evidence: { number: hour, meant: HOURS[hour] ?? '' },
    };
  }
}
