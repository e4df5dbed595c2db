import type { Chosen } from './chosen.ts';
import type { Composed } from './compose.ts';
import type { Dice } from './dice.ts';
import { inMarks } from './dress.ts';
import { gapAround } from './gaps.ts';
import type { Item, Label } from './sheet.ts';
import type { Part } from './work.ts';
import { CALL, GLUE, wrap } from './wrap.ts';

/** What the setting of a part needs of the one who types. */
export interface Desk {
  readonly work: Composed;
  readonly chosen: Chosen;
  readonly dice: Dice;
  readonly section: number;
  readonly gap: number;
  readonly marked: (text: string) => string;
  readonly put: (label: Label, item: Item | null, texts: readonly string[], gap: number) => void;
}

export function setPart(part: Part, desk: Desk): void {
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

const bare = (text: string): string => text.replace(CALL, '').replaceAll(GLUE, '');

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
