import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';
import { endsAbbreviation } from '../words/abbreviations.ts';
import { hashOf } from '../words/hash.ts';

const AFTER_MARK =
  /(?<=\p{Ll})[,;!?](?=\p{L}[\p{L}’']|[AaIOày] )|(?<=\p{Ll})[:](?=\p{L}{2})|(?<=\p{Ll}{2})\.(?=\p{Lu}\p{Ll}|[ÀÉAI] )|(?<=\p{Ll}[”»)\]])(?=\p{L}{2})|(?<=\p{Ll})(?=\(\p{L}{4})|(?<=[,;:.!?][”»])(?=\p{L}{2})/gu;
const LOWER_AFTER_POINT = /(?<=\p{Ll}{2})\.(?=(\p{Ll}{2,}))/gu;

/** A mark and the next word written together: “nothing,and”. */
export const missingSpace: Check = {
  code: 'missing-space',
  area: 'spaces',
  *find(view) {
    const { text } = view;
    for (const { 0: mark, index: start } of text.matchAll(AFTER_MARK)) {
      if (isAddress(text, start) || (mark === '.' && endsAbbreviation(text, start))) continue;
      yield {
        start,
        end: start + Math.max(1, mark.length),
        suggestion: mark === '' ? ` ${text[start]}` : `${mark} `,
        confidence: 0.85,
        evidence: { mark },
      };
    }
    for (const { 1: next = '', index: start } of text.matchAll(LOWER_AFTER_POINT)) {
      if (isAddress(text, start) || endsAbbreviation(text, start) || !isCommon(view, next)) continue;
      yield { start, end: start + 1, suggestion: ' ', confidence: 0.7, because: 'point', evidence: { mark: '.' } };
    }
  },
};

/** In the address of a page or a person marks join. */
function isAddress(text: string, at: number): boolean {
  const from = text.lastIndexOf(' ', at) + 1;
  const to = text.indexOf(' ', at);
  return /[@/]|www\.|\.(?:com|org|net|fr|uk|html?|txt|pdf)\b/.test(text.slice(from, to < 0 ? undefined : to));
}

function isCommon({ words }: ProofText, word: string): boolean {
  return words.word(hashOf(word.toLowerCase())) >= 7;
}
