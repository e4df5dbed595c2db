// Words and strings of an SQL dump, chunk by chunk: a dump is longer than memory.
import { FORUM_LIMITS } from '../imported.ts';
import { createTextWindow, type TextWindow } from './window.ts';

export interface SqlToken {
  readonly kind: 'word' | 'string' | 'name' | 'sign';
  /** A string or name as written between its quotes, escapes not yet undone. */
  readonly text: string;
  readonly quote: string;
  readonly line: number;
}

export interface SqlScanner {
  /** Null at the end, or where a string never ends. */
  next(): SqlToken | null;
  /** Where a string that never ends began. */
  readonly brokenAt: number | null;
  /** True until told otherwise: in MySQL a backslash escapes, in SQLite's own dumps it is a sign like any other. */
  backslashes: boolean;
}

export function scanSql(chunks: Iterable<string>): SqlScanner {
  const window = createTextWindow(chunks);
  const scanner: { -readonly [Field in keyof SqlScanner]: SqlScanner[Field] } = {
    backslashes: true,
    brokenAt: null,
    next: () => {
      if (scanner.brokenAt !== null || !skipSpace(window)) return null;
      const sign = window.text[window.at] as string;
      if ('(),;='.includes(sign)) return take(window, { kind: 'sign', from: 0, length: 1, quote: '' });
      if (!`'"\``.includes(sign))
        return take(window, { kind: 'word', from: 0, length: lengthUpTo(window, 1, wordEnd), quote: '' });
      const length = stringLength(window, { quote: sign, escapes: scanner.backslashes && sign !== '`' });
      if (length !== null)
        return take(window, { kind: sign === "'" ? 'string' : 'name', from: 1, length, quote: sign });
      scanner.brokenAt = window.line;
      return null;
    },
  };
  return scanner;
}

interface Cut {
  readonly kind: SqlToken['kind'];
  readonly from: number;
  readonly length: number;
  readonly quote: string;
}

function take(window: TextWindow, { kind, from, length, quote }: Cut): SqlToken {
  const start = window.at + from;
  const token = { kind, text: window.text.slice(start, start + length), quote, line: window.line };
  window.moveTo(start + length + from);
  return token;
}

/** Over spaces and comments; false at the end. */
function skipSpace(window: TextWindow): boolean {
  for (;;) {
    const { text, at } = window;
    let to = at;
    while (to < text.length && isSpace(text.charCodeAt(to))) to += 1;
    if (to > at) window.moveTo(to);
    if (window.at + 1 >= text.length && window.fetch()) continue;
    const two = window.text.slice(window.at, window.at + 2);
    if (two === '') return false;
    const mark = two === '/*' ? '*/' : two === '--' || two[0] === '#' ? '\n' : null;
    if (mark === null) return true;
    // The length first: looking for the end may move the place.
    const length = lengthUpTo(window, 1, (text, from) => text.indexOf(mark, from));
    window.moveTo(window.at + length + mark.length);
  }
}

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0xfeff || code === 0xa0;

/** From the place in the window up to what is looked for, or to the end. */
function lengthUpTo(window: TextWindow, from: number, find: (text: string, from: number) => number): number {
  for (let offset = from; ; ) {
    const found = find(window.text, window.at + offset);
    if (found >= 0) return found - window.at;
    // One sign stays: what is looked for may be cut in two.
    offset = Math.max(offset, window.text.length - window.at - 1);
    if (offset > FORUM_LIMITS.field || !window.fetch()) return window.text.length - window.at;
  }
}

function wordEnd(text: string, from: number): number {
  WORD_END.lastIndex = from;
  return WORD_END.exec(text)?.index ?? -1;
}
const WORD_END = /[\s'"`(),;=]/g;

/** Of what stands between the quotes; null where the second is missing. */
function stringLength(
  window: TextWindow,
  { quote, escapes }: { readonly quote: string; readonly escapes: boolean },
): number | null {
  for (let offset = 1; offset <= FORUM_LIMITS.field; ) {
    const { end, isQuote } = endOfString(window.text, {
      quote: quote.charCodeAt(0),
      escapes,
      from: window.at + offset,
    });
    offset = end - window.at;
    // A quote at the end of what is there may be the first of two.
    if ((!isQuote || end + 1 >= window.text.length) && window.fetch()) continue;
    return isQuote ? offset - 1 : null;
  }
  return null;
}

/** The quote that ends a string, or the place from where to look on once there is more: never within an escape. */
function endOfString(
  text: string,
  { quote, escapes, from }: { readonly quote: number; readonly escapes: boolean; readonly from: number },
): { readonly end: number; readonly isQuote: boolean } {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 92 && escapes) {
      if (at + 1 >= text.length) return { end: at, isQuote: false };
      at += 1;
    } else if (code === quote) {
      if (text.charCodeAt(at + 1) !== quote) return { end: at, isQuote: true };
      at += 1;
    }
  }
  return { end: text.length, isQuote: false };
}
