import { type BodyPlace, ENDED, endsWithColon } from './body-place.ts';
import { type HeadingStyle, headingStyle, isBareDivision, isBareNumber } from './headings.ts';
import { isClosing, isLetterLine } from './letter-lines.ts';
import { nameLikeness } from './names.ts';
import type { Segment } from './segments.ts';

/** A heading has text under it, space or an end of sentence above it, and does not come in a row of its like. */
export function headingAt(place: BodyPlace, order: readonly number[], index: number): HeadingStyle | null {
  const at = order[index]!;
  const segment = place.segments[at]!;
  const style = headingStyle(segment, place.passages[at]!.text, place.layout);
  if (!style || isLetterLine(place.passages[at]!.text)) return null;
  if (style === 'markdown' || style === 'underlined') return style;
  if (isSignature(place, order, index)) return null;
  const next = nextText(place, order, index);
  if (next === null || place.segments[next]!.shape === 'rule') return null;
  if (style === 'numbered' && isListItem(place, order, index)) return null;
  const nextStyle = headingStyle(place.segments[next]!, place.passages[next]!.text, place.layout);
  const [before, text] = [index > 0 ? place.segments[order[index - 1]!]! : null, place.passages[at]!.text];
  const loose = segment.gap >= Math.min(1, place.layout.spacing) || index === 0;
  if (!loose && style !== 'numbered' && style !== 'capitals') return null;
  if (style === 'plain' && order[index + 1] !== next) return null;
  if (style !== 'plain') return nextStyle === 'plain' && style === 'centred' ? null : style;
  if (nextStyle !== null || endsWithColon(place, order, index)) return null;
  const apart =
    place.layout.spacing === 0 ||
    (place.segments[next]!.gap >= 1 && segment.gap >= 1) ||
    isOverLongLine(place, order, index) ||
    segment.gap > place.layout.spacing;
  const goneBefore =
    before === null || before.shape !== 'prose' || segment.gap > place.layout.spacing || endsBeforeHeading(before);
  const body = place.segments[next]!;
  const prose =
    body.shape !== 'prose' ||
    readsAsProse(place.passages[next]!.text) ||
    body.mark !== null ||
    body.lines[0]!.depth > 0;
  const intoList = body.mark !== null && /^\p{Ll}/u.test(place.passages[next]!.text.slice(body.mark.length));
  return apart && !intoList && goneBefore && prose && !/^[-–—]/.test(text) ? style : null;
}

/** A short line right above a paragraph of one long line, as another one near by. */
function isOverLongLine(place: BodyPlace, order: readonly number[], index: number): boolean {
  const over = (at: number): boolean => {
    const [one, other] = [place.segments[order[at]!], place.segments[order[at + 1]!]];
    if (!one || !other || one.gap === 0 || other.gap > 0 || one.lines.length > 1) return false;
    const text = one.lines[0]!.text;
    return (
      text.length <= 60 && !/[.,:;!?]$/.test(text) && other.shape === 'prose' && other.lines[0]!.text.length >= 150
    );
  };
  if (place.layout.wrap !== null || !over(index)) return false;
  for (let step = 1; step <= 30; step++) if (over(index - step) || over(index + step)) return true;
  return false;
}

/** "Will", under "Your loving brother,". */
function isSignature(place: BodyPlace, order: readonly number[], index: number): boolean {
  const before = order[index - 1];
  return (
    before !== undefined &&
    /,$/.test(place.passages[before]!.text) &&
    isClosing(place.passages[before]!.text) &&
    nameLikeness(place.passages[order[index]!]!.text) > 0
  );
}

/** A sentence has ended, or a letter, or a chapter's number stands there: what follows may be a heading. */
function endsBeforeHeading(segment: Segment): boolean {
  const { text } = segment.lines.at(-1)!;
  if (ENDED.test(text) || isBareHeading(segment) || isLetterLine(text)) return true;
  return segment.lines.length === 1 && nameLikeness(text) >= 0.4;
}

const readsAsProse = (text: string): boolean => {
  const words = text.split(/\s+/).length;
  if (isLetterLine(text)) return true;
  return words >= 12 || (words >= 5 && /[.:!?…][”"»)]*$/.test(text));
};

const isBareHeading = (segment: Segment): boolean =>
  segment.lines.length === 1 && (isBareNumber(segment.lines[0]!.text) || isBareDivision(segment.lines[0]!.text));

function nextText(place: BodyPlace, order: readonly number[], index: number): number | null {
  for (let more = index + 1; more < order.length; more++)
    if (place.segments[order[more]!]!.shape !== 'rule') return order[more]!;
  return null;
}

/** A numbered line right beside another of its kind is an item, not a heading. */
function isListItem(place: BodyPlace, order: readonly number[], index: number): boolean {
  const at = order[index]!;
  const text = place.passages[at]!.text;
  if (isBareNumber(text)) return false;
  const mark = place.segments[at]!.mark;
  if (!mark) return false;
  return [order[index - 1], order[index + 1]].some(
    (other) => other !== undefined && place.segments[other]!.mark?.form === mark.form,
  );
}
