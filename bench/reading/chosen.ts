import type { Composed } from './compose.ts';
import type { Dice } from './dice.ts';
import type { Dress } from './dress.ts';
import { MARKS, type MarkName } from './marks.ts';
import type { Encoding, Heading, Pages, Placement, Quotation, Separation, Style } from './styles.ts';

/** One throw of the dice over a style: how this transcription is typed, all through. */
export interface Chosen {
  readonly separation: Separation;
  readonly columns: number;
  readonly hyphenate: boolean;
  readonly justify: boolean;
  readonly margin: string;
  readonly indent: string;
  readonly heading: Heading;
  readonly headingGap: number;
  readonly afterHeading: number;
  readonly breakMark: string;
  readonly breakGap: number;
  readonly quotation: Quotation;
  readonly bullet: string;
  readonly number: (n: number) => string;
  readonly mark: MarkName;
  readonly placement: Placement;
  readonly restart: boolean;
  readonly notesHeading: string | null;
  readonly rule: string;
  readonly noteGap: number;
  readonly beforeNotes: number;
  readonly callSpace: boolean;
  readonly callFirst: boolean;
  readonly pages: Pages;
  readonly encoding: Encoding;
  readonly lineEnd: string;
  readonly leadIn: boolean;
  readonly verseIndent: string;
  readonly dress: Dress;
}

const NOTES_HEADINGS = {
  en: ['Notes', 'NOTES', 'Footnotes', 'Endnotes', 'Notes:', 'Notes'],
  fr: ['Notes', 'NOTES', 'Notes de bas de page', 'Notes :', 'Notes et références', 'Notes'],
} as const;

export function choose(style: Style, work: Composed, dice: Dice): Chosen {
  const separation = dice.pick(style.separation);
  const columns = separation === 'line' || separation === 'wide' ? 0 : dice.pick(style.wrap);
  const placement = dice.pick(style.placement);
  const mark = fitting(dice.pick(style.marks), placement, work);
  const encoding = dice.pick(style.encodings);
  const latin = encoding.startsWith('iso');
  const straight = latin || dice.pick(style.quotes) === 'straight';
  const dash = dice.pick(style.dashes);
  const quotation = dice.pick(style.quotations);
  const breakMark = dice.pick(style.breaks);
  return {
    separation,
    columns,
    hyphenate: columns > 0 && dice.chance(style.hyphenate),
    justify: columns > 0 && dice.chance(style.justify),
    margin: ' '.repeat(dice.pick(style.margin)),
    indent: dice.pick(
      separation === 'line' ? ['', '', '\t'] : separation.startsWith('indent') ? ['  ', '   ', '    ', '     '] : [''],
    ),
    heading: dice.pick(style.headings),
    headingGap: separation === 'wide' ? 3 : dice.between(1, 2),
    afterHeading: afterHeading(separation, columns, dice),
    breakMark,
    breakGap: breakGap(separation, breakMark, dice),
    quotation: separation === 'line' && quotation === 'indent' ? 'tab' : quotation,
    bullet: dice.pick(style.bullets),
    number: dice.pick(mark.includes('half') ? style.numbers.slice(0, 1) : style.numbers),
    mark,
    placement,
    restart: restarts(mark, placement, dice),
    notesHeading:
      (placement === 'end' || placement === 'section') && dice.chance(style.notesHeading)
        ? dice.pick(NOTES_HEADINGS[work.language])
        : null,
    rule: dice.pick(style.rules),
    noteGap: separation === 'wide' ? dice.between(1, 2) : dice.between(0, 1),
    beforeNotes:
      separation === 'wide' ? dice.between(2, 4) : separation === 'line' ? dice.between(1, 2) : dice.between(1, 3),
    callSpace: MARKS[mark].call(1).length > 1 && dice.chance(0.18),
    callFirst: work.language === 'fr' && dice.chance(0.5),
    pages: dice.pick(style.pages),
    encoding,
    lineEnd: dice.pick(style.lineEnd),
    leadIn: dice.chance(style.leadIn),
    verseIndent: dice.pick(style.file === 'md' ? [''] : ['', '', '    ', '        ']),
    dress: chooseDress(style, work, { mark, encoding, straight, dash }, dice),
  };
}

function afterHeading(separation: Separation, columns: number, dice: Dice): number {
  if (separation === 'line') return dice.between(0, 1);
  if (separation === 'wide') return 2;
  return columns === 0 && dice.chance(0.12) ? 0 : 1;
}

/** Blank lines around the mark of a break; without a mark they are the break, and so more than anywhere else. */
function breakGap(separation: Separation, mark: string, dice: Dice): number {
  if (separation === 'wide') return mark === '' ? 4 : 2;
  if (mark !== '') return separation === 'line' ? dice.between(0, 1) : 1;
  return separation === 'blank' ? dice.between(2, 3) : 2;
}

function restarts(mark: MarkName, placement: Placement, dice: Dice): boolean {
  const must = MARKS[mark].most < 30;
  if (mark === 'markdown') return false;
  if (placement === 'section') return dice.chance(0.6) || must;
  if (placement === 'page') return dice.chance(0.7) || must;
  return placement === 'paragraph' && must;
}

interface Keys {
  readonly mark: MarkName;
  readonly encoding: Encoding;
  readonly straight: boolean;
  readonly dash: string;
}

function chooseDress(style: Style, work: Composed, { mark, encoding, straight, dash }: Keys, dice: Dice): Dress {
  const latin = encoding.startsWith('iso');
  const spaces = encoding.startsWith('utf') ? ['\u00a0', '\u00a0', ' ', '\u202f'] : ['\u00a0', ' '];
  return {
    straight,
    dash: latin && dash === '' ? ' - ' : dash,
    emphasis: /sign|star/.test(mark) ? '' : dice.pick(style.emphasis),
    space: straight && dice.chance(0.3) ? '' : dice.pick(spaces),
    englishMarks: work.language === 'fr' && dice.chance(0.25),
    plainLetters: latin,
  };
}

/** Signs and stars number only a few notes in one run; where there are more, the copyist counts in brackets. */
function fitting(mark: MarkName, placement: Placement, work: Composed): MarkName {
  if (MARKS[mark].most > 30) return mark;
  let section = 0;
  let most = 0;
  let total = 0;
  for (const part of work.parts) {
    if (part.kind === 'heading' || part.kind === 'break') section = 0;
    const text = JSON.stringify(part);
    const calls = text.match(/\[\^\w+\]/g)?.length ?? 0;
    section += calls;
    total += calls;
    most = Math.max(most, placement === 'section' ? section : placement === 'end' ? total : calls);
  }
  return most <= MARKS[mark].most ? mark : 'brackets';
}
