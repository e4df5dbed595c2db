import type { Chosen } from './chosen.ts';
import type { Composed } from './compose.ts';
import type { Dice } from './dice.ts';
import { dressed } from './dress.ts';
import { MARKS } from './marks.ts';
import type { Item, Line } from './sheet.ts';
import { wrap } from './wrap.ts';

/** The body of a note under its mark. */
export function noteLines(
  label: string,
  work: Composed,
  chosen: Chosen,
  numbers: ReadonlyMap<string, number>,
  section: number,
  dice: Dice,
): Line[] {
  const mark = MARKS[chosen.mark] as (typeof MARKS)['brackets'] & { close?: string };
  const paragraphs = work.notes.get(label)!.map((text) => dressed(text, chosen.dress));
  const item: Item = { kind: 'note', section, text: paragraphs.join(' '), optional: [], note: label };
  const last = paragraphs.length - 1;
  return paragraphs.flatMap((paragraph, index) => {
    const first =
      index === 0 ? mark.body(numbers.get(label)!) : chosen.mark === 'markdown' ? '    ' : dice.pick(['', '    ']);
    const text = index === last ? paragraph + (mark.close ?? '') : paragraph;
    const rest = chosen.mark === 'markdown' ? '    ' : index === 0 && dice.chance(0.3) ? '    ' : '';
    const typed =
      chosen.columns > 0
        ? wrap(text, { columns: chosen.columns, first, rest, hyphenate: chosen.hyphenate, justify: false }, dice)
        : [first + text];
    const lines = typed.map((line): Line => ({ text: line, label: 'note', item, goesOn: false }));
    const blank: Line = { text: '', label: 'blank', item: null, goesOn: false };
    return index > 0 && chosen.separation !== 'line' ? [blank, ...lines] : lines;
  });
}
