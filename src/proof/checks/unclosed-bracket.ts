import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import type { ProofText } from '../text/proof-text.ts';

const BRACKET = /[()[\]]/g;
const PARTNER: Readonly<Record<string, string>> = { ')': '(', ']': '[', '(': ')', '[': ']' };

const DEEPEST = 100;

/** A bracket without its partner in the paragraph: somewhere between here and its end the other one is missing. */
export const unclosedBracket: Check = {
  code: 'unclosed-bracket',
  area: 'structure',
  *find(text) {
    const left: { at: number; paragraph: number }[] = [];
    text.paragraphs.forEach((paragraph, index) => {
      for (const at of unmatched(text.text, paragraph)) left.push({ at, paragraph: index });
    });
    for (let index = 0; index < left.length; index++) {
      const { at, paragraph } = left[index]!;
      const next = left[index + 1];
      // Opened here and closed in a later paragraph: a long insertion.
      if (
        next !== undefined &&
        next.paragraph !== paragraph &&
        text.text[next.at] === PARTNER[text.text[at]!] &&
        /[([]/.test(text.text[at]!)
      ) {
        index++;
        continue;
      }
      yield ask(text, at, text.paragraphs[paragraph]!);
    }
  },
};

function ask({ text }: ProofText, at: number, paragraph: Paragraph): Question {
  const bracket = text[at]!;
  const opens = /[([]/.test(bracket);
  const [start, end] = insideWord(text, at) ?? (opens ? [at, paragraph.end] : [paragraph.start, at + 1]);
  return {
    start,
    end,
    suggestion: null,
    confidence: 0.85,
    because: opens ? 'opened' : 'closed',
    evidence: { bracket, missing: PARTNER[bracket]!, excerpt: text.slice(Math.max(0, at - 12), at + 18) },
  };
}

/** “t(j”: no bracket, but a letter misread. */
function insideWord(text: string, at: number): readonly [number, number] | null {
  if (!/\p{L}/u.test(text[at - 1] ?? '') || !/\p{L}/u.test(text[at + 1] ?? '')) return null;
  const before = /\S{0,30}$/.exec(text.slice(Math.max(0, at - 30), at))![0].length;
  return [at - before, at + /^\S{0,30}/.exec(text.slice(at, at + 30))![0].length];
}

function unmatched(text: string, { start, end }: Paragraph): number[] {
  const open: number[] = [];
  const alone: number[] = [];
  for (const match of text.slice(start, end).matchAll(BRACKET)) {
    const at = start + match.index;
    if (match[0] === '(' || match[0] === '[') {
      open.push(at);
      // A drawing, not a text.
      if (open.length > DEEPEST) return [];
      continue;
    }
    if (open.length === 0 && isNumbering(text, at, start)) continue;
    const partner = open.findLastIndex((other) => text[other] === PARTNER[match[0]]);
    if (partner < 0) alone.push(at);
    else alone.push(...open.splice(partner).slice(1));
  }
  return [...alone, ...open].sort((a, b) => a - b);
}

/** “a)”, “12)”: no bracket was opened, unless one stands right before. */
function isNumbering(text: string, at: number, start: number): boolean {
  const before = /(?:^|[\s“«"—])(\w{1,3}|[ivx]{1,5})$/.exec(text.slice(Math.max(start, at - 7), at));
  return text[at] === ')' && before !== null && /^(?:\d+|[a-z]|[ivx]+)$/.test(before[1]!);
}
