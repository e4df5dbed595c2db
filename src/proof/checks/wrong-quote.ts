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
    yield* straightSingles(text);
    yield* turnedSingles(text);
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
  if (found.length === 0 || curly < 2 || found.length > Math.max(2, curly / 3)) return;
  for (const { index: start } of found) {
    const opens = /[\s(—]/.test(text[start - 1] ?? ' ');
    const suggestion = language === 'fr' && text.includes('«') ? (opens ? '« ' : ' »') : opens ? '“' : '”';
    yield { start, end: start + 1, suggestion, confidence: 0.8, because: 'straight', evidence: { mark: '"' } };
  }
}

/** “You address her as 'thou,' do you not?”, in a text with printed marks. */
function* straightSingles({ text }: ProofText): Iterable<Question> {
  if ((text.match(/[“”«»’]/g)?.length ?? 0) < 2) return;
  const found = [...text.matchAll(/(?<=^|[\s“(—])'(?=\p{L})|(?<=\p{L}[.,;!?])'(?=[\s”)—]|$)/gu)];
  if (found.length > 4) return;
  for (const { index: start } of found) {
    const suggestion = /\p{L}/u.test(text[start + 1] ?? '') ? '‘' : '’';
    yield { start, end: start + 1, suggestion, confidence: 0.7, because: 'straight', evidence: { mark: "'" } };
  }
}

/** What leaves out its beginning, and keeps the apostrophe for it. */
const BEHEADED =
  /^’(?:t(?:is|was|were|wixt|will|would|aint|ain|en)|em|un|uns|ere|neath|gainst|cause|bout|round|way|way|fore|nother|mid|mongst|pon|scaped|prentice|light|cept|ood|ave|im|er|is|and|alf|ard|ead|ouse|ome|ow|e|s|d|ll|n|ad|as)(?!\p{L})/iu;

/** “bet! ’All right,’ I told him”: a closing mark that opens. It must be closed later. */
function* turnedSingles({ text, paragraphs }: ProofText): Iterable<Question> {
  for (const { start, end } of paragraphs) {
    const words = text.slice(start, end);
    for (const { index } of words.matchAll(/(?<=^|[\s“(—])’(?=\p{L}{3})/gu)) {
      const rest = words.slice(index + 1);
      const closed = /(?<!s)’(?!\p{L})/u.exec(rest);
      if (BEHEADED.test(words.slice(index)) || closed === null || rest.slice(0, closed.index).includes('‘')) continue;
      const at = start + index;
      yield { start: at, end: at + 1, suggestion: '‘', confidence: 0.7, because: 'turned', evidence: { mark: '’' } };
    }
  }
}

/** An opening single mark where only an apostrophe can stand: “c‘était”, “T.‘s”, and “‘light” where nothing is closed after it. */
function* apostrophes({ text, paragraphs }: ProofText): Iterable<Question> {
  for (const { start, end } of paragraphs) {
    const words = text.slice(start, end);
    const opened = [...words.matchAll(/‘/g)].map(({ index }) => index);
    for (const [order, at] of opened.entries()) {
      const inside = /\S‘(?:\p{L}{4}|(?:s|d|t|ll|un|uns)(?!\p{L}))|\p{L}‘\p{L}/u.test(words.slice(at - 1, at + 5));
      // What closes a single quotation is no apostrophe: a letter does not follow it.
      const rest = words.slice(at + 1, opened[order + 1] ?? words.length);
      if (!inside && (/’(?!\p{L})/u.test(rest) || !/^\p{L}/u.test(rest) || opened.length > 6)) continue;
      // A quotation inside a quotation, not closed: another rule’s.
      if (!inside && (at === 0 || /^\p{Lu}[^‘”]*”/u.test(rest))) continue;
      yield {
        start: start + at,
        end: start + at + 1,
        suggestion: '’',
        confidence: inside ? 0.93 : 0.75,
        because: 'apostrophe',
        evidence: { mark: '‘' },
      };
    }
  }
}
