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
  const starred = /sign|star/.test(mark);
  const straight = latin || dice.pick(style.quotes) === 'straight';
  const dash = dice.pick(style.dashes);
  const quotation = dice.pick(style.quotations);
  const spaced = separation === 'indent' || separation === 'line';
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
    headingGap: spaced ? dice.between(1, 2) : separation === 'wide' ? 3 : dice.between(1, 2),
    afterHeading:
      separation === 'line'
        ? dice.between(0, 1)
        : separation === 'wide'
          ? 2
          : columns === 0 && dice.chance(0.12)
            ? 0
            : 1,
    breakMark,
    breakGap:
      breakMark !== ''
        ? separation === 'wide'
          ? 2
          : separation === 'line'
            ? dice.between(0, 1)
            : 1
        : separation === 'wide'
          ? 4
          : separation === 'blank'
            ? dice.between(2, 3)
            : 2,
    quotation: separation === 'line' && quotation === 'indent' ? 'tab' : quotation,
    bullet: dice.pick(style.bullets),
    number: dice.pick(mark.includes('half') ? style.numbers.slice(0, 1) : style.numbers),
    mark,
    placement,
    restart:
      mark !== 'markdown' &&
      (placement === 'section'
        ? dice.chance(0.6) || MARKS[mark].most < 30
        : placement === 'page'
          ? dice.chance(0.7) || MARKS[mark].most < 30
          : placement === 'paragraph' && MARKS[mark].most < 30),
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
    dress: {
      straight,
      dash: latin && dash === '' ? ' - ' : dash,
      emphasis: starred ? '' : dice.pick(style.emphasis),
      space:
        straight && dice.chance(0.3)
          ? ''
          : dice.pick(encoding.startsWith('utf') ? ['\u00a0', '\u00a0', ' ', '\u202f'] : ['\u00a0', ' ']),
      englishMarks: work.language === 'fr' && dice.chance(0.25),
      plainLetters: latin,
    },
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
