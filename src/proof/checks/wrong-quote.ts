import type { Check } from '../check.ts';
import type { Question } from '../finding.ts';
import type { ProofText } from '../text/proof-text.ts';
import { marksOf, type QuotationMark } from '../text/quotation-marks.ts';

/** Quotation marks that point the wrong way, or are of another make than the text's. */
export const wrongQuote: Check = {
  code: 'wrong-quote',
  area: 'marks',
  *find(text) {
    const marks = marksOf(text);
    yield* turned(text, marks);
    yield* straight(text);
    yield* apostrophes(text);
  },
};

function* turned({ text }: ProofText, marks: readonly QuotationMark[]): Iterable<Question> {
  for (const { at, role, turned: wrong } of marks) {
    if (!wrong) continue;
    const mark = text[at]!;
    yield {
      start: at,
      end: at + 1,
      suggestion: OTHER[mark] ?? null,
      confidence: 0.88,
      because: 'turned',
      evidence: { mark, role },
    };
  }
}

const OTHER: Readonly<Record<string, string>> = { '“': '”', '”': '“', '«': '»', '»': '«', '‘': '’', '’': '‘' };

/** A typewriter's mark among printed ones. */
function* straight({ text, language }: ProofText): Iterable<Question> {
  const curly = text.match(/[“”«»]/g)?.length ?? 0;
  const found = [...text.matchAll(/"/g)];
  if (found.length === 0 || curly < 4 || found.length > curly / 3) return;
  for (const { index: start } of found) {
    const opens = /[\s(—]/.test(text[start - 1] ?? ' ');
    const suggestion = language === 'fr' && text.includes('«') ? (opens ? '« ' : ' »') : opens ? '“' : '”';
    yield { start, end: start + 1, suggestion, confidence: 0.8, because: 'straight', evidence: { mark: '"' } };
  }
}

/** An opening single mark where only an apostrophe can stand: “c‘était”, “Chassé‘s”. */
function* apostrophes({ text }: ProofText): Iterable<Question> {
  for (const { index: start } of text.matchAll(/(?<=\p{L})‘(?=\p{L})/gu)) {
    yield { start, end: start + 1, suggestion: '’', confidence: 0.93, because: 'apostrophe', evidence: { mark: '‘' } };
  }
}
