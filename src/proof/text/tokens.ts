import { hashOf } from '../words/hash.ts';
import type { Gap, Shape, Token } from './token.ts';

const WORD = /[\p{L}\p{M}\p{Nd}]+(?:['’][\p{L}\p{M}\p{Nd}]+)*/gu;
const ELISION = /^(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’](?=[\p{L}])/iu;
/** Words that keep an apostrophe which would pass for an elision. */
const WHOLE = /^(?:d['’]abord|d['’]ailleurs)$/i;
const DIGIT = /\p{Nd}/u;
const STOP = /[.!?…]/;
const WEAK = /[;:()[\]—–/*]/;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words and numbers of a text, paragraph by paragraph. French elisions (“l’”, “qu’”) are tokens of their own when `elisions` is set. */
export function tokensOf({
  text,
  paragraphs,
  elisions,
}: {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly elisions: boolean;
}): Token[] {
  const tokens: Token[] = [];
  paragraphs.forEach((span, paragraph) => {
    WORD.lastIndex = span.start;
    let last = span.start;
    for (let match = WORD.exec(text); match && match.index < span.end; match = WORD.exec(text)) {
      const gap = last === span.start ? 'stop' : gapOf(text.slice(last, match.index));
      addWord(tokens, match[0], match.index, { gap, paragraph, elisions });
      last = match.index + match[0].length;
    }
  });
  return tokens;
}

interface Place {
  readonly gap: Gap;
  readonly paragraph: number;
  readonly elisions: boolean;
}

function addWord(tokens: Token[], text: string, start: number, place: Place): void {
  const elided = place.elisions && !WHOLE.test(text) ? ELISION.exec(text)?.[0] : undefined;
  if (elided === undefined) {
    tokens.push(tokenOf(text, start, place.gap, place.paragraph));
    return;
  }
  tokens.push(tokenOf(elided, start, place.gap, place.paragraph));
  addWord(tokens, text.slice(elided.length), start + elided.length, { ...place, gap: 'nothing' });
}

function tokenOf(text: string, start: number, gap: Gap, paragraph: number): Token {
  const lower = text.toLowerCase().replaceAll('’', "'");
  const kind = DIGIT.test(text) ? (/^\p{Nd}+$/u.test(text) ? 'number' : 'mixed') : 'word';
  return {
    start,
    end: start + text.length,
    text,
    lower,
    kind,
    shape: shapeOf(text, lower),
    gap,
    hash: hashOf(lower),
    paragraph,
  };
}

function shapeOf(text: string, lower: string): Shape {
  const plain = text.replaceAll('’', "'");
  if (plain === lower) return 'lower';
  const rest = plain.slice(1);
  if (rest === lower.slice(1)) return 'title';
  return plain === plain.toUpperCase() ? 'upper' : 'mixed';
}

function gapOf(between: string): Gap {
  if (between === ' ') return 'space';
  if (between === '-' || between === '‐' || between === '‑') return 'hyphen';
  if (STOP.test(between)) return 'stop';
  if (WEAK.test(between)) return 'weak';
  return between.includes(',') ? 'comma' : between === '' ? 'nothing' : 'space';
}
