import type { Chosen } from './chosen.ts';
import type { Composed } from './compose.ts';
import type { Dice } from './dice.ts';
import { MARKS } from './marks.ts';
import type { Line } from './sheet.ts';
import { CALL } from './wrap.ts';

/** Cuts the lines into pages as a scan has them: running heads and numbers, and the notes at each foot where they stand there. */
export function paginate(
  sheet: readonly Line[],
  work: Composed,
  chosen: Chosen,
  numbers: Map<string, number>,
  noteLines: (label: string) => Line[],
  dice: Dice,
): Line[] {
  if (chosen.pages === 'none' && chosen.placement !== 'page') return [...sheet];
  const height = chosen.columns > 0 ? dice.between(28, 42) : dice.between(9, 14);
  const midParagraph = dice.chance(0.6);
  const footed = chosen.placement === 'page';
  const most = MARKS[chosen.mark].most;
  const footer = footerOf(work, chosen, dice);
  const out: Line[] = [];
  let page = dice.between(3, 240);
  let body: Line[] = [];
  let foot: Line[] = [];
  let called = 0;
  let running = 0;

  const flush = (last: boolean): void => {
    while (body.at(-1)?.text === '') body.pop();
    if (body.length === 0 && foot.length === 0) return;
    out.push(...body);
    if (foot.length > 0)
      out.push(
        blank(),
        ...(chosen.rule ? [{ text: chosen.rule, label: 'notes heading' as const, item: null, goesOn: false }] : []),
        ...foot,
      );
    if (!last || dice.chance(0.5)) out.push(...footer(page, last));
    page++;
    body = [];
    foot = [];
    called = 0;
  };
  sheet.forEach((line, index) => {
    if (body.length === 0 && line.text === '') return;
    body.push(line);
    if (footed) {
      for (const [, label] of line.text.matchAll(CALL)) {
        called++;
        running++;
        numbers.set(label!, chosen.restart ? called : running);
        if (work.orphans.get(label!) !== 'body' && work.notes.has(label!)) foot.push(...noteLines(label!));
      }
    }
    const full = body.length + foot.length >= height || (footed && called >= Math.min(most, 5));
    const next = sheet[index + 1];
    const atEnd = !line.goesOn && (line.label === 'paragraph' || line.label === 'blank') && next?.label !== 'verse';
    if (full && next && (atEnd || (midParagraph && line.goesOn && !line.text.endsWith('-')))) flush(false);
  });
  flush(true);
  return out;
}

const blank = (): Line => ({ text: '', label: 'blank', item: null, goesOn: false });

function footerOf(work: Composed, chosen: Chosen, dice: Dice): (page: number, last: boolean) => Line[] {
  if (chosen.pages === 'none') return (_, last) => (last ? [] : [blank()]);
  const number = dice.pick<(n: number) => string>([
    (n) => String(n),
    (n) => `- ${n} -`,
    (n) => `[${n}]`,
    (n) => `Page ${n}`,
    (n) => `${' '.repeat(30)}${n}`,
    (n) => `— ${n} —`,
  ]);
  const furniture = (text: string): Line => ({
    text: chosen.dress.plainLetters ? text.replace(/—/g, '-').replace(/’/g, "'").replace(/œ/gi, 'oe') : text,
    label: 'furniture',
    item: null,
    goesOn: false,
  });
  if (chosen.pages === 'numbers') return (page, last) => [blank(), furniture(number(page)), ...(last ? [] : [blank()])];
  if (chosen.pages === 'feeds')
    return (page, last) => [blank(), furniture(number(page)), ...(last ? [] : [furniture('\f')])];
  const head = (page: number): string =>
    page % 2 === 0
      ? `${page}${' '.repeat(8)}${work.author.toUpperCase()}`
      : `${' '.repeat(10)}${work.title.toUpperCase()}${' '.repeat(8)}${page}`;
  return (page, last) => (last ? [] : [blank(), blank(), furniture(head(page + 1)), blank()]);
}
