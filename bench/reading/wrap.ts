import type { Dice } from './dice.ts';

/** Where a call will stand, until its number is known. */
export const CALL = /\ue000(\w+)\ue001/g;
/** A space at which no line may end. */
export const GLUE = '\ue002';

const width = (text: string): number => text.replace(CALL, '[1]').length;

/** A paragraph as a typist sets it: lines of at most `columns`, some of them ending in a broken word, some spread out to the margin. */
export function wrap(
  text: string,
  options: { columns: number; first: string; rest: string; hyphenate: boolean; justify: boolean },
  dice: Dice,
): string[] {
  const { columns, first, rest } = options;
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (let word of text.split(' ')) {
    while (!empty && width(line) + 1 + width(word) > columns) {
      const room = columns - width(line) - 2;
      const at = options.hyphenate && dice.chance(0.8) ? breakOf(word, room) : 0;
      if (at > 0) {
        lines.push(`${line} ${word.slice(0, at)}-`);
        word = word.slice(at);
      } else lines.push(line);
      line = rest;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  const spread = options.justify ? lines.map((full, i) => justified(full, columns, i === 0 ? first : rest)) : lines;
  return [...spread, line];
}

/** Behind a vowel, before a consonant that a vowel follows, three letters at least on either side. */
function breakOf(word: string, room: number): number {
  const match = /^\p{Ll}{7,}/u.exec(word);
  if (!match) return 0;
  for (let at = Math.min(room, match[0].length - 3); at >= 3; at--) {
    if (/[aeiouéèy]/.test(word[at - 1]!) && /[bcdfglmnprstv]/.test(word[at]!) && /[aeiouéèy]/.test(word[at + 1] ?? ''))
      return at;
  }
  return 0;
}

function justified(line: string, columns: number, indent: string): string {
  let missing = columns - width(line);
  if (missing <= 0 || missing > 12) return line;
  return indent + line.slice(indent.length).replace(/ /g, (space) => (missing-- > 0 ? '  ' : space));
}
