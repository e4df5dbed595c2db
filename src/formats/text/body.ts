import type { BlockKind, Guess } from '#domain/reading.ts';
import { headingAt } from './body-headings.ts';
import { listFrom } from './body-lists.ts';
import { type BodyPlace, ENDED, removedBetween } from './body-place.ts';
import { quotationAt } from './body-quotations.ts';
import { type HeadingStyle, headingText } from './headings.ts';
import type { Line } from './lines.ts';
import { isAttribution, quotingOf } from './quotations.ts';

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

/** The text's segments in order, each told what it is by its dress and its neighbours. */
export function readBody(given: BodyPlace): readonly Part[] {
  const order = bodyOrder(given);
  const place = { ...given, layout: { ...given.layout, spacing: usualSpacing(given, order) } };
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

/** Where most things stand farther apart than long lines told (lists, letters, short paragraphs), the wider space is the usual one. */
function usualSpacing({ segments, layout }: BodyPlace, order: readonly number[]): number {
  const counts = new Map<number, number>();
  let wide = 0;
  for (const at of order.slice(1)) {
    const { gap, shape } = segments[at]!;
    if (shape === 'rule') continue;
    counts.set(gap, (counts.get(gap) ?? 0) + 1);
    if (gap > layout.spacing) wide++;
  }
  if (layout.spacing === 0 || order.length < 6 || wide < order.length * 0.5) return layout.spacing;
  return [...counts].sort((one, other) => other[1] - one[1])[0]![0];
}

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

function takeList(place: BodyPlace, order: readonly number[], index: number, draft: Draft): number {
  let end = index;
  while (end + 1 < order.length && place.said.get(order[end + 1]!) === 'list') draft.segments.push(order[++end]!);
  return end;
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
