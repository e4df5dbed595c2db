import type { ProofText } from './proof-text.ts';

/** A quotation mark and what it does there, which need not be what its shape says. */
export interface QuotationMark {
  readonly at: number;
  /** The opening shape of its pair. */
  readonly kind: '“' | '«' | '‘';
  readonly role: 'opens' | 'closes';
  /** Its shape says the contrary of its place. */
  readonly turned: boolean;
  readonly paragraph: number;
}

const MARK = /[“”«»]/g;
const OPENING = /[“«]/;
const kept = new WeakMap<ProofText, readonly QuotationMark[]>();

/** The double quotation marks of a text, in order. */
export function marksOf(text: ProofText): readonly QuotationMark[] {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const marks = text.paragraphs.flatMap(({ start, end }, paragraph) => [
    ...inParagraph(text.text, start, end, paragraph),
  ]);
  kept.set(text, marks);
  return marks;
}

function* inParagraph(text: string, start: number, end: number, paragraph: number): Iterable<QuotationMark> {
  let depth = 0;
  const found = [...text.slice(start, end).matchAll(MARK)].map(({ index }) => start + index);
  for (const [order, at] of found.entries()) {
    const shape = text[at]!;
    const kind = shape === '«' || shape === '»' ? '«' : '“';
    const says = OPENING.test(shape) ? 'opens' : 'closes';
    const next = found[order + 1];
    const role = roleOf({
      text,
      at,
      says,
      kind,
      depth,
      start,
      nextSays: next === undefined ? null : OPENING.test(text[next]!) ? 'opens' : 'closes',
    });
    depth = Math.max(0, depth + (role === 'opens' ? 1 : -1));
    yield { at, kind, role, turned: role !== says, paragraph };
  }
}

interface Place {
  readonly text: string;
  readonly at: number;
  readonly says: 'opens' | 'closes';
  readonly kind: '“' | '«';
  readonly depth: number;
  readonly start: number;
  readonly nextSays: 'opens' | 'closes' | null;
}

/** The marks around it tell: an opening one stands before a word, a closing one after a word or a stop. */
function roleOf({ text, at, says, kind, depth, start, nextSays }: Place): 'opens' | 'closes' {
  const before = at === start ? ' ' : text[at - 1]!;
  const after = text[at + 1] ?? ' ';
  if (kind === '“') {
    const afterWord = /[\p{L}\p{N}.,;:!?…)\]]/u.test(before);
    const beforeWord = /[\p{L}\p{N}‘]/u.test(after);
    if (says === 'opens' && afterWord && !beforeWord && depth > 0) return 'closes';
    if (says === 'closes' && /[\s(—–]/.test(before) && beforeWord && depth === 0) return 'opens';
    return says;
  }
  // Guillemets have spaces on both sides: the marks beyond, and the next guillemet, decide.
  const beyond = /^[\s\u00A0\u202F]*(\S)/u.exec(text.slice(at + 1, at + 6))?.[1] ?? '';
  if (says === 'opens' && depth > 0 && /[,;.:!?)…—]/.test(beyond)) return 'closes';
  if (says === 'closes' && depth === 0 && nextSays === 'closes' && /\p{L}/u.test(beyond)) return 'opens';
  if (says === 'opens' && depth > 0 && nextSays === 'opens') return 'closes';
  return says;
}
