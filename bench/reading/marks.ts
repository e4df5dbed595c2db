/** How a note is called and how its body begins: one row a convention. `most` bounds how many notes it can number in one run. */
export interface MarkStyle {
  readonly call: (number: number) => string;
  readonly body: (number: number) => string;
  /** What follows the body's words, for bodies in brackets. */
  readonly close?: string;
  /** "1", "*", "a": what the reading should give as label. */
  readonly label: (number: number) => string;
  readonly most: number;
}

const digits = (n: number): string => String(n);
const raised = (n: number): string => [...String(n)].map((d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]!).join('');
const letter = (n: number): string => String.fromCharCode(96 + n);
const SIGNS = ['*', '†', '‡', '§', '**', '††'];
const sign = (n: number): string => SIGNS[n - 1]!;
const stars = (n: number): string => '*'.repeat(n);

const row = (call: (n: number) => string, body: (n: number) => string, more: Partial<MarkStyle> = {}): MarkStyle => ({
  call,
  body,
  label: digits,
  most: 200,
  ...more,
});

export const MARKS = {
  brackets: row(
    (n) => `[${n}]`,
    (n) => `[${n}] `,
  ),
  'brackets, tight body': row(
    (n) => `[${n}]`,
    (n) => `[${n}]`,
  ),
  'brackets, dotted body': row(
    (n) => `[${n}]`,
    (n) => `${n}. `,
  ),
  parentheses: row(
    (n) => `(${n})`,
    (n) => `(${n}) `,
  ),
  'parentheses, dotted body': row(
    (n) => `(${n})`,
    (n) => `${n}. `,
  ),
  'half parenthesis': row(
    (n) => `${n})`,
    (n) => `${n}) `,
  ),
  'parentheses, half body': row(
    (n) => `(${n})`,
    (n) => `${n}) `,
  ),
  superscript: row(raised, (n) => `${raised(n)} `),
  'superscript, tight body': row(raised, raised),
  'superscript, dotted body': row(raised, (n) => `${n}. `),
  'superscript, bare body': row(raised, (n) => `${n} `),
  signs: row(sign, (n) => `${sign(n)} `, { label: sign, most: 6 }),
  'signs, tight body': row(sign, sign, { label: sign, most: 6 }),
  stars: row(stars, (n) => `${stars(n)} `, { label: stars, most: 3 }),
  'stars in parentheses': row(
    (n) => `(${stars(n)})`,
    (n) => `(${stars(n)}) `,
    { label: stars, most: 3 },
  ),
  'numbered stars': row(
    (n) => `[${n}*]`,
    (n) => `[${n}*] `,
    { label: (n) => `${n}*` },
  ),
  word: row(
    (n) => `(Note ${n})`,
    (n) => `Note ${n}. `,
  ),
  'word in brackets': row(
    (n) => `[Note ${n}]`,
    (n) => `Note ${n} : `,
  ),
  'word, short': row(
    (n) => `[n. ${n}]`,
    (n) => `[n. ${n}] `,
  ),
  braces: row(
    (n) => `{${n}}`,
    (n) => `{${n}} `,
  ),
  letters: row(
    (n) => `[${letter(n)}]`,
    (n) => `[${letter(n)}] `,
    { label: letter, most: 26 },
  ),
  'letters in parentheses': row(
    (n) => `(${letter(n)})`,
    (n) => `(${letter(n)}) `,
    { label: letter, most: 26 },
  ),
  caret: row(
    (n) => `^${n}`,
    (n) => `^${n} `,
  ),
  markdown: row(
    (n) => `[^${n}]`,
    (n) => `[^${n}]: `,
  ),
  'Word link': row(
    (n) => `[[${n}]](#_ftn${n})`,
    (n) => `[[${n}]](#_ftnref${n}) `,
  ),
  'Word anchor': row(
    (n) => `<a href="#_ftn${n}" name="_ftnref${n}">[${n}]</a>`,
    (n) => `<a href="#_ftnref${n}" name="_ftn${n}">[${n}]</a> `,
  ),
  'Word bookmark': row(
    (n) => `[_ftnref${n}]`,
    (n) => `[_ftn${n}] `,
  ),
  sup: row(
    (n) => `<sup>${n}</sup>`,
    (n) => `<sup>${n}</sup> `,
  ),
  'sup, dotted body': row(
    (n) => `<sup>${n}</sup>`,
    (n) => `${n}. `,
  ),
  'arrow body': row(
    (n) => `[${n}]`,
    (n) => `${n}. ↑ `,
  ),
  'plain arrow body': row(
    (n) => `[${n}]`,
    (n) => `↑ ${n} `,
  ),
  footnote: row(
    (n) => `[${n}]`,
    (n) => `[Footnote ${n}: `,
    { close: ']' },
  ),
  'returning arrow': row(
    (n) => `[${n}]`,
    (n) => `${n}. `,
    { close: ' ↩' },
  ),
  'raised, returning arrow': row(raised, (n) => `${n}. `, { close: ' ↩' }),
  noteref: row(
    (n) => `<a href="#fn${n}" id="ref${n}" role="doc-noteref">${n}</a>`,
    (n) => `<a href="#ref${n}" id="fn${n}" role="doc-backlink">${n}.</a> `,
  ),
  enote: row(
    (n) => `<a class="enote" href="#n${n}" name="f${n}">[${n}]</a>`,
    (n) => `<a class="enote" href="#f${n}" name="n${n}">[${n}]</a> `,
  ),
  'spaced stars': row(
    (n) => `[${'*'.repeat(n)}]`,
    (n) => `[${'*'.repeat(n)}] `,
    { label: stars, most: 3 },
  ),
  lost: row(digits, (n) => `${n} `),
  'lost, dotted body': row(digits, (n) => `${n}. `),
} satisfies Record<string, MarkStyle>;

export type MarkName = keyof typeof MARKS;
