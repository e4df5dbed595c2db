import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';
import { marksOf, type QuotationMark } from '../text/quotation-marks.ts';

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '«': '»', '‘': '’' };
const OPENING: Readonly<Record<string, string>> = { '”': '“', '»': '«', '’': '‘' };

/** A quotation opened and never closed, or closed and never opened. A speech of several paragraphs reopens in each and closes in the last. */
export const unclosedQuote: Check = {
  code: 'unclosed-quote',
  area: 'structure',
  *find(text) {
    const byParagraph = Map.groupBy(marksOf(text), (mark) => mark.paragraph);
    let goesOn = false;
    for (let index = 0; index < text.paragraphs.length; index++) {
      const marks = (byParagraph.get(index) ?? []).filter(({ kind }) => kind !== '‘');
      const result = balance(text, marks, index, goesOn);
      goesOn = result.goesOn;
      yield* result.questions;
      yield* singles(text, index);
    }
    yield* crossed(text);
  },
};

interface Balance {
  readonly questions: readonly Question[];
  readonly goesOn: boolean;
}

function balance(text: ProofText, marks: readonly QuotationMark[], index: number, goesOn: boolean): Balance {
  const paragraph = text.paragraphs[index]!;
  const questions: Question[] = [];
  const open: QuotationMark[] = [];
  let inherited = goesOn;
  let lastClosed = paragraph.start;
  const lastCloser = marks.findLast(({ role }) => role === 'closes')?.at ?? -1;
  let nested = 0;
  for (const [order, mark] of marks.entries()) {
    if (nested > 0) {
      nested--;
      continue;
    }
    if (mark.role === 'opens') {
      if (
        mark.kind === '“' &&
        open.at(-1)?.kind === '“' &&
        marks[order + 1]?.role === 'closes' &&
        marks[order + 2]?.role === 'closes'
      ) {
        questions.push(inner(text, mark.at, marks[order + 1]!.at + 1));
        nested = 1;
        continue;
      }
      // Marks of one kind do not nest; guillemets do.
      const unclosed = open.at(-1);
      if (unclosed !== undefined && mark.kind === unclosed.kind && mark.kind === '“') {
        questions.push(missing(text, unclosed.at, unclosed.at, mark.at));
        open.pop();
      }
      open.push(mark);
      inherited = false;
    } else if (open.length > 0) {
      open.pop();
      // One guillemet often closes two.
      if (mark.kind === '«' && open.length > 0 && mark.at >= lastCloser) open.length = 0;
      lastClosed = mark.at + 1;
    } else if (inherited) {
      inherited = false;
      lastClosed = mark.at + 1;
    } else {
      questions.push(missing(text, mark.at, lastClosed, mark.at + 1));
      lastClosed = mark.at + 1;
    }
  }
  const left = open[0];
  if (left === undefined) return { questions, goesOn: inherited && marks.length === 0 };
  if (reopens(text, index, left.kind)) return { questions, goesOn: true };
  questions.push(missing(text, left.at, left.at, paragraph.end));
  return { questions, goesOn: false };
}

function reopens({ text, paragraphs }: ProofText, index: number, kind: string): boolean {
  const next = paragraphs[index + 1];
  if (next === undefined) return false;
  const first = text[next.start];
  return first === kind || (kind === '«' && first === '»') || (kind === '“' && first === '‘');
}

function missing({ text }: Pick<ProofText, 'text'>, at: number, start: number, end: number): Question {
  const mark = text[at]!;
  const opened = CLOSING[mark] !== undefined;
  return {
    start,
    end,
    suggestion: null,
    confidence: 0.75,
    because: opened ? 'opened' : 'closed',
    evidence: {
      mark,
      missing: CLOSING[mark] ?? OPENING[mark] ?? '',
      excerpt: text.slice(Math.max(0, at - 15), at + 20).trim(),
    },
  };
}

/** “… “so” …”: double marks inside double marks. */
function inner({ text }: ProofText, start: number, end: number): Question {
  const words = text.slice(start + 1, end - 1);
  return {
    start,
    end,
    suggestion: `‘${words}’`,
    confidence: 0.75,
    because: 'nested',
    evidence: { excerpt: words.slice(0, 40) },
  };
}

/** “(He cried, “No!)””: the bracket is closed before the quotation that was opened in it. */
function* crossed({ text }: ProofText): Iterable<Question> {
  for (const { 0: all, index } of text.matchAll(/\([^()“”\n]*“[^()“”\n]*\)”/g)) {
    const end = index + all.length;
    yield { start: end - 2, end, suggestion: '”)', confidence: 0.85, because: 'crossed', evidence: {} };
  }
}

/** A single mark opened before a capital inside a quotation and not closed before it ends. */
function* singles({ text, paragraphs }: ProofText, index: number): Iterable<Question> {
  const { start, end } = paragraphs[index]!;
  for (const { 0: quotation, index: at } of text.slice(start, end).matchAll(/“[^“”]*”/g)) {
    const opened = quotation.search(/(?<=[\s“,:])‘\p{Lu}/u);
    if (opened < 0 || /’(?!\p{L})/u.test(quotation.slice(opened)) || text[start + at + quotation.length] === '’')
      continue;
    const mark = start + at + opened;
    yield { ...missing({ text }, mark, mark, start + at + quotation.length), confidence: 0.7 };
  }
}
