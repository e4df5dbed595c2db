import type { Family } from './furniture.ts';
import type { MarkName } from './marks.ts';

/** A way of copying or typing: every list is what this way may do, and the dice choose. */
export interface Style {
  readonly name: string;
  readonly heldOut: boolean;
  readonly family: Family | null;
  readonly heads: readonly Head[];
  readonly separation: readonly Separation[];
  /** Columns; 0 is no wrapping. */
  readonly wrap: readonly number[];
  readonly hyphenate: number;
  readonly justify: number;
  readonly margin: readonly number[];
  readonly headings: readonly Heading[];
  readonly breaks: readonly string[];
  readonly quotations: readonly Quotation[];
  readonly bullets: readonly string[];
  readonly numbers: readonly ((n: number) => string)[];
  readonly marks: readonly MarkName[];
  readonly placement: readonly Placement[];
  readonly notesHeading: number;
  readonly rules: readonly string[];
  readonly pages: readonly Pages[];
  readonly encodings: readonly Encoding[];
  readonly lineEnd: readonly string[];
  readonly quotes: readonly ('curly' | 'straight')[];
  readonly dashes: readonly string[];
  readonly emphasis: readonly string[];
  /** Chance of a lead-in in capitals. */
  readonly leadIn: number;
  readonly file: string;
}

/** What prints the metadata. */
export type Head =
  | 'spip'
  | 'wordpress'
  | 'marxists'
  | 'blog'
  | 'typed'
  | 'title'
  | 'byline'
  | 'gutenberg'
  | 'meta'
  | 'dublin-core'
  | 'front-matter'
  | 'markdown'
  | 'newspaper'
  | 'tei'
  | 'keys'
  | 'none';
export type Separation = 'blank' | 'wide' | 'indent' | 'line' | 'indent and blank';
export type Heading =
  | 'plain'
  | 'capitals'
  | 'roman'
  | 'roman alone'
  | 'arabic'
  | 'arabic bracket'
  | 'chapter'
  | 'underlined'
  | 'dashed under'
  | 'centred'
  | 'centred capitals'
  | 'hash'
  | 'bold'
  | 'wiki'
  | 'section sign'
  | 'roman dash'
  | 'part'
  | 'letter';
export type Quotation = 'marks' | 'indent' | 'indent and marks' | 'tab' | 'angle';
export type Placement = 'end' | 'section' | 'paragraph' | 'page';
export type Pages = 'none' | 'numbers' | 'heads' | 'feeds';
export type Encoding = 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'iso-8859-1' | 'iso-8859-15' | 'utf-16le' | 'utf-16be';

const dotted = (n: number): string => `${n}. `;
const bracket = (n: number): string => `${n}) `;
const lettered = (n: number): string => `${String.fromCharCode(96 + n)}) `;

const DEFAULTS: Omit<Style, 'name'> = {
  heldOut: false,
  family: null,
  heads: ['title'],
  separation: ['blank'],
  wrap: [0],
  hyphenate: 0,
  justify: 0,
  margin: [0],
  headings: ['plain', 'capitals', 'roman'],
  breaks: ['', '* * *'],
  quotations: ['marks', 'indent'],
  bullets: ['- ', '• ', '– '],
  numbers: [dotted, bracket, lettered],
  marks: ['brackets', 'parentheses', 'superscript'],
  placement: ['end'],
  notesHeading: 0.3,
  rules: [''],
  pages: ['none'],
  encodings: ['utf-8'],
  lineEnd: ['\n', '\n', '\r\n', '\n', '\n', '\r\n', '\r'],
  quotes: ['curly'],
  dashes: [''],
  emphasis: [''],
  leadIn: 0.2,
  file: 'txt',
};

const style = (name: string, more: Partial<Style>): Style => ({ ...DEFAULTS, name, ...more });

const ANY_NUMBERED: readonly MarkName[] = [
  'brackets',
  'parentheses',
  'superscript',
  'half parenthesis',
  'parentheses, half body',
  'superscript, dotted body',
  'brackets, dotted body',
];
const LEGACY: readonly Encoding[] = ['windows-1252', 'iso-8859-1', 'iso-8859-15'];

export const STYLES: readonly Style[] = [
  style('SPIP page, saved', {
    family: 'spip',
    heads: ['spip'],
    breaks: [''],
    marks: ['brackets', 'parentheses', 'brackets, tight body'],
    quotations: ['marks'],
    leadIn: 0.6,
    notesHeading: 0,
  }),
  style('SPIP page, selected and pasted', {
    family: 'spip',
    heads: ['spip', 'byline'],
    headings: ['plain'],
    separation: ['blank', 'line'],
    marks: ['brackets', 'parentheses'],
    notesHeading: 0.5,
    quotations: ['marks', 'tab'],
  }),
  style('WordPress post', {
    family: 'wordpress',
    heads: ['wordpress'],
    headings: ['plain', 'bold', 'capitals'],
    marks: [
      'returning arrow',
      'raised, returning arrow',
      'brackets',
      'superscript',
      'parentheses',
      'brackets, dotted body',
      'superscript, dotted body',
    ],
    notesHeading: 0.7,
    rules: ['', '', '———'],
    bullets: ['• ', '- ', '– '],
  }),
  style('marxists.org page', {
    family: 'marxists',
    heads: ['marxists'],
    headings: ['plain', 'centred', 'roman', 'roman alone', 'arabic'],
    breaks: ['* * *', '* * * * *', ''],
    marks: ['enote', 'brackets', 'numbered stars', 'parentheses', 'brackets, dotted body', 'letters'],
    notesHeading: 0.7,
    rules: ['', '', '____________'],
    quotations: ['indent', 'marks'],
    encodings: ['utf-8', 'windows-1252'],
  }),
  style('blog post', {
    family: 'blog',
    heads: ['blog'],
    headings: ['bold', 'plain'],
    breaks: ['• • •', '***', '~', '* * *', '———'],
    marks: ['signs', 'stars in parentheses', 'brackets', 'superscript, tight body'],
    placement: ['end', 'paragraph'],
    emphasis: ['', '*'],
  }),
  style('typescript, indented', {
    heads: ['typed'],
    separation: ['indent'],
    wrap: [60, 64, 68, 72],
    headings: ['centred', 'centred capitals', 'chapter'],
    breaks: ['* * *', '#', '—'],
    quotations: ['indent'],
    marks: ['signs', 'stars', 'parentheses'],
    placement: ['paragraph', 'section'],
    quotes: ['straight'],
    dashes: ['--', ' - '],
    margin: [0, 0, 5, 8],
    hyphenate: 0.3,
    bullets: ['- ', 'o '],
    justify: 0.2,
  }),
  style('typescript, spaced', {
    heads: ['typed', 'title'],
    wrap: [62, 65, 70, 75],
    headings: ['underlined', 'dashed under', 'capitals'],
    breaks: ['=====', '-----', '* * *', '', '***'],
    quotations: ['indent', 'indent and marks'],
    marks: ['parentheses', 'brackets', 'word', 'half parenthesis'],
    quotes: ['straight'],
    dashes: ['--', ' -- '],
    encodings: ['utf-8', ...LEGACY],
    lineEnd: ['\n', '\r\n'],
  }),
  style('scan, notes at the foot of the page', {
    heads: ['typed', 'none'],
    separation: ['indent', 'blank'],
    wrap: [58, 64, 70],
    hyphenate: 0.9,
    pages: ['numbers', 'heads', 'feeds'],
    headings: ['centred capitals', 'roman', 'capitals'],
    breaks: ['* * *', '⁂'],
    quotations: ['indent'],
    marks: ['signs', 'parentheses', 'superscript, bare body', 'superscript', 'stars'],
    placement: ['page'],
    rules: ['', '_____'],
    notesHeading: 0,
  }),
  style('scan, notes at the end', {
    heads: ['typed', 'title'],
    separation: ['indent', 'blank'],
    wrap: [60, 66, 72],
    hyphenate: 0.8,
    pages: ['numbers', 'heads', 'feeds'],
    headings: ['part', 'capitals', 'chapter', 'roman'],
    breaks: ['* * *', '—'],
    quotations: ['indent', 'marks'],
    marks: ['brackets', 'superscript, dotted body', 'parentheses'],
    notesHeading: 0.9,
  }),
  style('Gutenberg-like', {
    family: 'gutenberg',
    heads: ['gutenberg'],
    wrap: [70, 72, 75],
    headings: ['capitals', 'chapter', 'roman alone', 'arabic'],
    breaks: ['       *       *       *       *       *', '* * * * *'],
    quotations: ['indent'],
    marks: ['brackets', 'footnote', 'letters'],
    placement: ['paragraph', 'end', 'section'],
    notesHeading: 0.6,
    quotes: ['straight', 'curly'],
    dashes: ['--'],
    emphasis: ['_'],
    encodings: ['utf-8', 'utf-8-bom', 'iso-8859-1'],
    lineEnd: ['\r\n'],
  }),
  style('Word, pasted', {
    heads: ['title', 'typed', 'byline'],
    separation: ['line', 'blank'],
    headings: ['plain', 'arabic', 'capitals'],
    breaks: ['', '***', '* * *'],
    quotations: ['marks', 'tab'],
    marks: ['brackets', 'superscript', 'sup', 'Word link'],
    bullets: ['•\t', '- ', '·\t'],
    encodings: ['utf-8', 'utf-8-bom', 'windows-1252', 'utf-16le'],
    lineEnd: ['\r\n'],
    notesHeading: 0.1,
    rules: ['', '________________'],
  }),
  style('Word, saved as a web page and stripped', {
    heads: ['meta', 'title'],
    marks: ['Word anchor', 'Word bookmark', 'Word link'],
    headings: ['plain', 'bold', 'roman'],
    rules: ['', '--------'],
    encodings: ['windows-1252', 'utf-8'],
    lineEnd: ['\r\n'],
  }),
  style('HTML source, tags half taken out', {
    heads: ['tei', 'meta', 'dublin-core'],
    marks: ['noteref', 'sup', 'sup, dotted body', 'brackets'],
    headings: ['capitals', 'arabic', 'plain'],
    breaks: ['—', '***', ''],
    notesHeading: 0.6,
    quotations: ['marks', 'indent'],
  }),
  style('Markdown', {
    heads: ['front-matter', 'markdown'],
    headings: ['hash'],
    breaks: ['* * *', '---', '***'],
    quotations: ['angle'],
    bullets: ['- ', '* '],
    numbers: [dotted],
    marks: ['markdown'],
    placement: ['end', 'section', 'paragraph'],
    emphasis: ['*', '_'],
    notesHeading: 0,
    wrap: [0, 0, 72, 80],
    file: 'md',
  }),
  style('Markdown, by hand', {
    heads: ['markdown', 'title'],
    headings: ['underlined', 'dashed under', 'hash', 'bold'],
    breaks: ['* * *', '***'],
    quotations: ['angle', 'marks'],
    bullets: ['- ', '* '],
    numbers: [dotted],
    marks: ['brackets', 'parentheses', 'caret', 'sup'],
    emphasis: ['*', '_'],
    notesHeading: 0.5,
    file: 'md',
  }),
  style('e-mail', {
    family: 'email',
    heads: ['title', 'byline', 'typed'],
    wrap: [68, 72, 76],
    headings: ['capitals', 'dashed under', 'arabic'],
    breaks: ['***', '-----', '* * *'],
    quotations: ['angle', 'indent'],
    marks: ['brackets', 'stars', 'parentheses', 'braces'],
    quotes: ['straight'],
    dashes: [' - ', '--'],
    emphasis: ['', '*', '_'],
    placement: ['end', 'end', 'section'],
    rules: ['', '---'],
    encodings: ['utf-8', 'iso-8859-1', 'windows-1252'],
  }),
  style('journal, notes under each section', {
    heads: ['title', 'newspaper', 'dublin-core'],
    headings: ['letter', 'arabic', 'roman', 'section sign', 'capitals'],
    marks: ANY_NUMBERED,
    placement: ['section'],
    notesHeading: 0.6,
    quotations: ['indent', 'marks'],
    wrap: [0, 0, 78],
  }),
  style('old archive export', {
    heads: ['keys', 'marxists', 'typed', 'title'],
    headings: ['roman dash', 'capitals', 'centred capitals', 'roman'],
    breaks: ['* * *', '***', '—'],
    marks: ['braces', 'brackets', 'caret', 'half parenthesis'],
    encodings: [...LEGACY, 'utf-16be'],
    lineEnd: ['\r\n'],
    quotes: ['straight'],
    dashes: ['--', ' - '],
    wrap: [0, 66, 80],
    notesHeading: 0.6,
  }),
  style('newsletter, a paragraph a line', {
    heads: ['newspaper', 'title', 'byline'],
    separation: ['line'],
    headings: ['capitals', 'plain', 'arabic bracket'],
    breaks: ['', '* * *', '***'],
    quotations: ['marks', 'tab'],
    marks: ['word', 'word in brackets', 'word, short', 'superscript'],
    bullets: ['• ', '- '],
    notesHeading: 0.3,
  }),
  style('letter transcribed', {
    heads: ['keys', 'byline', 'none', 'title'],
    separation: ['indent', 'blank'],
    wrap: [0, 66],
    headings: ['plain', 'centred', 'roman alone'],
    breaks: ['', '—'],
    quotations: ['marks', 'indent'],
    marks: ['spaced stars', 'signs', 'letters', 'brackets', 'stars'],
    placement: ['end', 'paragraph', 'section'],
  }),
  style('magazine site', {
    family: 'newspaper',
    heads: ['newspaper', 'wordpress'],
    headings: ['plain', 'bold', 'arabic'],
    marks: ['superscript', 'brackets', 'sup'],
    notesHeading: 0.6,
    rules: ['', '——'],
    separation: ['blank', 'wide'],
  }),
  style('database field', {
    heads: ['keys', 'dublin-core', 'none', 'meta'],
    separation: ['line', 'wide'],
    headings: ['roman dash', 'capitals', 'plain', 'roman'],
    marks: ['brackets', 'parentheses', 'braces', 'superscript'],
    quotations: ['marks'],
    encodings: ['utf-8', 'utf-16le', 'utf-16be', 'utf-8-bom'],
  }),
  style('superscripts lost', {
    heads: ['title', 'typed', 'spip'],
    marks: ['lost', 'lost, dotted body'],
    headings: ['plain', 'capitals'],
    notesHeading: 0.7,
    quotations: ['marks', 'indent'],
    breaks: ['* * *', ''],
  }),
  style('wiki page', {
    heldOut: true,
    family: 'wiki',
    heads: ['title'],
    headings: ['wiki', 'plain'],
    marks: ['arrow body', 'plain arrow body', 'brackets'],
    notesHeading: 1,
    quotations: ['marks', 'indent'],
    breaks: ['* * *', '⁂'],
  }),
  style('book, proofed by volunteers', {
    heldOut: true,
    heads: ['title', 'gutenberg'],
    separation: ['indent and blank', 'blank'],
    wrap: [65, 74],
    headings: ['roman dash', 'part', 'centred', 'chapter', 'section sign'],
    breaks: ['* * *', '⁂', '—'],
    quotations: ['indent', 'indent and marks'],
    marks: ['letters in parentheses', 'signs, tight body', 'numbered stars', 'superscript'],
    placement: ['end', 'section', 'paragraph', 'page'],
    pages: ['none', 'numbers'],
    emphasis: ['_', '/'],
    encodings: ['utf-8', ...LEGACY],
  }),
  style('forum post', {
    heldOut: true,
    family: 'blog',
    heads: ['byline', 'title'],
    separation: ['wide', 'blank', 'line'],
    headings: ['bold', 'capitals', 'arabic bracket'],
    breaks: ['***', '-----', '~~~'],
    quotations: ['marks', 'angle'],
    marks: ['brackets', 'stars in parentheses', 'parentheses, dotted body', 'caret'],
    quotes: ['straight'],
    emphasis: ['', '*'],
  }),
];
