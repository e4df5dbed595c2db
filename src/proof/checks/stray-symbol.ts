import type { Check } from '../check.ts';
import type { ProofText } from '../text/proof-text.ts';

const SYMBOL = /[~*¦|\\_^°■□●▪¬{}<>·•=#@¤¶¿¡`†‡¨´¢¥]/g;
const REACH = 500;
type Excuse = (place: Place) => boolean;

interface Place {
  readonly text: string;
  readonly at: number;
  readonly before: string;
  readonly after: string;
  readonly line: string;
  readonly column: number;
}

/** Where each symbol is at home. What is not named here is at home nowhere in running text. */
const EXCUSES: Readonly<Record<string, Excuse>> = {
  '*': ({ before, after, line, column }) =>
    /^[\s*]+$/.test(line) ||
    /[\p{L}\p{N}.,;:!?”"’»)*]/u.test(before) ||
    (/[\p{L}*\s]/u.test(after) && (before === '' || before === '\n' || before === '*')) ||
    isPaired(line, column, '*'),
  _: ({ before, after, line, column }) =>
    isPaired(line, column, '_') || (/\w/.test(before) && /\w/.test(after)) || after === '_' || before === '_',
  '°': ({ before }) => /[\d\p{L}]/u.test(before),
  '·': ({ before, after }) => /[\d\p{L}]/u.test(before) && /[\d\p{L}]/u.test(after),
  '•': ({ before }) => before === '' || before === '\n',
  '●': ({ before }) => before === '' || before === '\n',
  '▪': ({ before }) => before === '' || before === '\n',
  '|': ({ line }) => line.split('|').length > 3,
  '<': ({ line }) => line.includes('>'),
  '>': ({ line, before }) => line.includes('<') || before === '' || before === '\n',
  '{': ({ line }) => line.includes('}'),
  '}': ({ line }) => line.includes('{'),
  '=': ({ line }) => /\d\s*=|=\s*\d|={2}/.test(line),
  '#': ({ after, before }) => /\d|\p{L}/u.test(after) || before === '' || before === '\n' || before === '#',
  '@': ({ before, after }) => /\w/.test(before) && /\w/.test(after),
  '~': ({ after }) => /\d/.test(after),
  // At a line's end it stands for the end, as in Markdown.
  '\\': ({ after }) => after === '\\' || after === '\n' || after === '',
  '†': ({ before, after }) => /\S/.test(before) || /\s/.test(after),
  '‡': ({ before, after }) => /\S/.test(before) || /\s/.test(after),
  '¬': ({ before, after }) => /\p{L}/u.test(before) && /[\p{L}\s]/u.test(after),
};

/** A symbol that no print of the time would have there: a speck on the page, read as a sign. */
export const straySymbol: Check = {
  code: 'stray-symbol',
  area: 'marks',
  *find({ text }: ProofText) {
    const counts = new Map<string, number>();
    const found: { readonly at: number; readonly symbol: string }[] = [];
    for (const { 0: symbol, index: at } of text.matchAll(SYMBOL)) {
      if (EXCUSES[symbol]?.(placeOf(text, at))) continue;
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
      found.push({ at, symbol });
    }
    for (const { at, symbol } of found) {
      // What comes back all through a text is its own convention.
      const often = counts.get(symbol)! > Math.max(6, text.length / 3000);
      if (!often) yield { start: at, end: at + 1, suggestion: '', confidence: 0.88, evidence: { symbol } };
    }
  },
};

function placeOf(text: string, at: number): Place {
  // As much of its line as can matter: a line may be the whole text.
  const head = text.slice(Math.max(0, at - REACH), at);
  const from = at - head.length + head.lastIndexOf('\n') + 1;
  const tail = text.slice(at, at + REACH);
  const to = tail.includes('\n') ? at + tail.indexOf('\n') : at + tail.length;
  return {
    text,
    at,
    before: text[at - 1] ?? '',
    after: text[at + 1] ?? '',
    line: text.slice(from, to),
    column: at - from,
  };
}

/** Around words, as emphasis is written in plain text: _so_. */
function isPaired(line: string, column: number, mark: string): boolean {
  const words =
    mark === '*' ? /(?<![\w*])\*[^\s*][^*]*?(?<=\S)\*(?![\w])/g : /(?<![^\W_])_(?=[^\s_])[^_]*?(?<=\S)_(?![^\W_])/g;
  return [...line.matchAll(words)].some(({ index, 0: all }) => column >= index && column < index + all.length);
}
