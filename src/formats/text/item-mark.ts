/** How a line begins when it begins as a list item or a note body does. */
export interface ItemMark {
  /** The form of the mark: two lines of one list or one set of notes share it. */
  readonly form: ItemForm;
  /** Without its brackets: "1", "a", "*"; a bullet's own sign. */
  readonly label: string;
  /** Length of the mark and the space after it, in UTF-16 units. */
  readonly length: number;
}

export type ItemForm =
  | 'bracketed'
  | 'caret'
  | 'parenthesised'
  | 'braced'
  | 'closed'
  | 'dotted'
  | 'superscript'
  | 'raised'
  | 'symbol'
  | 'named'
  | 'starred'
  | 'bullet'
  | 'bare'
  | 'linked';

interface MarkRow {
  readonly form: ItemForm;
  readonly pattern: RegExp;
}

/** Marks, the most telling first. Group 1 (or the first that took part) is the label. */
const MARKS: readonly MarkRow[] = [
  {
    form: 'linked',
    pattern:
      /^(?:<a\b[^>]{0,200}>\s*)?\\?\[{1,2}(\d{1,4}|[a-z]|\*{1,3})\\?\]{1,2}(?:<\/a>)?\s?(?:\(#?[^\s()]{0,60}(?:ftn|note)[^\s()]{0,40}\)|<#?[^\s<>]{0,60}(?:ftn|note)[^\s<>]{0,40}>|<\/a>)[:.]?\s*/i,
  },
  { form: 'linked', pattern: /^[[(<]?#?_?_?(?:ftnref|ftn|edn|ednref)(\d{1,4})[\])>]?[:.]?\s+/i },
  {
    form: 'raised',
    pattern:
      /^(?:<a\b[^>]{0,200}>\s*)?<sup\b[^>]{0,100}>\s*(?:<a\b[^>]{0,200}>\s*)?[[(]?(\d{1,4}|[a-z]|\*{1,3}|†|‡)[\])]?\s*(?:<\/a>)?\s*<\/sup>(?:<\/a>)?[.:)]?\s*/i,
  },
  { form: 'raised', pattern: /^<a\b[^>]{0,200}>\s*[[(]?(\d{1,4}|[a-z]|\*{1,3})[\])]?[.:)]?\s*<\/a>[.:)]?\s*/i },
  { form: 'caret', pattern: /^\[\^([^\]\s]{1,40})\]:?\s*/ },
  { form: 'caret', pattern: /^\^\{?\(?(\d{1,4})\)?\}?\^?[.:)]?\s*/ },
  { form: 'starred', pattern: /^[[(](\d{1,4}\*)[\])][.:]?\s*/ },
  { form: 'starred', pattern: /^(\d{1,3}\*)[.):]?\s+/ },
  {
    form: 'named',
    pattern:
      /^[[(]?(?:foot|end)?notes?\s*(?:n[o°º]\.?\s*)?(\d{1,4}|[a-z](?=\s?[:\])])|\*{1,3})\s*[\])]?\s*(?:[.:)\]]|[—–-](?=\s))\s*/i,
  },
  {
    form: 'bracketed',
    pattern:
      /^\[(?:(?:foot|end)?note\s*|n\.?\s?|fn\.?\s?)?(\d{1,4}(?:\s?(?:bis|ter))?|[a-z]|\*{1,4}|†{1,2}|‡|[ivx]{1,6})\][.:]?\s*/i,
  },
  { form: 'braced', pattern: /^\{(\d{1,4}|[a-z]|\*{1,4})\}[.:]?\s*/i },
  { form: 'parenthesised', pattern: /^\((\d{1,3}(?:\s?(?:bis|ter))?|[a-z]|\*{1,4}|†{1,2}|‡|[ivx]{1,6})\)[.:]?\s*/i },
  { form: 'superscript', pattern: /^⁽?([¹²³⁰⁴-⁹]{1,4})⁾?[.:)]?\s*/ },
  { form: 'symbol', pattern: /^((?:\*\s?){1,5}|†{1,3}|‡{1,2}|§{1,2}|¶)[.:)]?\s*(?=[\p{L}\p{N}\p{Pi}\p{Ps}"'«_])/u },
  { form: 'bullet', pattern: /^([-•●○◦▪■–·‣⁃o])\s+(?=\S)/ },
  { form: 'closed', pattern: /^(\d{1,3}|[a-z]|[ivx]{1,5})[)°º]\s+/ },
  { form: 'closed', pattern: /^(\d{1,3})°?\)\s*(?=\p{L})/u },
  { form: 'dotted', pattern: /^(?:↑\s*)?(\d{1,3})\.(?:\s*[-–—↑^])?\s+/ },
  { form: 'dotted', pattern: /^(?:↑\s+)(\d{1,3})[.:)]?\s+/ },
  { form: 'dotted', pattern: /^([a-hA-H])\.\s+(?=\p{L}[\p{L}’']*\s)/u },
  { form: 'bare', pattern: /^(\d{1,3})(?:\s*[-–—:]\s+|\s+|\s?\/\s+)(?=[\p{Lu}\p{Pi}"'«(*_])/u },
];

export function itemMarkOf(text: string): ItemMark | null {
  if (!MAYBE.test(text)) return null;
  const head = text.length > 700 ? text.slice(0, 700) : text;
  for (const { form, pattern } of MARKS) {
    const found = pattern.exec(head);
    if (found) return { form, label: plainLabel(found[1]!), length: found[0].length };
  }
  return null;
}

const MAYBE = /^[\d[({<*^†‡§¶•●○◦▪■–·‣⁃\-↑\\#_⁽¹²³⁰⁴-⁹a-zA-Z]/;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Superscript digits as digits, letters small, the spaces of "* *" gone. */
export function plainLabel(label: string): string {
  const digits = label.replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)));
  return digits
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/(?<=\d)(?=bis|ter)/, ' ');
}

/** True when `next` is the item after `mark`: same form, and the next number, letter, or the same bullet. */
export function followsMark(mark: ItemMark, next: ItemMark): boolean {
  if (mark.form !== next.form) return false;
  if (mark.form === 'bullet') return mark.label === next.label;
  return nextLabel(mark.label) === next.label || (mark.form === 'symbol' && SYMBOLS.includes(next.label));
}

const SYMBOLS = ['*', '**', '***', '****', '†', '‡', '§', '¶', '††', '‡‡'];

function nextLabel(label: string): string {
  if (/^\d+$/.test(label)) return String(Number(label) + 1);
  if (/^[a-y]$/.test(label)) return String.fromCharCode(label.charCodeAt(0) + 1);
  const starred = /^(\d+)\*$/.exec(label);
  return starred ? `${Number(starred[1]) + 1}*` : '';
}
