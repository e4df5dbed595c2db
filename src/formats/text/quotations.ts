/** How the marks of a whole paragraph stand: a quotation from its first sign to its last, one that goes on in the next paragraph, or none. */
export type Quoting = 'closed' | 'open' | null;

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '«': '»',
  '„': '“',
  '‟': '”',
  '"': '"',
  '‘': '’',
  '‹': '›',
  '»': '»',
  '”': '”',
};

/**
 * The paragraph's first quotation, from its first character:
 *
 *     “Centuries shall elapse … and               open: never closed, the next paragraph begins with “ again
 *     “Our love, our devotion …” (Applause)       closed at the end, but for a note call, a remark in brackets, a source after a dash
 *     “Yes,” he said, “tomorrow.”                 closed in between: no block quotation
 */
export function quotingOf(text: string): Quoting {
  const first = text[0] ?? '';
  const close = PAIRS[first];
  if (close === undefined || text.length < 3) return null;
  if (first === '»' || first === '”')
    return text.endsWith(first) || /[»”][.!?)\s\d[\]]*$/.test(text.slice(1)) ? 'closed' : 'open';
  const end = closingIndex(text, first, close);
  if (end < 0) return 'open';
  return TRAIL.test(text.slice(end + 1)) ? 'closed' : null;
}

/** After the closing mark: a stop, note calls, "(Applause)", "— Anna Weil, 1912". */
const TRAIL =
  /^[.,;:!?…]?(?:\s*(?:[[({]\^?[^\])}]{1,40}[\])}]|\^?\d{1,3}\)?|[*†‡¹²³⁰⁴-⁹]+|<sup>.{1,20}<\/sup>))*[.]?(?:\s*[—–-]{1,2}\s.{2,120}|\s*\([^()]{1,80}\)\.?)?\s*$/u;

function closingIndex(text: string, open: string, close: string): number {
  let depth = 1;
  for (let at = 1; at < text.length; at++) {
    const sign = text[at]!;
    if (open === close) {
      if (sign === close) return at;
    } else if (sign === open) depth++;
    else if (sign === close && !(close === '’' && isApostrophe(text, at)) && --depth <= 0) return at;
  }
  return -1;
}

const isApostrophe = (text: string, at: number): boolean => /\p{L}/u.test(text[at + 1] ?? '');

/** The next paragraph of one speech begins with the same mark again, or with the closing one in the old French way. */
export function reopens(before: string, next: string): boolean {
  const first = before[0] ?? '';
  return next[0] === first || (first === '«' && next[0] === '»');
}

/** "— Anna Weil, The Lamp Room", "(Anna Weil)": whom a quotation is from, on a line of its own. */
export const isAttribution = (text: string): boolean => /^(?:—|–|--|―)\s?\p{Lu}[^.!?]{1,100}\.?$/u.test(text);
