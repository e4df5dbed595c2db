import { type BodyPlace, endsWithColon, removedBetween } from './body-place.ts';

export function listFrom(place: BodyPlace, order: readonly number[], index: number): number {
  const first = place.segments[order[index]!]!.mark;
  if (!first || !LISTED.has(first.form)) return index;
  let end = index;
  for (let more = index + 1; more < order.length; more++) {
    const [one, other] = [place.segments[order[end]!]!, place.segments[order[more]!]!];
    const adjacent =
      other.gap <= Math.max(1, place.layout.spacing) && !removedBetween(place, order[end]!, order[more]!);
    if (!adjacent || other.mark?.form !== first.form || one.lines[0]!.depth !== other.lines[0]!.depth) break;
    if (first.form === 'bullet' ? other.mark.label !== first.label : !rises(one.mark!.label, other.mark.label)) break;
    end = more;
  }
  if (end === index) return index;
  const items = order.slice(index, end + 1).map((at) => place.passages[at]!.text);
  return isDialogue(place, order, index, items, first.label) || isTheses(items) ? index : end;
}

const LISTED: ReadonlySet<string> = new Set(['bullet', 'dotted', 'closed', 'parenthesised', 'symbol', 'bracketed']);

const rises = (one: string, other: string): boolean =>
  /^\d+$/.test(one) && /^\d+$/.test(other) ? Number(other) === Number(one) + 1 : one === other || other > one;

/** In French, speech begins with a dash: its lines end as sentences do, and no colon announced a list. */
function isDialogue(
  place: BodyPlace,
  order: readonly number[],
  index: number,
  items: readonly string[],
  sign: string,
): boolean {
  if (sign !== '–' && sign !== '-') return false;
  const ended = items.filter((item) => /[.!?…]["”»]?$/.test(item)).length;
  if (
    endsWithColon(place, order, index) &&
    !/\b(?:dit|répondit|demanda|said|asked)\b[^.]*:$/.test(place.passages[order[index - 1]!]!.text)
  )
    return false;
  return (
    ended >= items.length * 0.7 &&
    (sign === '–' || place.language === 'fr') &&
    items.some((item) => /[?!…]|\b(?:dit|répondit|demanda|fit)\b/.test(item))
  );
}

/** Numbered paragraphs as long as paragraphs are theses, not a list. */
const isTheses = (items: readonly string[]): boolean =>
  items.reduce((sum, item) => sum + item.length, 0) / items.length > 450;
