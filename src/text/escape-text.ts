import { TEXT_DIRECTIVES } from './directives.ts';

export interface EscapePlace {
  readonly inCell: boolean;
  /** In a label (of a link, an image, a directive) every bracket counts. */
  readonly inLabel: boolean;
  readonly lineStart: boolean;
  /** Behind `[^1]`, where a colon would make a note of it. */
  readonly afterBracket: boolean;
  /** Behind the `[` of a link, where a caret would make a note's call of it. */
  readonly afterOpening: boolean;
  readonly beforeLink: boolean;
  readonly beforeDirective: boolean;
}

/**
 * Text as it must be written to be read as that text: escapes only where something would be read as a mark, so that
 * `10:30`, `foo_bar`, `[sic]` and `a * b` stay as they are.
 */
export function escapeText(text: string, place: EscapePlace): string {
  const escaped = text.replace(SPECIAL, (character, at: number) =>
    isMark(character, at, text, place) ? `\\${character}` : character,
  );
  if (!place.lineStart && !escaped.includes('\n')) return escaped;
  return escaped
    .split('\n')
    .map((line, index) => (index > 0 || place.lineStart ? escapeLineStart(line) : line))
    .join('\n');
}

const SPECIAL = /[\\*_~`[\]<&:|!^]/g;

function isMark(character: string, at: number, text: string, place: EscapePlace): boolean {
  const next = text[at + 1];
  const last = text[at - 1];
  switch (character) {
    case '\\':
      return next === undefined || ESCAPABLE.test(next);
    case '*':
      return !isSpaced(last, next);
    case '_':
      return !isSpaced(last, next) && !(isWord(last) && isWord(next));
    case '~':
      return last === undefined || next === undefined || last === '~' || next === '~';
    case '`':
      return true;
    case '[':
      return place.inLabel || next === '^';
    case ']':
      return place.inLabel || next === '(';
    case '<':
      return AUTOLINK.test(text.slice(at, at + 1_000));
    case '&':
      return REFERENCE.test(text.slice(at, at + 36));
    case ':':
      return isColonMark(at, text, place);
    case '|':
      return place.inCell;
    case '^':
      return at === 0 && place.afterOpening;
    default:
      return next === undefined && place.beforeLink;
  }
}

function isColonMark(at: number, text: string, { afterBracket, beforeDirective }: EscapePlace): boolean {
  if (at === 0 && afterBracket) return true;
  if (at === text.length - 1) return beforeDirective;
  DIRECTIVE.lastIndex = at;
  return DIRECTIVE.test(text);
}

// White space too: at a line's end it is written as a reference.
const ESCAPABLE = /[ \t\n!-/:-@[-`{-~]/;
/** `<scheme:` and `<name@`, and what the words after this text could make one of; `<b>` is text anyway. */
const AUTOLINK = /^<(?:[A-Za-z][A-Za-z\d+.-]{0,31}(?::|$)|[\w.!#$%&'*+/=?^`{|}~-]*(?:@|$))/;
const REFERENCE = /^&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{0,31});/;
const DIRECTIVE = new RegExp(`:(?:${[...TEXT_DIRECTIVES].join('|')})(?:\\[|$)`, 'y');

const isSpaced = (last: string | undefined, next: string | undefined): boolean =>
  last !== undefined && last !== '\n' && /\s/.test(last) && next !== undefined && /\s/.test(next);

const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/*
 * 1. text     - text     # text     > text     === (under a line)     |--- (under a row)     :::verse
 *  ^          ^          ^          ^          ^                      ^                      ^
 */
export function escapeLineStart(line: string): string {
  const numbered = /^(\d{1,9})([.)])(?=[ \t]|$)/.exec(line);
  if (numbered !== null) return `${numbered[1]}\\${line.slice(numbered[1]!.length)}`;
  if (/^[ \t]/.test(line)) return (line[0] === ' ' ? '&#x20;' : '&#9;') + line.slice(1);
  return LINE_MARK.test(line) ? `\\${line}` : line;
}

const LINE_MARK = /^(?:#{1,6}(?:[ \t]|$)|>|[+-](?:[ \t]|$)|-[-|:]|=+[ \t]*$|\||:[:-])/;
