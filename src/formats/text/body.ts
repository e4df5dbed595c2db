import type { BlockKind, Guess } from '#domain/reading.ts';
import { type HeadingStyle, headingStyle, headingText, isBareDivision, isBareNumber } from './headings.ts';
import type { Layout } from './layout.ts';
import { isLetterLine } from './letter-lines.ts';
import type { Line } from './lines.ts';
import { nameLikeness } from './names.ts';
import type { Passage } from './passage.ts';
import { isAttribution, quotingOf, reopens } from './quotations.ts';
import type { Segment } from './segments.ts';

/** A piece of the text with what it was taken for. Several segments become one part when they are one list, one poem, one broken paragraph. */
export interface Part {
  readonly kind: BlockKind;
  readonly segments: readonly number[];
  /** Parts of one block quotation share a number; null outside one. */
  readonly quotation: number | null;
  /** A section begins here without a heading; how it was marked. */
  readonly breakBefore: 'space' | 'mark' | null;
  readonly style: HeadingStyle | null;
  readonly guess: Omit<Guess, 'evidence'> | null;
}

export interface BodyPlace {
  readonly segments: readonly Segment[];
  readonly passages: readonly Passage[];
  readonly layout: Layout;
  /** Segments that are not of the text, and those before it begins. */
  readonly out: ReadonlySet<number>;
  readonly start: number;
  readonly language: string | null;
  /** What an editor said a segment is. */
  readonly said: ReadonlyMap<number, string>;
  /** Where an editor said a section begins, or does not. */
  readonly breaks: ReadonlyMap<number, string>;
}

/** The text's segments in order, each told what it is by its dress and its neighbours. */
export function readBody(place: BodyPlace): readonly Part[] {
  const order = bodyOrder(place);
  const parts: Draft[] = [];
  const state: State = { quotations: 0, pendingBreak: null };
  for (let index = 0; index < order.length; index++) {
    const at = order[index]!;
    if (isBreakSign(place, at)) {
      state.pendingBreak = 'mark';
      continue;
    }
    index = addPart(place, order, index, parts, state);
  }
  return parts;
}

type Draft = { -readonly [K in keyof Part]: Part[K] } & { segments: number[] };

interface State {
  quotations: number;
  pendingBreak: 'space' | 'mark' | null;
}

const bodyOrder = ({ segments, out, start }: BodyPlace): readonly number[] =>
  segments.map((_, at) => at).filter((at) => at >= start && !out.has(at));

/** Lines with words that are said to be a section break begin one: no word is a sign. */
const isBreakSign = (place: BodyPlace, at: number): boolean =>
  place.segments[at]!.shape === 'rule' ||
  (place.breaks.get(at) === 'section-break' && !/[\p{L}\p{N}]/u.test(place.passages[at]!.text));

function addPart(place: BodyPlace, order: readonly number[], index: number, parts: Draft[], state: State): number {
  const at = order[index]!;
  const before = parts.at(-1) ?? null;
  if (before && goesOn(place, before, order[index - 1]!, at)) {
    before.segments.push(at);
    return index;
  }
  const draft: Draft = {
    kind: 'paragraph',
    segments: [at],
    quotation: null,
    breakBefore: null,
    style: null,
    guess: null,
  };
  const end = classify(place, order, index, draft, before);
  draft.breakBefore = breakBefore(place, order, index, draft, before, state);
  state.pendingBreak = null;
  if (draft.kind === 'verse' && before?.kind === 'verse' && draft.breakBefore === null) {
    before.segments.push(...draft.segments);
    return end;
  }
  if (draft.kind === 'quotation') numberQuotation(place, draft, before, state);
  parts.push(draft);
  return end;
}

/** A paragraph that a page's end, a note or a piece of furniture had cut in two. */
function goesOn(place: BodyPlace, before: Draft, last: number, at: number): boolean {
  const [one, other] = [place.segments[last]!, place.segments[at]!];
  const cut = other.lines[0]!.page || removedBetween(place, last, at);
  if (!cut || (before.kind !== 'paragraph' && before.kind !== 'quotation') || before.segments.at(-1) !== last)
    return false;
  if (other.shape !== 'prose' || other.mark || one.lines[0]!.depth !== other.lines[0]!.depth) return false;
  const [text, next] = [place.passages[last]!.text, place.passages[at]!.text];
  if (ENDED.test(text)) return false;
  if (/^["“«(]?\p{Ll}/u.test(next)) return true;
  return (
    /[\p{L}\p{N},–—-]$/u.test(text) &&
    text.split(/\s+/).length >= 8 &&
    next.split(/\s+/).length >= 5 &&
    /[,\p{Ll}–—-]$/u.test(text)
  );
}

const ENDED =
  /[.!?:;…]["”»’)\]]*(?:\s?(?:<[^<>]{1,80}>)*[[({⁽]*\^?(?:note )?[\da-z*†‡§¹²³⁰⁴-⁹]{1,3}[\])}⁾]*(?:\([^()]{1,60}\))?(?:<[^<>]{1,80}>)*){0,2}["”»’)\]]*$/iu;

function removedBetween(place: BodyPlace, last: number, at: number): boolean {
  for (let between = last + 1; between < at; between++) if (place.out.has(between)) return true;
  return false;
}

/** What the segment is; returns the index of the last one it took in. */
function classify(
  place: BodyPlace,
  order: readonly number[],
  index: number,
  draft: Draft,
  before: Draft | null,
): number {
  const at = order[index]!;
  const segment = place.segments[at]!;
  const text = place.passages[at]!.text;
  const said = place.said.get(at);
  if (said && said in SAID) {
    draft.kind = SAID[said]!;
    return draft.kind === 'list' ? takeList(place, order, index, draft) : index;
  }
  if (segment.shape === 'table') {
    draft.kind = 'table';
    draft.guess = { what: 'table', value: 'table', confidence: 0.75, alternatives: ['paragraph'] };
    return index;
  }
  if (segment.shape === 'verse') {
    draft.kind = 'verse';
    draft.guess = { what: 'verse', value: 'verse', confidence: 0.78, alternatives: ['paragraph', 'list'] };
    return index;
  }
  const style = headingAt(place, order, index);
  if (style) {
    draft.kind = 'heading';
    draft.style = style;
    const confidence = HEADING_CONFIDENCE[style];
    draft.guess = { what: 'heading', value: headingText(text, style), confidence, alternatives: ['paragraph'] };
    return index;
  }
  const listEnd = listFrom(place, order, index);
  if (listEnd > index) {
    draft.kind = 'list';
    draft.guess = { what: 'list', value: 'list', confidence: 0.75, alternatives: ['paragraph'] };
    for (let more = index + 1; more <= listEnd; more++) draft.segments.push(order[more]!);
    return listEnd;
  }
  const quoting = quotationAt(place, order, index, before);
  if (quoting) {
    draft.kind = 'quotation';
    draft.guess = {
      what: 'quotation',
      value: quoting.how,
      confidence: quoting.confidence,
      alternatives: ['paragraph'],
    };
  }
  return index;
}

const SAID: Readonly<Record<string, BlockKind>> = {
  paragraph: 'paragraph',
  quotation: 'quotation',
  verse: 'verse',
  heading: 'heading',
  list: 'list',
  text: 'paragraph',
};

const HEADING_CONFIDENCE: Readonly<Record<HeadingStyle, number>> = {
  markdown: 0.95,
  underlined: 0.93,
  numbered: 0.85,
  capitals: 0.82,
  bold: 0.78,
  centred: 0.75,
  plain: 0.65,
};

/** A heading has text under it, space or an end of sentence above it, and does not come in a row of its like. */
function headingAt(place: BodyPlace, order: readonly number[], index: number): HeadingStyle | null {
  const at = order[index]!;
  const segment = place.segments[at]!;
  const style = headingStyle(segment, place.passages[at]!.text, place.layout);
  if (!style || isLetterLine(place.passages[at]!.text)) return null;
  if (style === 'markdown' || style === 'underlined') return style;
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

const endsWithColon = (place: BodyPlace, order: readonly number[], index: number): boolean =>
  index > 0 && /:$/.test(place.passages[order[index - 1]!]!.text);

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

function listFrom(place: BodyPlace, order: readonly number[], index: number): number {
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

function takeList(place: BodyPlace, order: readonly number[], index: number, draft: Draft): number {
  let end = index;
  while (end + 1 < order.length && place.said.get(order[end + 1]!) === 'list') draft.segments.push(order[++end]!);
  return end;
}

interface QuotationFound {
  readonly how: 'marks' | 'indent' | 'signs';
  readonly confidence: number;
}

function quotationAt(
  place: BodyPlace,
  order: readonly number[],
  index: number,
  before: Draft | null,
): QuotationFound | null {
  const at = order[index]!;
  const segment = place.segments[at]!;
  const text = place.passages[at]!.text;
  if (segment.lines[0]!.depth > 0) return { how: 'signs', confidence: 0.95 };
  if (isIndented(segment, place.layout)) return { how: 'indent', confidence: 0.82 };
  const inside = before?.kind === 'quotation' ? before : null;
  if (inside && isAttribution(text) && segment.gap <= Math.max(1, place.layout.spacing))
    return { how: 'marks', confidence: 0.7 };
  const quoting = quotingOf(text);
  if (quoting === null) return null;
  const [previous, next] = [order[index - 1], order[index + 1]];
  if (quoting === 'open') {
    return next !== undefined && reopens(text, place.passages[next]!.text) ? { how: 'marks', confidence: 0.8 } : null;
  }
  const continued =
    previous !== undefined && before?.kind === 'quotation' && quotingOf(place.passages[previous]!.text) === 'open';
  if (continued) return { how: 'marks', confidence: 0.85 };
  const words = text.split(/\s+/).length;
  const announced = previous !== undefined && /:$/.test(place.passages[previous]!.text);
  const beside = [previous, next].some(
    (other) => other !== undefined && !announced && quotingOf(place.passages[other]!.text) === 'closed',
  );
  if (beside && words < 40) return null;
  return words >= 16 || (announced && words >= 5) ? { how: 'marks', confidence: words >= 30 ? 0.82 : 0.7 } : null;
}

/** Every line set in, more than a first line would be, and neither centred nor pushed to the right. */
function isIndented(segment: Segment, layout: Layout): boolean {
  const least = Math.min(...segment.lines.map((line) => line.indent));
  const deeper = least - layout.indent;
  if (deeper < 2 || segment.mark) return false;
  const words = segment.lines.reduce((sum, line) => sum + line.text.split(/\s+/).length, 0);
  if (segment.lines.length === 1) {
    if (layout.firstLine !== null && deeper <= layout.firstLine + 1) return false;
    return words >= 6 && deeper < 24;
  }
  return deeper < 32 && words >= 6;
}

function numberQuotation(place: BodyPlace, draft: Draft, before: Draft | null, state: State): void {
  const [at, last] = [draft.segments[0]!, before?.segments.at(-1)];
  const joined =
    before?.kind === 'quotation' &&
    draft.breakBefore === null &&
    last !== undefined &&
    sameQuotation(place, last, at, before, draft);
  draft.quotation = joined ? before.quotation : ++state.quotations;
}

function sameQuotation(place: BodyPlace, last: number, at: number, before: Draft, draft: Draft): boolean {
  const [text, next] = [place.passages[last]!.text, place.passages[at]!.text];
  if (isAttribution(next)) return true;
  if (before.guess?.value === 'marks' && draft.guess?.value === 'marks') return quotingOf(text) === 'open';
  const [one, other] = [place.segments[last]!.lines[0] as Line, place.segments[at]!.lines[0] as Line];
  return before.guess?.value === draft.guess?.value && one.depth === other.depth && !isAttribution(text);
}

/** A break where the space is larger than between paragraphs, or a sign stands; not beside a heading, which says it already. */
function breakBefore(
  place: BodyPlace,
  order: readonly number[],
  index: number,
  draft: Draft,
  before: Draft | null,
  state: State,
): Part['breakBefore'] {
  if (!before || draft.kind === 'heading' || before.kind === 'heading') return null;
  const at = order[index]!;
  if (place.breaks.get(at) === 'no-break') return null;
  if (place.breaks.get(at) === 'section-break') return 'space';
  if (state.pendingBreak) return state.pendingBreak;
  const { spacing } = place.layout;
  if (place.segments[at]!.lines[0]!.page) return null;
  let gap = place.segments[at]!.gap;
  for (let between = order[index - 1]! + 1; between < at; between++) gap = Math.max(gap, place.segments[between]!.gap);
  if (gap <= spacing) return null;
  if (spacing === 0 && (draft.kind !== 'paragraph' || before.kind !== 'paragraph')) return null;
  if (spacing === 0 && gap === 1 && removedBetween(place, order[index - 1]!, at)) return null;
  return 'space';
}
