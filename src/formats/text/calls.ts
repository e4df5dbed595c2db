import { type ItemForm, plainLabel } from './item-mark.ts';

/** A mark within the text that may call a note. */
export interface Call {
  readonly form: CallForm;
  readonly label: string;
  /** Offsets in the passage: the whole mark with its link and brackets. */
  readonly start: number;
  readonly end: number;
  /** 0 to 1: how much it looks like a call where it stands. */
  readonly weight: number;
}

export type CallForm = Exclude<ItemForm, 'bullet' | 'bare' | 'dotted'> | 'glued';

/** Every mark in a text that may be a call, in order, none overlapping. Linear: each alternative begins with a literal sign. */
export function findCalls(text: string): readonly Call[] {
  if (!MAYBE.test(text)) return [];
  const calls: Call[] = [];
  const emphasised = text.includes('*') ? emphasisEnds(text) : NONE;
  PATTERN.lastIndex = 0;
  for (let found = PATTERN.exec(text); found; found = PATTERN.exec(text)) {
    const call = callOf(found, text, emphasised);
    if (call) calls.push(call);
  }
  return calls;
}

const MAYBE = /[[({<^*†‡§¶⁰¹²³⁴-⁹]|\d[)\s.,;:!?»”’"\-–—]|\d$|[Nn]ote/;
const NONE: ReadonlySet<number> = new Set();
const LABEL = '(\\d{1,4}(?:\\s?(?:bis|ter))?|[a-zA-Z]|\\*{1,4}|†{1,2}|‡{1,2}|[ivx]{1,6})';
const LINK = '(?:<a\\b[^<>]{0,200}>\\s?)?';
const SUP = '<sup\\b[^<>]{0,100}>\\s?';

const FORMS: readonly (readonly [CallForm, string])[] = [
  [
    'linked',
    `\\\\?\\[{1,2}${LABEL}\\\\?\\]{1,2}(?:\\(#?[^\\s()]{0,60}(?:ftn|note|edn)[^\\s()]{0,40}\\)|\\s?<#?[^\\s<>]{0,60}(?:ftn|note|edn)[^\\s<>]{0,40}>)`,
  ],
  ['linked', `[[(<]#?_?_?(?:ftnref|ftn|ednref|edn)(\\d{1,4})[\\])>]`],
  ['linked', `_(?:ftnref|ftn|ednref|edn)(\\d{1,4})`],
  ['raised', `${LINK}${SUP}${LINK}\\s?[[(]?${LABEL}[\\])]?\\s?(?:</a>)?\\s?</sup>(?:</a>)?`],
  ['raised', `<a\\b[^<>]{0,200}>\\s?(?:${SUP})?[[(]?${LABEL}[\\])]?(?:</sup>)?\\s?</a>`],
  ['caret', '\\[\\^([^\\]\\s]{1,40})\\]'],
  ['caret', '\\^\\{?\\(?(\\d{1,4})\\)?\\}?\\^?'],
  ['starred', '[[(](\\d{1,4}\\*)[\\])]'],
  ['named', '[[(](?:see |voir |cf\\.? )?(?:foot|end)?[Nn]ote\\s(?:n[o°º]\\.?\\s?)?(\\d{1,4}|\\*{1,3})[\\])]'],
  ['bracketed', `\\\\?\\[(?:n\\.?\\s?|fn\\.?\\s?)?${LABEL}\\\\?\\]`],
  ['braced', `\\{${LABEL}\\}`],
  ['parenthesised', '\\((\\d{1,3}(?:\\s?(?:bis|ter))?|[a-z]|\\*{1,4}|†{1,2}|‡{1,2}|[ivx]{1,6})\\)'],
  ['superscript', '⁽?([⁰¹²³⁴-⁹]{1,4})⁾?'],
  ['symbol', '(\\*{1,4}|†{1,3}|‡{1,3}|§{1,2}|¶)'],
  ['named', '(?<=\\s)[Nn]ote (\\d{1,3})(?![\\d\\p{L}])'],
  ['closed', '(?<=[\\p{L}.,;:!?»”"’\'\\]] ?)(\\d{1,3})\\)'],
  ['glued', '(?<=[\\p{Ll}.,;:!?»”"’\')\\]])(\\d{1,3})(?![\\d\\p{L}%°º])'],
];

const PATTERN = new RegExp(FORMS.map(([, pattern]) => pattern).join('|'), 'gu');

function callOf(found: RegExpExecArray, text: string, emphasised: ReadonlySet<number>): Call | null {
  const at = found.findIndex((group, index) => index > 0 && group !== undefined);
  const row = FORMS[at - 1];
  if (!row) return null;
  const [form] = row;
  const [start, end] = [found.index, found.index + found[0].length];
  const label = plainLabel(found[at]!);
  const weight = weightOf({ form, label, start, end, text, emphasised });
  return weight > 0 ? { form, label, start, end, weight } : null;
}

interface Mark {
  readonly form: CallForm;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly emphasised: ReadonlySet<number>;
}

/** What stands before and after tells a call from an enumeration, a year, an emphasis, a decimal. */
function weightOf({ form, start, end, text, emphasised }: Mark): number {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 16);
  if (form === 'symbol') return symbolWeight(before, after, start, emphasised);
  if (form === 'glued') return gluedWeight(before, after);
  if (form === 'closed' && isInsideParentheses(text, start)) return 0;
  if (before.trim() === '' && form !== 'linked' && form !== 'raised') return 0.3;
  if (form === 'parenthesised' || form === 'closed' || form === 'bracketed') {
    if (ENUMERATES.test(before) && /^\s*[\p{L}\d]/u.test(after)) return form === 'bracketed' ? 0.6 : 0.15;
    if (
      /(?:pp?|fig|figs|vol|no|n°|eq|art|§|chap|pl|sections?|parts?|points?|clauses?|items?|articles?|lines?)\.?\s?$/i.test(
        before,
      )
    ) {
      return 0.2;
    }
    return form === 'bracketed' ? 1 : 0.8;
  }
  if (form === 'named') return text[start] === '[' || text[start] === '(' ? 1 : 0.3;
  return 1;
}

const ENUMERATES = /(?:[:;,—–]|\b(?:and|or|et|ou|either|that|first|que))\s*$/i;

function symbolWeight(before: string, after: string, start: number, emphasised: ReadonlySet<number>): number {
  if (emphasised.has(start)) return 0;
  if (/\S$/.test(before) && !/[*[({]$/.test(before)) return /^[\p{L}\p{N}]/u.test(after) ? 0.1 : 1;
  return /\S\s$/.test(before) && /^(?:[\s.,;:!?)»”]|$)/.test(after) ? 0.6 : 0;
}

function gluedWeight(before: string, after: string): number {
  if (/\d[.,:;]?$/.test(before) || /\d[.,:’']\s?$/.test(before)) return 0;
  if (/^[.,:;]\d/.test(after) || /^[-–—/]\d/.test(after)) return 0;
  if (/(?:^|\s)(?:pp?|vol|no|nos|n|fig|ch|chap|art|t|v|ll?|op|sec|cf)\.$/i.test(before)) return 0;
  return 0.6;
}

function isInsideParentheses(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 300), at);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** Where `*emphasis*` and `**strong**` begin and end: those stars call nothing. */
function emphasisEnds(text: string): ReadonlySet<number> {
  const ends = new Set<number>();
  EMPHASIS.lastIndex = 0;
  for (let found = EMPHASIS.exec(text); found; found = EMPHASIS.exec(text)) {
    const start = found.index + found[1]!.length;
    ends.add(start);
    ends.add(found.index + found[0].length - found[2]!.length);
  }
  return ends;
}

const EMPHASIS = /(^|[\s([{"“«'‘—–])(\*{1,3})(?=[^\s*])[^*\n]{1,200}(?<=\S)\2(?![\p{L}\p{N}])/gu;
