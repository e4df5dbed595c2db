import type { Chosen } from './chosen.ts';
import type { Composed } from './compose.ts';
import type { Dice } from './dice.ts';
import { dressed, inMarks } from './dress.ts';
import { headingLines } from './headings.ts';
import { MARKS } from './marks.ts';
import type { Part } from './work.ts';
import { CALL, GLUE, wrap } from './wrap.ts';

export type Label =
  | 'head'
  | 'furniture'
  | 'heading'
  | 'paragraph'
  | 'quotation'
  | 'verse'
  | 'list'
  | 'table'
  | 'note'
  | 'blank'
  | 'break'
  | 'notes heading';

/** A line of the file, calls still without their numbers. `item` is what it belongs to. */
export interface Line {
  text: string;
  readonly label: Label;
  readonly item: Item | null;
  /** Whether a page may end behind it in the middle of its paragraph. */
  readonly goesOn: boolean;
}

/** A piece of the truth: what a reader should give back as one block or one note. */
export interface Item {
  readonly kind: 'heading' | 'paragraph' | 'quotation' | 'verse' | 'list' | 'table' | 'note';
  readonly section: number;
  readonly text: string;
  /** Tokens a reader may leave out or keep, such as the number of a list's item. */
  readonly optional: readonly string[];
  readonly note: string | null;
}

/** The text typed out: its lines, with the notes where this typist puts them (those of a page come later, in `paginate`). */
export function typeOut(
  work: Composed,
  chosen: Chosen,
  dice: Dice,
): { lines: Line[]; numbers: Map<string, number>; noteLines: (label: string) => Line[] } {
  const sheet: Line[] = [];
  const numbers = new Map<string, number>();
  const pending: string[] = [];
  let section = 1;
  let ordinal = 0;
  let count = 0;
  let previous: Label | null = null;

  const put = (label: Label, item: Item | null, texts: readonly string[], gap: number): void => {
    if (sheet.length > 0)
      for (let i = 0; i < gap; i++) sheet.push({ text: '', label: 'blank', item: null, goesOn: false });
    texts.forEach((text, index) => {
      sheet.push({
        text,
        label: text === '' ? 'blank' : label,
        item: text === '' ? null : item,
        goesOn: label === 'paragraph' && index < texts.length - 1,
      });
    });
    previous = label;
  };
  const marked = (text: string): string => {
    const moved = chosen.callFirst ? text.replace(/([.,;:!?»”’\u00a0\u202f]+)(\[\^\w+\])/g, '$2$1') : text;
    const cased = moved.replace(/\[\^(\w+)\]/g, (_, label: string) => {
      if (!numbers.has(label)) {
        numbers.set(label, ++count);
        if (work.notes.has(label)) pending.push(label);
      }
      return work.orphans.get(label) === 'call' && chosen.placement !== 'page'
        ? ''
        : `${chosen.callSpace ? GLUE : ''}\ue000${label}\ue001`;
    });
    return dressed(cased, chosen.dress);
  };
  const noteLines = (label: string): Line[] => noteOf(label, work, chosen, numbers, section, dice);
  const flushNotes = (): void => {
    if (chosen.placement === 'page') return;
    const bodies = pending.splice(0).filter((label) => work.orphans.get(label) !== 'body');
    if (bodies.length === 0) return;
    const apart =
      chosen.placement === 'paragraph'
        ? Math.max(gapAround(chosen), chosen.separation === 'line' ? 0 : 1)
        : chosen.beforeNotes;
    const opening = [chosen.placement === 'paragraph' ? '' : chosen.rule, chosen.notesHeading ?? ''].filter(
      (line) => line !== '',
    );
    if (opening.length > 0)
      put(
        'notes heading',
        null,
        opening.flatMap((line, i) => (i > 0 ? ['', line] : [line])),
        apart,
      );
    bodies.forEach((label, index) => {
      const lines = noteLines(label);
      const gap = index > 0 ? chosen.noteGap : opening.length > 0 ? dice.between(0, 1) : apart;
      for (let i = 0; i < gap; i++) sheet.push({ text: '', label: 'blank', item: null, goesOn: false });
      sheet.push(...lines);
    });
    previous = 'note';
    if (chosen.restart) count = 0;
  };

  work.parts.forEach((part, index) => {
    const opensSection =
      part.kind === 'break' || (part.kind === 'heading' && index > 0 && work.parts[index - 1]?.kind !== 'break');
    if (opensSection && sheet.length > 0) {
      if (chosen.placement === 'section') flushNotes();
      if (index > 0) section++;
    }
    if (part.kind === 'break') {
      if (chosen.breakMark !== '') put('break', null, [chosen.breakMark], chosen.breakGap);
      else previous = 'break';
      return;
    }
    if (part.kind === 'heading') {
      const { lines, required, optional } = headingLines(
        dressed(part.text, chosen.dress),
        ++ordinal,
        chosen.heading,
        work.language,
      );
      put(
        'heading',
        { kind: 'heading', section, text: required, optional, note: null },
        lines,
        Math.max(chosen.headingGap, previous === 'break' ? gapAfterBreak(chosen) : 0),
      );
      return;
    }
    const gap = gapBefore(part, previous, chosen);
    setPart(part, { work, chosen, dice, section, gap, marked, put });
    if (chosen.placement === 'paragraph') flushNotes();
  });
  flushNotes();
  return { lines: sheet, numbers, noteLines };
}

const gapAround = (chosen: Chosen): number =>
  chosen.separation === 'wide' ? 2 : chosen.separation === 'blank' || chosen.separation === 'indent and blank' ? 1 : 0;
const gapAfterBreak = (chosen: Chosen): number => (chosen.breakMark === '' ? chosen.breakGap : chosen.breakGap);

function gapBefore(part: Part, previous: Label | null, chosen: Chosen): number {
  const around = gapAround(chosen);
  if (previous === 'break') return gapAfterBreak(chosen);
  if (previous === 'heading') return chosen.afterHeading;
  if (previous === 'note') return Math.max(1, around);
  const apart = (kind: string | null): boolean =>
    kind === 'verse' || kind === 'table' || ((kind === 'quotation' || kind === 'list') && chosen.separation !== 'line');
  return apart(part.kind) || apart(previous) ? Math.max(1, around) : around;
}

interface Desk {
  readonly work: Composed;
  readonly chosen: Chosen;
  readonly dice: Dice;
  readonly section: number;
  readonly gap: number;
  readonly marked: (text: string) => string;
  readonly put: (label: Label, item: Item | null, texts: readonly string[], gap: number) => void;
}

const bare = (text: string): string => text.replace(CALL, '').replaceAll(GLUE, '');

function setPart(part: Part, desk: Desk): void {
  if (part.kind === 'paragraph') {
    const text = desk.marked(part.text);
    setProse(
      'paragraph',
      part.leadIn && desk.chosen.leadIn ? shouted(text, part.leadIn) : text,
      desk,
      desk.chosen.indent,
      '',
      desk.gap,
    );
  } else if (part.kind === 'quotation') setQuotation(part, desk);
  else if (part.kind === 'verse') setVerse(part, desk);
  else if (part.kind === 'list') setList(part, desk);
  else if (part.kind === 'table') setTable(part, desk);
}

function setProse(
  kind: 'paragraph' | 'quotation',
  text: string,
  desk: Desk,
  first: string,
  rest: string,
  gap: number,
): void {
  const { chosen, dice } = desk;
  const lines =
    chosen.columns > 0
      ? wrap(
          text,
          {
            columns: chosen.columns - (rest ? 4 : 0),
            first,
            rest,
            hyphenate: chosen.hyphenate,
            justify: chosen.justify,
          },
          dice,
        )
      : [first + text];
  desk.put(kind, { kind, section: desk.section, text: bare(text), optional: [], note: null }, lines, gap);
}

function shouted(text: string, words: number): string {
  const end = text.split(' ').slice(0, words).join(' ').length;
  return text.slice(0, end).toUpperCase() + text.slice(end);
}

function setQuotation(part: Part & { kind: 'quotation' }, desk: Desk): void {
  const { chosen, work } = desk;
  const own = part.paragraphs.map((text) => desk.marked(text));
  const straight = chosen.dress.straight;
  const withMarks = chosen.quotation === 'marks' || chosen.quotation === 'indent and marks';
  const texts = withMarks
    ? inMarks(own, work.language, chosen.dress.space)
        .map((text) => (straight ? text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'") : text))
        .map((text) =>
          chosen.dress.englishMarks
            ? text.replace(/«\s?/g, straight ? '"' : '“').replace(/\s?»/g, straight ? '"' : '”')
            : text,
        )
    : own;
  const all = part.source && !withMarks ? [...texts, desk.marked(part.source)] : texts;
  const margin = { marks: '', indent: '     ', 'indent and marks': '    ', tab: '\t', angle: '> ' }[chosen.quotation];
  all.forEach((text, index) => {
    const within = chosen.quotation === 'angle' || gapAround(chosen) > 0 ? gapAround(chosen) : 0;
    const first =
      chosen.quotation === 'marks'
        ? chosen.indent
        : margin + (within === 0 && index > 0 && chosen.quotation === 'indent' ? '   ' : '');
    if (index > 0 && chosen.quotation === 'angle') desk.put('quotation', null, ['>'], 0);
    const gap = index === 0 ? desk.gap : chosen.quotation === 'angle' ? 0 : within;
    setProse(
      'quotation',
      text,
      desk,
      first,
      margin,
      chosen.quotation === 'marks' && index === 0 && chosen.separation === 'indent' ? 0 : gap,
    );
  });
}

function setVerse(part: Part & { kind: 'verse' }, desk: Desk): void {
  const { chosen } = desk;
  const trail = chosen.quotation === 'angle' ? '  ' : '';
  const stanzas = part.stanzas.map((stanza) => stanza.map((line) => desk.marked(line)));
  const texts = stanzas.flatMap((stanza, index) => [
    ...(index > 0 ? [''] : []),
    ...stanza.map((line) => chosen.verseIndent + line + trail),
  ]);
  desk.put(
    'verse',
    {
      kind: 'verse',
      section: desk.section,
      text: bare(stanzas.flat().join(' ')).replace(/ +/g, ' ').trim(),
      optional: [],
      note: null,
    },
    texts,
    Math.max(1, desk.gap),
  );
}

function setList(part: Part & { kind: 'list' }, desk: Desk): void {
  const { chosen, dice } = desk;
  const indent = dice.pick(chosen.quotation === 'angle' ? [''] : ['', '', '  ', '    ']);
  const apart = chosen.separation === 'blank' && chosen.quotation !== 'angle' && dice.chance(0.25);
  const texts = part.items.map((item) => desk.marked(item));
  const markers = texts.map((_, index) => (part.ordered ? chosen.number(index + 1) : chosen.bullet));
  const lines = texts.flatMap((text, index) => {
    const first = indent + markers[index];
    const hanging = ' '.repeat(first.replace('\t', '   ').length);
    const typed =
      chosen.columns > 0
        ? wrap(text, { columns: chosen.columns, first, rest: hanging, hyphenate: false, justify: false }, dice)
        : [first + text];
    return apart && index > 0 ? ['', ...typed] : typed;
  });
  desk.put(
    'list',
    {
      kind: 'list',
      section: desk.section,
      text: bare(texts.join(' ')),
      optional: markers.map((marker) => marker.trim()),
      note: null,
    },
    lines,
    desk.gap,
  );
}

function setTable(part: Part & { kind: 'table' }, desk: Desk): void {
  const rows = part.rows.map((row) => row.map((cell) => desk.marked(cell)));
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => bare(row[column] ?? '').length)));
  const piped = desk.chosen.quotation === 'angle';
  const lines = rows.map((row) => {
    const cells = row.map((cell, column) => cell.padEnd(widths[column]!));
    return piped ? `| ${cells.join(' | ')} |` : cells.join('   ').trimEnd();
  });
  if (piped) lines.splice(1, 0, `|${widths.map(() => ' --- ').join('|')}|`);
  desk.put(
    'table',
    { kind: 'table', section: desk.section, text: bare(rows.flat().join(' ')), optional: [], note: null },
    lines,
    Math.max(1, desk.gap),
  );
}

function noteOf(
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
